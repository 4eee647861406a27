/**
 * The columns by which a cohort is chosen, in groups as the cohort builder shows them, and how each reads in a
 * sentence. What came after a treatment is no ground to choose it by (that would decide the result): of an
 * outcome only whether it is known can be asked.
 */

import type { Column } from '../column.ts'
import { treatmentColumns } from '../levels/treatment.ts'

export const filterGroups = {
  what: 'What was done',
  where: 'Where',
  disease: 'Disease',
  treatment: 'Circumstances',
  who: 'Patients',
  when: 'When',
  outcome: 'Outcome known or not',
} as const
export type FilterGroup = keyof typeof filterGroups

export type FilterName = keyof typeof treatmentColumns

export interface FilterColumn {
  readonly name: FilterName
  readonly group: FilterGroup
  /** What is asked of it: some of its values, a range of numbers or of days, or only whether it is known. */
  readonly asks: 'values' | 'range' | 'days' | 'known'
  /** The smallest and largest number that a range can name. */
  readonly within?: readonly [number, number]
  /** Never missing, so that nobody asks whether it is known. */
  readonly always?: true
  /** The part of the sentence that these words make, with the space or comma before it. */
  readonly says: (words: string) => string
  /** Its name inside a sentence, where whether it is known is said. */
  readonly noun: string
}

type Given = Omit<FilterColumn, 'name' | 'group'>

const values = (says: Given['says'], noun: string, always?: true): Given => ({
  asks: 'values',
  says,
  noun,
  ...(always ? { always } : {}),
})
const range = (within: readonly [number, number], says: Given['says'], noun: string): Given => ({
  asks: 'range',
  within,
  says,
  noun,
})
const known = (noun: string): Given => ({ asks: 'known', says: () => '', noun })

/** In the order in which a sentence says them. */
const declared: Readonly<Record<FilterGroup, Partial<Readonly<Record<FilterName, Given>>>>> = {
  what: {
    procedure: values((words) => ` by ${words}`, 'procedure', true),
    intent: values((words) => ` with ${words} intent`, 'intent', true),
    modality: values((words) => `, ablation by ${words}`, 'kind of ablation'),
    embolic: values((words) => `, embolic ${words}`, 'embolic'),
    selectivity: values((words) => `, selectivity ${words}`, 'selectivity'),
    sessions: range([1, 50], (words) => `, in ${words} ${plural(words, 'session')}`, 'number of sessions'),
  },
  where: {
    nation: values((words) => ` in ${words}`, 'nation', true),
    region: values((words) => `, in the region ${words}`, 'region', true),
    organisation: values((words) => `, at ${words}`, 'organisation', true),
  },
  disease: {
    tumourSite: values((words) => `, tumour site ${words}`, 'tumour site'),
    icd10: values((words) => `, ICD-10 category ${words}`, 'ICD-10 category'),
    stageGroup: values((words) => `, stage group ${words}`, 'stage group'),
    tumours: range([0, 30], (words) => `, with ${words} ${plural(words, 'tumour')}`, 'number of tumours'),
    largestTumour: range([0, 400], (words) => `, largest tumour ${words} mm`, 'size of the largest tumour'),
    childPugh: values((words) => `, Child-Pugh class ${words}`, 'Child-Pugh class'),
    albi: values((words) => `, ALBI grade ${words}`, 'ALBI grade'),
    ecog: values((words) => `, ECOG performance status ${words}`, 'ECOG performance status'),
  },
  treatment: {
    urgency: values((words) => `, urgency ${words}`, 'urgency'),
    anaesthesia: values((words) => `, anaesthesia ${words}`, 'anaesthesia'),
    daysFromReferral: range([-30, 3650], (words) => `, ${words} days from referral`, 'days from referral'),
    daysFromDiscussion: range(
      [-365, 3650],
      (words) => `, ${words} days from MDT discussion`,
      'days from MDT discussion',
    ),
    origin: values((words) => `, taken from ${words}`, 'origin', true),
  },
  who: {
    sex: values((words) => `, sex ${words}`, 'sex'),
    age: range([0, 90], (words) => `, of patients aged ${words}`, 'age'),
  },
  when: {
    startedOn: {
      asks: 'days',
      always: true,
      says: (words) => `, started ${words}`,
      noun: 'day of treatment',
    },
  },
  outcome: {
    technicalSuccess: known('technical success'),
    techniqueEfficacy: known('technique efficacy'),
    bestResponse: known('best response'),
    daysToLastImaging: known('a scan after treatment'),
    complication30: known('complications within 30 days'),
    died30: known('survival to day 30'),
    died90: known('survival to day 90'),
    scoreBefore: known('symptom score before'),
    scoreAfter: known('symptom score after'),
    relieved: known('relief'),
    feedback: known('feedback'),
    experience: known('experience'),
  },
}

const plural = (words: string, one: string) => (words === '1' ? one : `${one}s`)

export const filterColumns: readonly FilterColumn[] = Object.entries(declared).flatMap(([group, columns]) =>
  Object.entries(columns).map(([name, given]) => ({
    ...given,
    // Both records are declared above by exactly these names.
    name: name as FilterName,
    group: group as FilterGroup,
  })),
)

const byName = new Map<string, FilterColumn>(filterColumns.map((filter) => [filter.name, filter]))

/** The column of this name, if a cohort can be chosen by it. */
export const filterNamed = (name: string): FilterColumn | undefined => byName.get(name)

/** As the level declares it: label, meaning, options. */
export const columnOf = ({ name }: Pick<FilterColumn, 'name'>): Column => treatmentColumns[name]
