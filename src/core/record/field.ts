/**
 * The fields of a kind, declared once: a schema that also knows its label, unit and limits, so that the
 * form, the validation, the timeline, the data dictionary and the registry read the same declaration.
 *
 * A field that is not recorded is absent from a body, never null or empty.
 */

import { z } from 'zod'
import { inSentence } from '../sentence.ts'
import { meantWords } from './other-units.ts'

export type Condition = {
  /** Another field of the same group. */
  readonly field: string
  /** The values (or, for a field of several choices, any of them) that open this one. */
  readonly is: readonly (string | boolean)[]
}

interface Common {
  readonly label: string
  readonly hint?: string
  /** What the form asks when the field is missing, as in 'Select the urgency'. Made from the label where absent. */
  readonly missing?: string
  /** Asked, and demanded where it is not optional, only under this condition. */
  readonly when?: Condition
  /** Asked only for procedures of one of these techniques (`core/catalogue/techniques.ts`). */
  readonly techniques?: readonly string[]
  readonly optional?: boolean
  /** Filled in by the system from what else is said: no form asks it. */
  readonly system?: true
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export type Field = Common &
  (
    | { readonly input: 'choice' | 'many'; readonly options: readonly Choice[] }
    | {
        readonly input: 'number'
        readonly unit?: string
        readonly whole: boolean
        readonly min: number
        readonly max: number
        /** Outside of this a value is accepted, with a warning beside the field. */
        readonly plausible?: readonly [number, number]
      }
    | {
        readonly input: 'text' | 'paragraph'
        readonly max: number
        readonly pattern?: RegExp
        /** What was typed, as it is written: a code with its capitals. */
        readonly written?: (typed: string) => string
      }
    | { readonly input: 'yes-no' | 'date' | 'time' | 'clinician' | 'organisation' | 'procedure' }
    /** The id of an earlier entry of the case (or, `of: 'service'`, of the treating service) of one of these kinds. */
    | { readonly input: 'entry'; readonly kinds: readonly string[]; readonly of: 'case' | 'service' }
    | { readonly input: 'group'; readonly fields: Fields }
    | { readonly input: 'list'; readonly fields: Fields; readonly one: string; readonly max: number }
  )

export type Fields = Readonly<Record<string, z.ZodType>>

const registry = new WeakMap<z.core.$ZodType, Field>()

/** What is known of a field's schema; undefined for one that was not declared here. */
export function fieldOf(schema: z.core.$ZodType): Field | undefined {
  return registry.get(schema)
}

type Words = Omit<Common, 'when' | 'optional'>

function declare<Schema extends z.ZodType>(schema: Schema, field: Field): Schema {
  registry.set(schema, field)
  return schema
}

/** Labels that name no thing, so that no article goes before them: 'As read', 'By whom', 'Why not'. */
const noThing =
  /^(admitted|after|answered|as|assessed|by|confirmed|covers|how|in|not|of|overall|read|related|responsible|to|what|where|which|who|whose|why)\b/i

/** Labels that ask by themselves: 'What happened', 'Which leaflet', 'By whom'. */
const question = /^(how|what|where|which|who|whose|why|by) \w/i

const asked = (verb: 'Enter' | 'Select', label: string) => {
  if (question.test(label)) return `${verb} ${inSentence(label)}`
  return noThing.test(label)
    ? `${verb} an answer: ${inSentence(label)}`
    : `${verb} ${/^the /i.test(label) ? '' : 'the '}${inSentence(label)}`
}
const enter = ({ label, missing }: Words) => missing ?? asked('Enter', label)
const select = ({ label, missing }: Words) => missing ?? asked('Select', label)

type Options = Readonly<Record<string, string | readonly [label: string, hint: string]>>

const choicesOf = (options: Options): Choice[] =>
  Object.entries(options).map(([value, words]) =>
    typeof words === 'string' ? { value, label: words } : { value, label: words[0], hint: words[1] },
  )

/** One of several. `options`: value to label, or to label and hint. */
export function choice<const O extends Options>(words: Words & { readonly options: O }) {
  const { options, ...rest } = words
  const values = Object.keys(options) as (keyof O & string)[]
  return declare(z.enum(values as [keyof O & string], { error: select(words) }), {
    ...rest,
    input: 'choice',
    options: choicesOf(options),
  })
}

/** Any of several, at least one; in the order of the options. */
export function many<const O extends Options>(words: Words & { readonly options: O }) {
  const { options, ...rest } = words
  const values = Object.keys(options) as (keyof O & string)[]
  const schema = z
    .array(z.enum(values as [keyof O & string]), { error: select(words) })
    .min(1, select(words))
    .max(values.length)
  return declare(schema, { ...rest, input: 'many', options: choicesOf(options) })
}

export function yesNo(words: Words) {
  const error = words.missing ?? `Select yes or no: ${inSentence(words.label)}`
  return declare(z.boolean({ error }), { ...words, input: 'yes-no' })
}

interface Limits {
  readonly unit?: string
  /** Impossible outside; both included. */
  readonly min: number
  readonly max: number
  readonly plausible?: readonly [number, number]
}

export function number(words: Words & Limits) {
  return numeric(words, false)
}

export function whole(words: Words & Limits) {
  return numeric(words, true)
}

function numeric(words: Words & Limits, isWhole: boolean) {
  const { min, max, unit } = words
  const among = `${words.label} has to be between ${min} and ${max}${unit ? ` ${unit}` : ''}`
  const any = z.number({ error: `${enter(words)}${unit ? ` in ${unit}` : ''}` })
  // A number in another unit is named as what it was probably meant to be.
  const outside = {
    error: ({ input }: { input?: unknown }) => [among, meantWords(input, words)].filter(Boolean).join('. '),
  }
  const schema = (isWhole ? any.int(`${words.label} has to be a whole number`) : any)
    .min(min, outside)
    .max(max, outside)
  return declare(schema, { ...words, input: 'number', whole: isWhole })
}

/** A line of text. */
export function text(
  words: Words & {
    readonly max?: number
    readonly pattern?: RegExp
    readonly mismatch?: string
    readonly written?: (typed: string) => string
  },
) {
  const { mismatch, max = 200, pattern, ...rest } = words
  const any = textOf(words, max)
  const schema = pattern ? any.regex(pattern, mismatch ?? `${words.label} is not in the expected form`) : any
  return declare(schema, { ...rest, input: 'text', max, ...(pattern ? { pattern } : {}) })
}

/** Several lines of text. */
export function paragraph(words: Words & { readonly max?: number }) {
  const { max = 4000, ...rest } = words
  return declare(textOf(words, max), { ...rest, input: 'paragraph', max })
}

function textOf(words: Words, max: number) {
  return z
    .string({ error: enter(words) })
    .trim()
    .min(1, enter(words))
    .max(max, `${words.label} has to be ${max} characters or fewer`)
}

/** A day, as 2026-11-22. */
export function date(words: Words) {
  return declare(z.iso.date({ error: enter(words) }), { ...words, input: 'date' })
}

/** A moment, ISO 8601 in UTC; the form asks day and time of day in the United Kingdom. */
export function time(words: Words) {
  return declare(z.iso.datetime({ error: enter(words) }), { ...words, input: 'time' })
}

export const clinicianSchema = z.object({
  name: z.string().trim().min(1).max(120),
  /** The id of someone who can sign in here, where the name is theirs. */
  person: z.string().max(100).exactOptional(),
})
export type Clinician = z.infer<typeof clinicianSchema>

/** A clinician by name; the form offers those of the service. */
export function clinician(words: Words) {
  const schema = z.object(clinicianSchema.shape, { error: enter(words) })
  return declare(schema, { ...words, input: 'clinician' })
}

/** An organisation by its code. */
export function organisation(words: Words) {
  return declare(z.string({ error: select(words) }).regex(/^[A-Z0-9]{2,12}$/, select(words)), {
    ...words,
    input: 'organisation',
  })
}

/** A procedure of the catalogue by its id. */
export function procedure(words: Words) {
  return declare(z.string({ error: select(words) }).regex(/^[a-z][a-z0-9-]*$/, select(words)), {
    ...words,
    input: 'procedure',
  })
}

/** An earlier entry, by the id of its first statement or of any correction of it. */
export function entry(
  words: Words & { readonly kinds: readonly string[]; readonly of?: 'case' | 'service' },
) {
  const { of = 'case', ...rest } = words
  return declare(z.uuid({ error: select(words) }), { ...rest, input: 'entry', of })
}

/** Fields that belong together. */
export function group<const F extends Fields>(words: Words & { readonly fields: F }) {
  return declare(conditional(words.fields), { ...words, input: 'group' })
}

/** As many as there are of one thing; `one` names it, as in 'lesion'. */
export function list<const F extends Fields>(
  words: Words & { readonly one: string; readonly max?: number; readonly fields: F },
) {
  const { max = 30, ...rest } = words
  const schema = z
    .array(conditional(words.fields), { error: enter(words) })
    .min(1, words.missing ?? `Add at least one ${words.one}`)
    .max(max, `${words.label}: at most ${max}`)
  return declare(schema, { ...rest, input: 'list', max })
}

/** The same field, not demanded. */
export function optional<Schema extends z.ZodType>(schema: Schema): z.ZodExactOptional<Schema> {
  return declare(z.exactOptional(schema), { ...declared(schema), optional: true })
}

/** The same field, demanded where another field of its group has one of these values, refused elsewhere. */
export function when<Schema extends z.ZodType>(
  field: string,
  is: readonly (string | boolean)[],
  schema: Schema,
): z.ZodExactOptional<Schema extends z.ZodExactOptional<infer Inner> ? Inner : Schema> {
  const known = declared(schema)
  const inner = schema instanceof z.ZodExactOptional ? schema.unwrap() : schema
  return declare(z.exactOptional(inner as z.ZodType), { ...known, when: { field, is } }) as never
}

function declared(schema: z.ZodType): Field {
  const field = registry.get(schema)
  if (!field) throw new Error('that schema is not a field')
  return field
}

/** Whether a condition holds in a group's values. */
export function holds(condition: Condition | undefined, values: Readonly<Record<string, unknown>>): boolean {
  if (!condition) return true
  const value = values[condition.field]
  const given = Array.isArray(value) ? value : [value]
  return given.some((each) => condition.is.includes(each as string | boolean))
}

/** An object of fields in which conditional ones are demanded when their condition holds and refused when not. */
export function conditional<const F extends Fields>(fields: F): z.ZodObject<F, z.core.$strict> {
  return z.strictObject(fields).superRefine((values, issues) => {
    const given = values as Readonly<Record<string, unknown>>
    for (const [name, schema] of Object.entries(fields)) {
      const field = fieldOf(schema)
      if (!field?.when) continue
      const open = holds(field.when, given)
      if (open && !field.optional && given[name] === undefined)
        issues.addIssue({ code: 'custom', path: [name], message: missingWords(field) })
      if (!open && given[name] !== undefined)
        issues.addIssue({ code: 'custom', path: [name], message: `${field.label} does not belong here` })
    }
  })
}

/** What to say beside a field that has to be filled in and is not. */
export function missingWords(field: Field): string {
  if (field.missing) return field.missing
  const chosen = ['choice', 'many', 'organisation', 'procedure', 'entry'].includes(field.input)
  if (field.input === 'yes-no') return `Select yes or no: ${inSentence(field.label)}`
  if (field.input === 'list') return `Add at least one ${field.one}`
  const unit = field.input === 'number' && field.unit ? ` in ${field.unit}` : ''
  return `${asked(chosen ? 'Select' : 'Enter', field.label)}${unit}`
}
