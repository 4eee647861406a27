/** Adding to a register, and correcting what is in it. */

import { leafletAdoption } from '#core/service/kinds.ts'
import { isoDay } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { entryAt, registerNamed, serviceAt } from './at.ts'
import { type Asking, showForm, takeForm } from './form.tsx'
import { saying } from './frame.tsx'
import { withLeafletInUse } from './leaflet-in-use.ts'
import { registerWords } from './registers.ts'
import { begunWith, factsFor, knownFrom } from './statement.ts'

async function adding(c: PageContext): Promise<Asking | null> {
  const kind = registerNamed(c)
  const at = kind && (await serviceAt(c))
  if (!kind || !at) return null
  return {
    c,
    at,
    kind,
    title: kind.button,
    button: kind.button,
    action: paths.myServiceNew(at.code, kind.name),
    above: [{ text: kind.plural, href: paths.myServiceRegister(at.code, kind.name) }],
    facts: await factsFor(c, at, kind),
    lede: <p className="nhsuk-u-reading-width">{registerWords(kind)}</p>,
    next: (entry) => saying(paths.myServiceEntry(at.code, entry), 'added'),
  }
}

export async function newPage(c: PageContext) {
  const asking = await adding(c)
  if (!asking) return notFound(c)
  const asked = knownFrom(asking.kind, c.req.query())
  const known =
    asking.kind.name === leafletAdoption.name ? await withLeafletInUse(c, asking.at.code, asked) : asked
  return showForm(asking, { posted: begunWith(asking.kind, known, asking.facts) })
}

export async function add(c: PageContext) {
  const asking = await adding(c)
  return asking ? takeForm(asking) : notFound(c)
}

async function correcting(
  c: PageContext,
): Promise<(Asking & { readonly said: Readonly<Record<string, unknown>>; readonly on: string }) | null> {
  const at = await entryAt(c)
  if (!at) return null
  const { kind, stated, code } = at
  const own = paths.myServiceEntry(code, stated.first)
  return {
    c,
    at,
    kind,
    title: `Correct: ${kind.title}`,
    button: 'Record correction',
    action: paths.myServiceEntry(code, stated.first, 'correct'),
    above: [
      { text: kind.plural, href: paths.myServiceRegister(code, kind.name) },
      { text: kind.title, href: own },
    ],
    facts: await factsFor(c, at, kind),
    corrects: stated.entry,
    lede: (
      <p className="nhsuk-u-reading-width">
        For what was wrong when it was written. What it replaces stays, struck through. When something changed
        since, {kind.button.replace(/^Add/, 'add')} instead: a later one takes the place of this one from its
        own day on.
      </p>
    ),
    next: () => saying(own, 'corrected'),
    said: stated.body as Readonly<Record<string, unknown>>,
    on: isoDay(stated.occurredAt),
  }
}

export async function correctPage(c: PageContext) {
  const asking = await correcting(c)
  if (!asking) return notFound(c)
  return showForm(asking, { posted: begunWith(asking.kind, asking.said, asking.facts, asking.on) })
}

export async function correct(c: PageContext) {
  const asking = await correcting(c)
  return asking ? takeForm(asking) : notFound(c)
}
