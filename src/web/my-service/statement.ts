/** What a form about a service says: its day, its body, and what cannot be. */

import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { roleNames } from '#core/access/role.ts'
import { dayWords, ukMoment } from '#core/calendar/uk-time.ts'
import { fieldOf } from '#core/record/field.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { cliniciansOf } from '#core/service/standing.ts'
import { STANDARDS, standardWithId } from '#core/standards/editions.ts'
import { clauseNumbered } from '#core/standards/standard.ts'
import { openOrganisations, staffOf } from '#store/service/staff.ts'
import type { FormFacts } from '../components/kind-form/facts.ts'
import { readDay } from '../components/kind-form/moment.ts'
import { type Posted, textAt } from '../components/kind-form/posted.ts'
import { readKindForm } from '../components/kind-form/read.ts'
import { fillDay, formOf } from '../components/kind-form/values.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import type { ServiceAt } from './at.ts'

export const dayField = 'occurredAt'
export const dayAnchor = `${dayField}-day`

/** Whom and what the form offers. */
export async function factsFor(
  c: PageContext,
  { code, course, day }: ServiceAt,
  kind: ServiceKind,
): Promise<FormFacts> {
  const { db } = c.var.store
  const asks = (input: string) =>
    Object.values(kind.fields).some((schema) => fieldOf(schema)?.input === input)
  const [staff, organisations] = await Promise.all([
    asks('clinician') ? staffOf(db, code) : [],
    asks('organisation') ? openOrganisations(db, day) : [],
  ])
  const known = new Set(staff.map(({ name }) => name))
  const named = cliniciansOf(course).filter(({ name }) => !known.has(name))
  return {
    people: [
      ...staff.map(({ id, name, roles }) => ({
        id,
        name,
        role: roles.map((role) => roleNames[role]).join(', '),
      })),
      ...named.map(({ name, person }) => (person ? { id: person, name } : { name })),
    ],
    organisations: organisations.filter((each) => each.code !== code),
    entries: [],
  }
}

/** A form that was not sent before: begun with what an address or an earlier entry knows. */
export function begunWith(
  kind: ServiceKind,
  known: Readonly<Record<string, unknown>>,
  facts: FormFacts,
  day?: string,
): Posted {
  const posted = new Map(formOf(kind.fields, known, facts))
  if (day) fillDay(posted, dayField, day)
  return posted
}

/** What an address may begin a form with: `?procedure=liver-ablation&area=recovery`, `?to=RR8&procedures=a,b`. */
export function knownFrom(
  kind: ServiceKind,
  asked: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const known: Record<string, unknown> = {}
  const listed = (asked.procedures ?? asked.procedure ?? '').split(',').filter(Boolean)
  const given = {
    ...asked,
    procedures: listed.length > 0 ? listed.map((procedure) => ({ procedure })) : undefined,
  }
  for (const [name, value] of Object.entries(given)) {
    const schema = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined
    if (schema?.safeParse(value).success) known[name] = value
  }
  if (kind.name === 'leaflet-adoption') known.language ??= 'English'
  if (kind.name === 'attestation') known.standard ??= 'rcr-2013'
  return known
}

export interface ReadStatement {
  readonly body: Readonly<Record<string, unknown>>
  /** Empty where there is a problem with it. */
  readonly day: string
  readonly problems: readonly FieldProblem[]
  readonly posted: Posted
}

export function readStatement(
  kind: ServiceKind,
  sent: Posted,
  facts: FormFacts,
  { code, day: today }: ServiceAt,
  asksDay = true,
): ReadStatement {
  const { body, problems, posted } = readKindForm(kind, sent, facts)
  const { day, problem } = asksDay ? dayOf(kind, sent, today) : { day: today, problem: undefined }
  const own = problem ? [...problems, problem] : [...problems]
  if (own.length === 0) own.push(...impossibilities(kind, body, day, code))
  return { body, day, problems: own, posted }
}

/** Years ahead of which no one says what will be in force. */
const yearsAhead = 5

export function dayOf(
  kind: Pick<ServiceKind, 'whenAsked' | 'name'>,
  posted: Posted,
  today: string,
): { readonly day: string; readonly problem?: FieldProblem } {
  const part = (name: string) => textAt(posted, `${dayField}-${name}`)
  const typed = { day: part('day'), month: part('month'), year: part('year') }
  const refused = (words: string) => ({ day: '', problem: { field: dayAnchor, words } })
  if (Object.values(typed).every((each) => each.trim() === ''))
    return refused(`${kind.whenAsked.replace(/\?$/, '')}: enter the day`)
  const read = readDay(typed)
  if ('refused' in read) return refused(`${kind.whenAsked.replace(/\?$/, '')}: ${read.refused}`)
  if (happened.includes(kind.name) && read.value > today)
    return refused(`That day is still to come: enter today, ${dayWords(today)}, or a day before`)
  if (read.value < '1980' || Number(read.value.slice(0, 4)) > Number(today.slice(0, 4)) + yearsAhead)
    return refused(`Enter a year from 1980 to ${Number(today.slice(0, 4)) + yearsAhead}`)
  return { day: read.value }
}

const happened: readonly string[] = ['teaching', 'audit-report', 'pathway-review']

function impossibilities(
  kind: ServiceKind,
  body: Readonly<Record<string, unknown>>,
  day: string,
  code: string,
): readonly FieldProblem[] {
  if (body.to === code)
    return [{ field: 'to', words: 'A service has no referral pathway to itself: choose another' }]
  if (kind.name === 'attestation') {
    const unknown = unknownClause(body)
    if (unknown) return [unknown]
  }
  const until = kind.runs ? kind.runs.until(body) : (body.reviewDue as string | undefined)
  if (until === undefined || until >= day) return []
  const [field = ''] = Object.entries(body).find(([, value]) => value === until) ?? []
  return [
    {
      field: `${field}-day`,
      words: `That is before ${dayWords(day)}: enter a later day, or put that one right`,
    },
  ]
}

/** An attestation of a clause that no standard has would count for nothing, in silence. */
function unknownClause(body: Readonly<Record<string, unknown>>): FieldProblem | undefined {
  const standard = standardWithId(String(body.standard))
  if (!standard) {
    const known = STANDARDS.map(({ id }) => id).join(' or ')
    return { field: 'standard', words: `No standard here is called that: enter ${known}` }
  }
  if (clauseNumbered(standard, String(body.clause))) return undefined
  return { field: 'clause', words: `${standard.id} has no clause of that number: enter one such as 6.2` }
}

/** The moment of a day that a form gave: its beginning in the United Kingdom. */
export const momentOf = (day: string): Date => new Date(ukMoment(day))

const ownSchema = z.object({ id: z.uuidv7(), seen: z.coerce.number().int().min(0) })

/** What a form carries unseen: its own id, which becomes its entry's, and where the record stood when it was shown. */
export function ownOf(posted: Posted): { readonly id: string; readonly seen: number } | null {
  return ownSchema.safeParse({ id: textAt(posted, '_id'), seen: textAt(posted, '_seen') }).data ?? null
}

export const newFormId = (): string => uuid()
