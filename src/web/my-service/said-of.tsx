/** What is said of an entry on its own page: that it ends, and for a referral pathway its review. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { ending } from '#core/service/kinds/said-of.ts'
import { pathwayReview } from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { standingOn } from '#core/service/state.ts'
import { organisationNames } from '#store/service/read.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type EntryAt, entryAt } from './at.ts'
import { type Asking, showForm, takeForm } from './form.tsx'
import { saying } from './frame.tsx'
import { begunWith, factsFor } from './statement.ts'
import { lineOf } from './words.ts'

interface SaidOf {
  readonly part: 'end' | 'review'
  readonly kind: ServiceKind
  /** The field that names the entry. */
  readonly field: string
  readonly title: string
  readonly done: string
}

const parts = {
  end: { part: 'end', kind: ending as unknown as ServiceKind, field: 'ends', title: 'End', done: 'ended' },
  review: {
    part: 'review',
    kind: pathwayReview as unknown as ServiceKind,
    field: 'pathway',
    title: 'Review',
    done: 'reviewed',
  },
} as const satisfies Record<string, SaidOf>

async function asking(c: PageContext, part: keyof typeof parts): Promise<Asking | null> {
  const at = await entryAt(c)
  if (!at || (part === 'review' && at.kind.name !== 'referral-pathway')) return null
  const { kind, field, title, done } = parts[part]
  const { code, stated } = at
  const own = paths.myServiceEntry(code, stated.first)
  const words = lineOf(stated, await organisationNames(c.var.store.db, namedIn(at)))
  const facts = await factsFor(c, at, kind)
  return {
    c,
    at,
    kind,
    title: `${title}: ${at.kind.title}`,
    button: kind.button,
    action: paths.myServiceEntry(code, stated.first, part),
    above: [
      { text: at.kind.plural, href: paths.myServiceRegister(code, at.kind.name) },
      { text: at.kind.title, href: own },
    ],
    facts: {
      ...facts,
      entries: [{ id: stated.first, kind: stated.kind, of: 'service', words }],
    },
    fixed: { [field]: stated.first },
    notBefore: ukDay(stated.occurredAt),
    lede: <p className="nhsuk-u-reading-width">{words}</p>,
    next: () => saying(own, done),
  }
}

const namedIn = ({ stated }: EntryAt): readonly string[] => {
  const { to } = stated.body as { readonly to?: string }
  return to ? [to] : []
}

/** What has ended cannot be ended or reviewed again, however old the page that the form is on: its page says so. */
async function overBefore(c: PageContext) {
  const at = await entryAt(c)
  if (!at || !standingOn(at.course, at.stated, at.day).endedOn) return null
  return c.redirect(saying(paths.myServiceEntry(at.code, at.stated.first), 'over'), 303)
}

export const saidOfPage = (part: keyof typeof parts) => async (c: PageContext) => {
  const over = await overBefore(c)
  if (over) return over
  const asked = await asking(c, part)
  return asked
    ? showForm(asked, { posted: begunWith(asked.kind, {}, asked.facts, asked.at.day) })
    : notFound(c)
}

export const saySo = (part: keyof typeof parts) => async (c: PageContext) => {
  const over = await overBefore(c)
  if (over) return over
  const asked = await asking(c, part)
  return asked ? takeForm(asked) : notFound(c)
}
