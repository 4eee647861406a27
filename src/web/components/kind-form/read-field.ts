/** One field of a kind's form, read: its value, nothing where it is empty, or what to put right. */

import type { Choice, Field } from '#core/record/field.ts'
import { clinicianLabels, type FormFacts, isProcedure, organisationLabel } from './facts.ts'
import { readDay, readMoment } from './moment.ts'
import { readNumber } from './number.ts'
import { type Posted, textAt } from './posted.ts'
import { tidyLine, tidyLines } from './tidy.ts'

export type ReadField = { readonly value: unknown } | { readonly refused: string } | null

type Plain = Exclude<Field, { readonly input: 'group' | 'list' }>

/** Null where nothing was filled in. */
export function readField(field: Plain, path: string, posted: Posted, facts: FormFacts): ReadField {
  switch (field.input) {
    case 'many':
      return readMany(field, posted.get(path) ?? [])
    case 'date':
      return readDate(field, path, posted)
    case 'time':
      return readTime(field, path, posted)
    case 'paragraph':
    case 'text':
      return readText(field, textAt(posted, path))
    default: {
      const typed = tidyLine(textAt(posted, path))
      return typed === '' ? null : readLine(field, typed, facts)
    }
  }
}

function readLine(field: Plain, typed: string, facts: FormFacts): ReadField {
  switch (field.input) {
    case 'choice':
      return field.options.some(({ value }) => value === typed) ? { value: typed } : null
    case 'yes-no':
      return typed === 'yes' || typed === 'no' ? { value: typed === 'yes' } : null
    case 'number': {
      const read = readNumber(typed, field.unit)
      return 'number' in read ? { value: read.number } : { refused: `${field.label}: ${read.refused}` }
    }
    case 'clinician':
      return readClinician(field, typed, facts)
    case 'organisation':
      return readOrganisation(typed, facts)
    case 'procedure':
      return isProcedure(typed) ? { value: typed } : null
    case 'entry': {
      const named = facts.entries.find(
        ({ id, ids, kind, of }) =>
          of === field.of && field.kinds.includes(kind) && (id === typed || ids?.includes(typed)),
      )
      return named ? { value: named.id } : { refused: `${field.label}: choose one that is listed` }
    }
    default:
      return { value: typed }
  }
}

function readMany(
  field: Plain & { readonly options: readonly Choice[] },
  ticked: readonly string[],
): ReadField {
  const chosen = field.options.filter(({ value }) => ticked.includes(value))
  const none = chosen.length > 1 && chosen.find(({ value }) => value === 'none')
  if (none) return { refused: `${field.label}: ‘${none.label}’ cannot be ticked beside anything else` }
  return chosen.length === 0 ? null : { value: chosen.map(({ value }) => value) }
}

const counted = (count: number) => count.toLocaleString('en-GB')

function readText(field: Plain & { readonly input: 'text' | 'paragraph' }, raw: string): ReadField {
  const value = field.input === 'paragraph' ? tidyLines(raw) : tidyLine(raw)
  if (value === '') return null
  if (value.length <= field.max) return { value: field.input === 'text' ? asWritten(value, field) : value }
  return {
    refused: `${field.label} has ${counted(value.length)} characters: it can have ${counted(field.max)} at most`,
  }
}

/** A code typed without its capitals is the code that it would be with them: c22.0 is C22.0. */
function asWritten(typed: string, { written }: { readonly written?: (typed: string) => string }): string {
  return written ? written(typed) : typed
}

function readDate(field: Plain, path: string, posted: Posted): ReadField {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    textAt(posted, `${path}-${part}`),
  )
  if ((day + month + year).trim() === '') return null
  const read = readDay({ day, month, year })
  return 'value' in read ? read : { refused: `${field.label}: ${read.refused}` }
}

function readTime(field: Plain, path: string, posted: Posted): ReadField {
  const time = textAt(posted, `${path}-time`).trim()
  const day = readDate(field, path, posted)
  if (day === null) return time === '' ? null : { refused: `${field.label}: it has to have a day` }
  if ('refused' in day) return day
  if (time === '') return { refused: `${field.label}: it has to have a time of day` }
  const read = readMoment(String(day.value), time)
  return 'value' in read ? read : { refused: `${field.label}: ${read.refused}` }
}

/** Names are the same whatever their apostrophes and capitals. */
const sameName = (name: string) => name.replaceAll(/[’‘`´]/g, "'").toLocaleLowerCase('en-GB')
const longestName = 120

function readClinician(field: Plain, typed: string, facts: FormFacts): ReadField {
  if (typed.length > longestName)
    return { refused: `${field.label} has ${counted(typed.length)} characters: it can have 120 at most` }
  for (const [label, { id, name }] of clinicianLabels(facts.people))
    if (sameName(label) === sameName(typed))
      return { value: id === undefined ? { name } : { name, person: id } }
  return { value: { name: typed } }
}

function readOrganisation(typed: string, { organisations }: FormFacts): ReadField {
  const code = /\(([A-Z0-9]{2,12})\)$/i.exec(typed)?.[1] ?? typed
  const found =
    organisations.find((each) => sameName(each.code) === sameName(code)) ??
    organisations.find((each) => sameName(each.name) === sameName(typed) || organisationLabel(each) === typed)
  return found
    ? { value: found.code }
    : { refused: `‘${typed}’ is no organisation that can be chosen here: choose one from the list` }
}
