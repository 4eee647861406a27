/** What a patient is asked by their own link, and what their answers come to. The words are the feedback kind's own. */

import { feedback } from '../pathway/kinds/follow-up.ts'
import { type Choice, fieldOf } from '../record/field.ts'
import type { Instrument } from '../registry/instruments.ts'
import type { AskedItem } from '../service/kinds/instrument-licence.ts'

const optionsOf = (name: 'experience' | 'by'): readonly Choice[] => {
  const field = fieldOf(feedback.fields[name])
  return field?.input === 'choice' ? field.options : []
}

/** The Friends and Family question's answers, best first. */
export const experienceOptions = optionsOf('experience')
/** Who answers, in the words of the one who does. */
export const byOptions: readonly Choice[] = [
  { value: 'patient', label: 'I am the patient' },
  { value: 'helped', label: 'I am the patient, and somebody helped me' },
  { value: 'carer', label: 'I care for the patient' },
]
export const longestWords = 2000

type Body = Parameters<typeof feedback.line>[0]

export interface PatientAnswers {
  readonly experience: NonNullable<Body['experience']>
  readonly by: NonNullable<Body['by']>
  readonly words: string | null
  /** From 0 to 10, in the order of the symptoms that were asked about; null where it was left out. */
  readonly scores: readonly (number | null)[]
  /** Of instruments of which anything was answered. */
  readonly instruments: readonly {
    readonly instrument: Instrument['id']
    readonly licence: string
    readonly answers: readonly { readonly item: string; readonly value: number }[]
  }[]
}

/** An instrument that a link asks, in the words that the service has under its licence. */
export interface AskedInstrument {
  readonly instrument: Instrument
  readonly licence: string
  readonly items: readonly AskedItem[]
}

/** What an item's field is called on the form. */
export const itemField = ({ instrument }: AskedInstrument, { item }: AskedItem): string =>
  `item-${instrument.id}-${item}`

export interface AnswerProblem {
  readonly field: string
  readonly words: string
}

/** Reads what a form sent. Only the one question and who answers are needed; the rest may be left out. */
export function readAnswers(
  fields: Readonly<Record<string, string>>,
  symptoms: readonly string[],
  instruments: readonly AskedInstrument[] = [],
): { readonly answers: PatientAnswers; readonly problems: readonly AnswerProblem[] } {
  const problems: AnswerProblem[] = []
  const { experience = '', by = '' } = fields
  const words = (fields.words ?? '').replaceAll('\r\n', '\n').trim()
  if (!experienceOptions.some(({ value }) => value === experience))
    problems.push({ field: 'experience', words: 'Select how your experience was' })
  if (words.length > longestWords)
    problems.push({ field: 'words', words: `What you write has to be ${longestWords} characters or fewer` })
  if (!byOptions.some(({ value }) => value === by))
    problems.push({ field: 'by', words: 'Select who answers' })
  const scores = symptoms.map((_, index) => {
    const given = fields[`score-${index}`] ?? ''
    return /^(10|\d)$/.test(given) ? Number(given) : null
  })
  const ofInstruments = instruments.flatMap((asked) => {
    const answers = asked.items.flatMap((each) => {
      const given = fields[itemField(asked, each)] ?? ''
      const value = /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN
      return value >= each.from && value <= each.to ? [{ item: each.item, value }] : []
    })
    return answers.length === 0 ? [] : [{ instrument: asked.instrument.id, licence: asked.licence, answers }]
  })
  const answers = {
    ...{ experience, by, words: words === '' ? null : words, scores },
    instruments: ofInstruments,
  } as PatientAnswers
  return { answers, problems }
}

/** What can be asked about of a case: symptoms that were scored before the treatment, each once. */
export function symptomsOf(
  scores: readonly { readonly body: { readonly symptom: string; readonly moment: string } }[],
): readonly string[] {
  const found = new Map<string, string>()
  for (const { body } of scores) {
    const symptom = body.symptom.trim()
    if (body.moment === 'before' && !found.has(symptom.toLowerCase()))
      found.set(symptom.toLowerCase(), symptom)
  }
  return [...found.values()].slice(0, 3)
}
