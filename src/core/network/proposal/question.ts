/** What can be asked of the network: who could take a gap's patients, which pathways, where new services should be. */

import { z } from 'zod'
import { nationSchema } from '../../catalogue/organisations.ts'
import { procedureById, procedureWithin } from '../../catalogue/procedures.ts'

const about = {
  procedure: z.string().refine((id) => procedureById(id) !== undefined),
  /** Whose people, gaps and new services; null: all four nations. */
  nation: nationSchema.nullable(),
}

/** For each gap, the nearest suitable recipients. */
const recipientsSchema = z.object({ kind: z.literal('recipients'), ...about })

/** New referral pathways: the fewest that put a share of the people within reach, or so many that reach most. */
const pathwaysSchema = z.object({
  kind: z.literal('pathways'),
  ...about,
  /** Per cent of the people, above 0 and up to 100; null: `count` is given. */
  share: z.number().gt(0).max(100).nullable(),
  /** How many pathways to choose; null: as few as the share needs. */
  count: z.number().int().positive().max(1000).nullable(),
  /** The longest way to the recipient, in minutes. */
  within: z.number().positive().max(1440),
})

export const candidateChoices = ['all', 'department', 'supportive'] as const
export type Candidates = (typeof candidateChoices)[number]

/** Where so many new services should be. */
const servicesSchema = z.object({
  kind: z.literal('services'),
  ...about,
  /** `mean`: the shortest way on average (p-median). `covering`: most people within `within` minutes. */
  aim: z.enum(['mean', 'covering']),
  /** New ones where today's are fixed, else services in all. */
  count: z.number().int().positive().max(1000),
  within: z.number().positive().max(1440).nullable(),
  existing: z.enum(['fixed', 'free']),
  /** Which organisations could become one: all, those with an IR department, those that offer supportive IO only. */
  candidates: z.enum(candidateChoices),
})

export const questionSchema = z.discriminatedUnion('kind', [recipientsSchema, pathwaysSchema, servicesSchema])
export type Question = z.infer<typeof questionSchema>
export type RecipientsQuestion = z.infer<typeof recipientsSchema>
export type PathwaysQuestion = z.infer<typeof pathwaysSchema>
export type ServicesQuestion = z.infer<typeof servicesSchema>

export const kindWords: Readonly<Record<Question['kind'], string>> = {
  recipients: 'Recipients for each gap',
  pathways: 'New referral pathways',
  services: 'Where new services should be',
}

/** `England`, or `the United Kingdom` for all four nations. */
export const placeWords = ({ nation }: Pick<Question, 'nation'>): string => nation ?? 'the United Kingdom'

/** The question as one would ask it aloud. */
export function questionWords(question: Question): string {
  const procedure = procedureWithin(question.procedure)
  const place = placeWords(question)
  switch (question.kind) {
    case 'recipients':
      return `Who could take the patients of each service in ${place} that has no way to ${procedure}?`
    case 'pathways':
      if (question.share === null) return bestPathwaysWords(question, procedure, place)
      return `Which are the fewest new referral pathways that bring ${percent(question.share)} of the people in ${place} within reach of ${procedure}, no more than ${minutesWords(question.within)} away?`
    case 'services':
      return servicesWords(question, procedure, place)
  }
}

function bestPathwaysWords({ count, within }: PathwaysQuestion, procedure: string, place: string): string {
  const many = countWords(count ?? 0, 'new referral pathway', 'new referral pathways')
  return `Which ${many} would bring most people in ${place} within reach of ${procedure}, no more than ${minutesWords(within)} away?`
}

function servicesWords(
  { aim, count, existing, within, candidates }: ServicesQuestion,
  procedure: string,
  place: string,
): string {
  const many = countWords(count, 'service', 'services')
  const which = existing === 'fixed' ? `${count === 1 ? 'one' : count} new ${noun(count)}` : many
  const start = existing === 'fixed' ? `beside today’s` : 'if one could begin anew'
  const what =
    aim === 'mean'
      ? `so that the way is shortest on average`
      : `so that most people are within ${minutesWords(within ?? 0)}`
  const among = candidateWords[candidates].among
  return `Where in ${place} should ${which} for ${procedure} be, ${start}, ${what}${among ? `, chosen among ${among}` : ''}?`
}

export const candidateWords: Readonly<
  Record<Candidates, { readonly choice: string; readonly among: string }>
> = {
  all: { choice: 'All organisations', among: '' },
  department: {
    choice: 'Those with an interventional radiology department',
    among: 'organisations with an interventional radiology department',
  },
  supportive: {
    choice: 'Those that offer supportive procedures only',
    among: 'services that offer supportive procedures only',
  },
}

const noun = (count: number): string => (count === 1 ? 'service' : 'services')

/** `one service`, `3 services`. */
export const countWords = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${many}`

/** `1 minute`, `45 minutes`. */
export const minutesWords = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** `95%`; with one digit behind the point where there is one. */
export const percent = (share: number): string => `${Number(share.toFixed(1))}%`
