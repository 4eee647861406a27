/** Every questionnaire that an edition can use: old versions stay, because answers to them stay. */
import type { Questionnaire } from '../questionnaire.ts'
import { ioCensus1 } from './io-census-1.ts'
import { ioCensus2 } from './io-census-2.ts'

export const QUESTIONNAIRES: readonly Questionnaire[] = [ioCensus1, ioCensus2]

/** The questionnaire of a new edition. */
export const CURRENT_QUESTIONNAIRE: Questionnaire = ioCensus2

/** The questionnaire with this id and version, if there is one. */
export function findQuestionnaire(id: string, version: number): Questionnaire | undefined {
  return QUESTIONNAIRES.find((questionnaire) => questionnaire.id === id && questionnaire.version === version)
}
