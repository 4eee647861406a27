/** What cannot be true of a past treatment, whoever says so: days in an order that no life has, values that exclude one another. */

import { dayWords } from '../calendar/uk-time.ts'
import { techniquesFor } from '../catalogue/techniques.ts'
import { ageAt } from '../patient/age.ts'
import type { PastTreatmentBody } from './past-treatment.ts'

export interface PastProblem {
  /** Names from the body down, joined by dots. */
  readonly path: string
  readonly words: string
}

/** @param today in the United Kingdom, as 2026-11-22: nothing lies after it */
export function pastProblems(body: PastTreatmentBody, today: string): readonly PastProblem[] {
  return [...daysOutOfOrder(body, today), ...tumours(body, today), ...contradictions(body)]
}

type DayName = Extract<keyof PastTreatmentBody, `${string}On`>

/** What each day is, in the middle of a sentence. */
const days: Readonly<Record<DayName, string>> = {
  birthOn: 'the birth date',
  treatedOn: 'the treatment',
  referredOn: 'the referral',
  discussedOn: 'the MDT discussion',
  lastSeenOn: 'the last follow-up',
  diedOn: 'the death',
  firstProgressionOn: 'the first progression',
  localProgressionOn: 'the local progression',
  lastImagedOn: 'the last scan',
  safetyOn: 'the safety review',
  complicationOn: 'the complication',
  severeOn: 'the severe complication',
}
const names = Object.keys(days) as readonly DayName[]

/** Never before the treatment. */
const after: readonly DayName[] = [
  ...(['lastSeenOn', 'diedOn', 'firstProgressionOn', 'localProgressionOn', 'lastImagedOn'] as const),
  ...(['safetyOn', 'complicationOn', 'severeOn'] as const),
]
/** Said of somebody who was alive. */
const alive = names.filter((name) => !['birthOn', 'treatedOn', 'diedOn', 'discussedOn'].includes(name))
const firstTreatment = '1980-01-01'
const oldest = 120

function daysOutOfOrder(body: PastTreatmentBody, today: string): PastProblem[] {
  const { birthOn, treatedOn, diedOn } = body
  const found: PastProblem[] = []
  const order = (path: DayName, is: 'before' | 'after', other: DayName) =>
    found.push({
      path,
      words: `${sentence(days[path])} (${dayWords(body[path] ?? '')}) is ${is} ${days[other]} (${dayWords(body[other] ?? '')})`,
    })
  for (const name of names) {
    const day = body[name]
    if (day === undefined) continue
    if (day > today)
      found.push({ path: name, words: `${sentence(days[name])} lies in the future: ${dayWords(day)}` })
    else if (name !== 'birthOn' && birthOn !== undefined && day < birthOn)
      found.push({ path: name, words: `${sentence(days[name])} (${dayWords(day)}) is before the birth date` })
    else if (after.includes(name) && day < treatedOn) order(name, 'before', 'treatedOn')
    else if (diedOn !== undefined && alive.includes(name) && day > diedOn) order(name, 'after', 'diedOn')
    else if (name === 'referredOn' && day > treatedOn) order(name, 'after', 'treatedOn')
  }
  if (treatedOn < firstTreatment)
    found.push({ path: 'treatedOn', words: `The treatment is before ${dayWords(firstTreatment)}` })
  if (
    birthOn !== undefined &&
    birthOn <= treatedOn &&
    treatedOn <= today &&
    ageAt(birthOn, treatedOn) > oldest
  )
    found.push({ path: 'birthOn', words: `By the birth date the patient was over ${oldest} years old` })
  return found
}

function tumours({ targets = [], treatedOn, diedOn }: PastTreatmentBody, today: string): PastProblem[] {
  return targets.flatMap(({ progressedOn }, at) => {
    if (progressedOn === undefined) return []
    const path = `targets.${at}.progressedOn`
    const what = `The progression of tumour ${at + 1} (${dayWords(progressedOn)})`
    if (progressedOn > today) return [{ path, words: `${what} lies in the future` }]
    if (progressedOn < treatedOn) return [{ path, words: `${what} is before the treatment` }]
    return diedOn !== undefined && progressedOn > diedOn
      ? [{ path, words: `${what} is after the death` }]
      : []
  })
}

function contradictions(body: PastTreatmentBody): PastProblem[] {
  const {
    safety,
    worstCirse,
    worstCtcae,
    complicationOn,
    severeOn,
    diedOn,
    bestResponse,
    criteria,
    scoreAfter,
  } = body
  const found: PastProblem[] = []
  const say = (path: keyof PastTreatmentBody, words: string) => found.push({ path, words })
  const isGraded = worstCirse !== undefined || worstCtcae !== undefined || complicationOn !== undefined
  if (safety === 'none' && (isGraded || severeOn !== undefined))
    say('safety', 'It says that there was no complication, and a complication is given')
  if (worstCirse === '6' && diedOn === undefined)
    say('worstCirse', 'CIRSE grade 6 is a death, and no death is given')
  if (worstCtcae === '5' && diedOn === undefined)
    say('worstCtcae', 'CTCAE grade 5 is a death, and no death is given')
  if (bestResponse !== undefined && criteria === undefined)
    say('criteria', 'A response is given without the criteria by which it was judged')
  if (scoreAfter !== undefined && body.scoreBefore === undefined)
    say('scoreBefore', 'The symptom is scored after the treatment and not before it')
  const techniques = techniquesFor(body.procedure)
  const only = (path: 'modality' | 'embolic' | 'activityDelivered', ...of: readonly string[]) => {
    if (body[path] !== undefined && !techniques.some((each) => of.includes(each)))
      say(path, 'It does not belong to this procedure')
  }
  only('modality', 'ablation')
  only('embolic', 'embolisation')
  only('activityDelivered', 'radioembolisation', 'brachytherapy')
  return found
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
