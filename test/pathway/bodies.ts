/** Any body of any kind, made from the declaration of its fields: for properties that have to hold for all of them. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { type Field, type Fields, fieldOf, holds } from '#core/record/field.ts'
import fc from '#test/support/properties.ts'

type Body = Readonly<Record<string, unknown>>

/** Which earlier entry an entry field names, from a number; undefined where there is none of its kinds. */
export type Choose = (kinds: readonly string[], of: 'case' | 'service', number: number) => string | undefined

/** Stands in a made body for an entry that is chosen when the body is settled. */
interface Reference {
  readonly reference: number
}

const organisationCodes = ['RXA01', 'RXB02', 'RXC03'] as const
export const clinicians = ['Dr Ada Quill', 'Dr Ben Marsh', 'Sister Cara Finch'] as const

/** A body with every field filled, conditions and references not settled yet. */
export function anyFilled(fields: Fields): fc.Arbitrary<Body> {
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, schema]) => {
        const field = fieldOf(schema)
        if (!field) throw new Error(`'${name}' is not declared as a field`)
        return [name, anyValue(field)]
      }),
    ),
  )
}

/** A body that keeps its kind's schema; optional fields are there or not. */
export function anyBody(fields: Fields, choose: Choose = () => undefined): fc.Arbitrary<Body> {
  return fc
    .tuple(anyFilled(fields), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
    .map(([filled, coins]) => settled(fields, filled, choose, coins))
}

/**
 * A filled body without what its conditions close; references chosen, optional ones dropped where there is
 * nothing to name, demanded ones left dangling.
 *
 * @param coins which optional fields stay, in turn; empty: all
 */
export function settled(fields: Fields, filled: Body, choose: Choose, coins: readonly boolean[] = []): Body {
  const body: Record<string, unknown> = {}
  Object.entries(fields).forEach(([name, schema], at) => {
    const field = fieldOf(schema)
    if (!field || filled[name] === undefined || !holds(field.when, body)) return
    if (field.optional && coins.length > 0 && !coins[at % coins.length]) return
    const value = settledValue(field, filled[name], choose, coins)
    if (value !== undefined) body[name] = value
  })
  return body
}

function settledValue(field: Field, value: unknown, choose: Choose, coins: readonly boolean[]): unknown {
  if (field.input === 'group') return settled(field.fields, value as Body, choose, coins)
  if (field.input === 'list')
    return (value as readonly Body[]).map((row) => settled(field.fields, row, choose, coins))
  if (field.input !== 'entry' || typeof value === 'string') return value
  const { reference } = value as Reference
  const chosen = choose(field.kinds, field.of, reference)
  return chosen ?? (field.optional ? undefined : danglingId)
}

/** An id that no record of a test has. */
const danglingId = '00000000-0000-7000-8000-ffffffffffff'

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.input) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'many':
      return fc.subarray(
        field.options.map(({ value }) => value),
        { minLength: 1 },
      )
    case 'number':
      return field.whole
        ? fc.integer({ min: field.min, max: field.max })
        : fc
            .double({ min: field.min, max: field.max, noNaN: true })
            .map((value) => (Object.is(value, -0) ? 0 : value))
    case 'text':
      return field.pattern
        ? fc.stringMatching(new RegExp(field.pattern.source, field.pattern.flags.replace('i', '')))
        : anyText(Math.min(field.max, 12))
    case 'paragraph':
      return anyText(Math.min(field.max, 30))
    case 'yes-no':
      return fc.boolean()
    case 'date':
      return anyMoment.map((moment) => moment.slice(0, 10))
    case 'time':
      return anyMoment
    case 'clinician':
      return fc.constantFrom(...clinicians).map((name) => ({ name }))
    case 'organisation':
      return fc.constantFrom(...organisationCodes)
    case 'procedure':
      return fc.constantFrom(...PROCEDURES.map(({ id }) => id))
    case 'entry':
      return fc.nat({ max: 50 }).map((reference) => ({ reference }))
    case 'group':
      return anyFilled(field.fields)
    case 'list':
      return fc.array(anyFilled(field.fields), { minLength: 1, maxLength: Math.min(field.max, 3) })
  }
}

/** Text as people write it, and text as machines break it; short, well-formed, trimmed. */
function anyText(max: number): fc.Arbitrary<string> {
  const words = fc.constantFrom('A', 'Segment 8', 'Ward 7', 'pain', 'x'.repeat(max), 'Ünï 🩺', '<b>&"', '1')
  return fc
    .oneof(words, fc.string({ minLength: 1, maxLength: max, unit: 'grapheme' }))
    .map((text) => [...text.trim()].slice(0, max).join('').slice(0, max).toWellFormed().trim())
    .filter((text) => text.length > 0 && text.length <= max && !text.includes('\0'))
}

/** In the years in which tests walk, so that entries meet. */
export const anyMoment: fc.Arbitrary<string> = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((time) => new Date(time).toISOString())
