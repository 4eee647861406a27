/** A story that a patient or a carer tells: its parts, how long they may be, and what stands of it. */

import { z } from 'zod'
import { CONDITIONS } from '../catalogue/conditions.ts'
import { procedureById } from '../catalogue/procedures.ts'

export const titleAtMost = 100
export const wordsAtLeast = 100
export const wordsAtMost = 6000
export const nameAtMost = 40
/** Of what a moderator says to the author. */
export const saidAtMost = 1000

const tellers = ['patient', 'carer'] as const
export type Teller = (typeof tellers)[number]

export const namings = ['first-name', 'chosen-name', 'anonymous'] as const
export type Naming = (typeof namings)[number]

/** What the author agreed to; without all of them a story is not taken. */
export const consents = ['publish', 'own', 'others'] as const
export type Consent = (typeof consents)[number]

export const CONSENT_WORDS: Readonly<Record<Consent, string>> = {
  publish: 'My story may be published on this site, for anybody to read',
  own: 'It is my own experience, or that of somebody I cared for who agrees to its being told',
  others: 'It names no other person: no relative, no patient, nobody of a hospital’s staff',
}

export const storySchema = z.object({
  title: z.string().trim().min(3).max(titleAtMost),
  /** Plain text; an empty line parts paragraphs. */
  words: z.string().trim().min(wordsAtLeast).max(wordsAtMost),
  by: z.enum(tellers),
  procedure: z
    .string()
    .nullable()
    .refine((id) => id === null || procedureById(id) !== undefined),
  condition: z
    .string()
    .nullable()
    .refine((id) => id === null || conditionName(id) !== null),
  naming: z.enum(namings),
  /** As it is shown; null where it is anonymous. */
  name: z.string().trim().min(1).max(nameAtMost).nullable(),
  /** Invented, for a demonstration. */
  fictional: z.boolean(),
})
export type StoryBody = z.infer<typeof storySchema>

/**
 * `waiting`: the latest version is with the moderators. `published`: it is what everybody reads. With any other
 * but `withdrawn` and `taken-down` an earlier version may still be public.
 */
export type StoryState = 'waiting' | 'change-asked' | 'refused' | 'published' | 'taken-down' | 'withdrawn'

/** Who tells it, as readers see it. */
export function tellerWords(by: Teller, name: string | null): string {
  const who = by === 'patient' ? 'a patient' : 'somebody who cared for a patient'
  return name === null ? `Told by ${who}, who would rather not be named` : `Told by ${name}, ${who}`
}

export const conditionName = (id: string): string | null =>
  CONDITIONS.find((condition) => condition.id === id)?.name ?? null

/** The paragraphs of a story as they were typed. */
export const paragraphsOf = (words: string): readonly string[] =>
  words
    .split(/\r?\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
