/** What a form can be filled with at one press: the last session of a series, a favourite. */

import { type Field, type Fields, fieldOf } from '#core/record/field.ts'
import type { PlainPosted, Posted } from '../components/kind-form/posted.ts'
import { isWithin, within } from '../components/kind-form/posted.ts'

type Body = Readonly<Record<string, unknown>>

/**
 * What a session has of its own: how long it took, how it went, what it gave off. It is never carried over
 * from another, for then the record would say what nobody saw.
 */
export const ownOfEachSession: ReadonlySet<string> = new Set([
  'minutes',
  'technicalSuccess',
  'whyNot',
  'radiation',
  'activity',
  'complicationNow',
  'documented',
  'breachReason',
])

/** A target without its measures: they are taken anew. */
const placeOf = ({ size: _, margin: __, ...place }: Body): Body => place

/** The body of the next session like this one. */
export function repeatOf(body: Body): Body {
  const kept = Object.entries(body).filter(([name]) => !ownOfEachSession.has(name))
  const { course, targets } = body
  return {
    ...Object.fromEntries(kept),
    ...(typeof course === 'number' ? { course: course + 1 } : {}),
    ...(Array.isArray(targets) ? { targets: targets.map(placeOf) } : {}),
  }
}

/** Chosen, and yet of one patient only: with a favourite it would be laid over what the referral says. */
const ofThePatient: ReadonlySet<string> = new Set(['laterality'])

const choices: readonly Field['input'][] = ['choice', 'many', 'yes-no', 'clinician', 'organisation']

/**
 * What a favourite keeps of a form: who and what was chosen. Not a side, words, numbers, days or entries, which may be
 * of one patient only; nor what each session has of its own.
 */
export function favouriteOf(fields: Fields, posted: Posted): PlainPosted {
  const kept = new Set(choicePaths(fields, '', posted))
  return Object.fromEntries([...posted].filter(([name, values]) => kept.has(name) && values.some(Boolean)))
}

function choicePaths(fields: Fields, path: string, posted: Posted): readonly string[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    const at = within(path, name)
    if (!field || field.system || ofThePatient.has(name) || (path === '' && ownOfEachSession.has(name)))
      return []
    if (field.input === 'group') return choicePaths(field.fields, at, posted)
    if (field.input === 'list') {
      const rows = new Set([...posted.keys()].flatMap((key) => rowOf(key, at)))
      return [...rows].flatMap((row) => choicePaths(field.fields, `${at}.${row}`, posted))
    }
    return choices.includes(field.input) ? [at] : []
  })
}

function rowOf(key: string, list: string): readonly string[] {
  return isWithin(key, list) ? [key.slice(list.length + 1).split(/[.-]/)[0] ?? ''] : []
}
