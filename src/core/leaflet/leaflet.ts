/**
 * A leaflet is typed content: statements, each with its source or a mark that a clinician has to review it. Each
 * part has an address that never changes, so that a service's variant, a comparison and a translation can
 * be worked out part by part. It is plain data, and can be the body of an entry.
 */

import { z } from 'zod'
import { pictograms } from './pictograms.ts'
import { localPartIds, TEXT_SECTIONS } from './sections.ts'
import { missingWords } from './words/words.ts'

const words = (max: number) => z.string().trim().min(1).max(max)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Stable for good: what is said may change, its id may not. */
const partIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/)

/** A source of core/plain/sources.ts by its id, and where in it; or nobody has confirmed it yet. */
const sourceSchema = z.union([
  z.literal('for-review'),
  z.object({ id: partIdSchema, at: words(200).exactOptional() }).readonly(),
])
export type StatementSource = z.infer<typeof sourceSchema>

/** One thing that is said. `{telephone}` and the like stand for the local part of that name. */
export const statementSchema = z
  .object({ id: partIdSchema, says: words(1200), source: sourceSchema })
  .readonly()
export type Statement = z.infer<typeof statementSchema>

/** So many in so many people: 5 to 10 in every 100. From 0: "fewer than `to`". To all: "more than `from`". */
const frequencySchema = z
  .object({
    from: z.number().min(0),
    to: z.number().positive(),
    per: z.union([z.literal(100), z.literal(1000), z.literal(10_000)]),
  })
  .refine(({ from, to, per }) => from <= to && to <= per, 'from is at most to, and to at most per')
  .readonly()
export type Frequency = z.infer<typeof frequencySchema>

/**
 * What may go wrong. `frequency` null: how often is not known to us, and the page says so. `source` is of
 * the words and of the frequency.
 */
export const riskSchema = z
  .object({
    id: partIdSchema,
    name: words(120),
    says: words(1200),
    source: sourceSchema,
    frequency: frequencySchema.nullable(),
  })
  .readonly()
export type Risk = z.infer<typeof riskSchema>

/** A sign, and how fast to call: 999 at once, or the team the same day. */
export const callSchema = z
  .object({ id: partIdSchema, sign: words(300), urgency: z.enum(['999', 'same-day']), source: sourceSchema })
  .readonly()
export type Call = z.infer<typeof callSchema>

/** It claims nothing, and so needs no source. */
export const questionSchema = z.object({ id: partIdSchema, asks: words(300) }).readonly()
export type Question = z.infer<typeof questionSchema>

/** One line of the easy read version, beside its picture. */
export const easyLineSchema = z
  .object({ id: partIdSchema, says: words(200), picture: z.enum(pictograms), source: sourceSchema })
  .readonly()
export type EasyLine = z.infer<typeof easyLineSchema>

/** Who, of which profession, stands for the clinical content, since when. */
const signOffSchema = z.object({ name: words(120), role: words(120), on: day }).readonly()

/** How a leaflet in another language came to be. A machine's is never shown as approved. */
const translationSchema = z
  .object({
    /** The version of the English leaflet that it translates. */
    of: words(20),
    state: z.enum(['machine', 'checked']),
    checkedBy: words(120).nullable(),
  })
  .refine(({ state, checkedBy }) => (state === 'checked') === (checkedBy !== null), 'checked by somebody')
  .readonly()

export const languageSchema = z.enum(['en', 'cy'])
export type Language = z.infer<typeof languageSchema>
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }

/** The language that a record names in words, in its own or in English; null: one in which we have no leaflets. */
export function languageNamed(words: string): Language | null {
  const named = words.trim().toLowerCase()
  if (named === 'welsh') return 'cy'
  return languageSchema.options.find((each) => LANGUAGE_NAMES[each].toLowerCase() === named) ?? null
}

const statements = z.array(statementSchema).min(1).readonly()

export const leafletBodySchema = z
  .object({
    procedure: partIdSchema,
    language: languageSchema,
    translation: translationSchema.nullable(),
    title: words(120),
    version: z.string().regex(/^\d{1,4}\.\d{1,4}$/),
    authors: z.array(words(160)).min(1).readonly(),
    written: day,
    reviewDue: day,
    /** Null until a clinician has signed; the page says so. */
    signOff: signOffSchema.nullable(),
    local: z.record(z.enum(localPartIds), words(300)).readonly(),
    sections: z.record(z.enum(TEXT_SECTIONS), statements).readonly(),
    risks: z.array(riskSchema).min(1).readonly(),
    calls: z.array(callSchema).min(2).readonly(),
    questions: z.array(questionSchema).min(1).readonly(),
    easyRead: z.array(easyLineSchema).min(1).readonly(),
  })
  .readonly()
export type LeafletBody = z.infer<typeof leafletBodySchema>

/**
 * Whether it may be shown as approved: a clinician has signed it, no machine alone translated it, and the words
 * around it are all in its language.
 */
export function isApproved({ signOff, translation, language }: LeafletBody): boolean {
  return signOff !== null && translation?.state !== 'machine' && missingWords(language).length === 0
}

/** Every statement that claims something, wherever it stands, with its address. */
export function claimsOf(
  leaflet: LeafletBody,
): readonly { readonly path: string; readonly says: string; readonly source: StatementSource }[] {
  return [
    ...TEXT_SECTIONS.flatMap((section) =>
      leaflet.sections[section].map(({ id, says, source }) => ({ path: `${section}/${id}`, says, source })),
    ),
    ...leaflet.risks.map(({ id, name, says, source }) => ({
      path: `risks/${id}`,
      says: `${name}. ${says}`,
      source,
    })),
    ...leaflet.calls.map(({ id, sign, source }) => ({ path: `when-to-call/${id}`, says: sign, source })),
    ...leaflet.easyRead.map(({ id, says, source }) => ({ path: `easy-read/${id}`, says, source })),
  ]
}
