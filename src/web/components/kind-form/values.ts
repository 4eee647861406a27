/** A body as its form holds it: the way back from `read.ts`, for corrections, drafts and what is known. */

import { type Field, type Fields, fieldOf } from '#core/record/field.ts'
import { isoDay } from '../dates.ts'
import { clinicianLabels, type FormFacts, organisationLabel } from './facts.ts'
import { typedTimeOf } from './moment.ts'
import { type Posted, within } from './posted.ts'

type Values = Readonly<Record<string, unknown>>

/** The form that would send this body; what is absent from it stays empty. */
export function formOf(fields: Fields, body: Values, facts: FormFacts): Posted {
  const posted = new Map<string, readonly string[]>()
  fill(posted, '', fields, body, facts)
  return posted
}

type Filling = Map<string, readonly string[]>

function fill(posted: Filling, path: string, fields: Fields, values: Values, facts: FormFacts): void {
  for (const [name, schema] of Object.entries(fields)) {
    const field = fieldOf(schema)
    const value = values[name]
    if (field && value !== undefined) fillField(posted, within(path, name), field, value, facts)
  }
}

function fillField(posted: Filling, path: string, field: Field, value: unknown, facts: FormFacts): void {
  switch (field.input) {
    case 'group':
      fill(posted, path, field.fields, value as Values, facts)
      return
    case 'list':
      for (const [row, values] of (value as readonly Values[]).entries())
        fill(posted, `${path}.${row}`, field.fields, values, facts)
      return
    case 'date':
      fillDay(posted, path, value as string)
      return
    case 'time':
      fillDay(posted, path, isoDay(value as string))
      posted.set(`${path}-time`, [typedTimeOf(value as string)])
      return
    case 'many':
      posted.set(path, value as readonly string[])
      return
    case 'yes-no':
      posted.set(path, [value ? 'yes' : 'no'])
      return
    case 'clinician':
      posted.set(path, [clinicianText(value as { name: string; person?: string }, facts)])
      return
    case 'organisation':
      posted.set(path, [organisationText(value as string, facts)])
      return
    case 'entry':
      posted.set(path, [facts.entries.find(({ ids }) => ids?.includes(value as string))?.id ?? String(value)])
      return
    default:
      posted.set(path, [String(value)])
  }
}

/** The three boxes of a day. */
export function fillDay(posted: Filling, path: string, iso: string): void {
  const [year = '', month = '', day = ''] = iso.split('-')
  posted.set(`${path}-day`, [String(Number(day))])
  posted.set(`${path}-month`, [String(Number(month))])
  posted.set(`${path}-year`, [year])
}

function clinicianText({ name, person }: { name: string; person?: string }, facts: FormFacts): string {
  for (const [label, known] of clinicianLabels(facts.people))
    if (known.id === person && known.name === name) return label
  return name
}

function organisationText(code: string, facts: FormFacts): string {
  const known = facts.organisations.find((each) => each.code === code)
  return known ? organisationLabel(known) : code
}
