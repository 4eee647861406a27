/** What the cost model is given: each input with its unit and limits, read from an address, every one refused in words. */

import { inSentence } from '../../sentence.ts'

export interface CostInput {
  readonly label: string
  readonly unit: string
  readonly hint: string
  readonly least: number
  readonly most: number
  readonly whole?: true
  /** Under which heading it is asked. */
  readonly group: CostGroup
  /** To try the page with: chosen for round numbers, from no source. */
  readonly example: number
}

export const COST_GROUPS = {
  activity: 'Activity',
  pathway: 'By referral pathway',
  travel: 'Travel to the recipient',
  new: 'By a new service',
  time: 'Time',
} as const
export type CostGroup = keyof typeof COST_GROUPS

const pounds = { least: 0, most: 1_000_000_000 } as const

const COST_INPUTS = {
  patientsPerYear: {
    ...{
      label: 'Patients a year',
      unit: 'patients',
      group: 'activity',
      least: 0.1,
      most: 100_000,
      example: 20,
    },
    hint: 'Who would have the procedure and live where the gap is',
  },
  treatmentsPerPatient: {
    ...{ label: 'Treatments for each patient', unit: 'treatments', group: 'activity' },
    ...{ least: 0.1, most: 50, example: 1.5 },
    hint: 'Sessions that are paid for one by one',
  },
  unitCostRecipient: {
    ...{
      label: 'Cost of a treatment at the recipient',
      unit: '£',
      group: 'pathway',
      ...pounds,
      example: 3000,
    },
    hint: 'What is paid for one, with the bed and the anaesthetist',
  },
  pathwayPerYear: {
    ...{
      label: 'Running the referral pathway, a year',
      unit: '£',
      group: 'pathway',
      ...pounds,
      example: 5000,
    },
    hint: 'MDT time, coordination, imaging sent over',
  },
  pathwayOnce: {
    ...{
      label: 'Agreeing the referral pathway, once',
      unit: '£',
      group: 'pathway',
      ...pounds,
      example: 10_000,
    },
    hint: 'Time to write and agree it',
  },
  journeysPerPatient: {
    ...{ label: 'Journeys there and back, for each patient', unit: 'journeys', group: 'travel' },
    ...{ least: 0, most: 100, example: 3 },
    hint: 'Clinic, treatment, scans that are done there',
  },
  kmOneWay: {
    ...{ label: 'Distance one way', unit: 'km', group: 'travel', least: 0, most: 2000, example: 60 },
    hint: 'By road, from the gap to the recipient',
  },
  costPerKm: {
    ...{ label: 'Cost of a kilometre', unit: '£', group: 'travel', least: 0, most: 1000, example: 0.3 },
    hint: 'Whoever pays it: patient, charity or service',
  },
  minutesOneWay: {
    ...{ label: 'Travel time one way', unit: 'minutes', group: 'travel', least: 0, most: 2880, example: 70 },
    hint: 'By car',
  },
  costPerMinute: {
    ...{ label: 'Value of a minute of travel', unit: '£', group: 'travel', least: 0, most: 1000, example: 0 },
    hint: '0: a patient’s time is not counted',
  },
  transfersPerPatient: {
    ...{ label: 'Ambulance transfers for each patient', unit: 'transfers', group: 'travel' },
    ...{ least: 0, most: 50, example: 0.1 },
    hint: '0.1: one patient in ten is brought once',
  },
  costPerTransfer: {
    ...{ label: 'Cost of a transfer', unit: '£', group: 'travel', least: 0, most: 1_000_000, example: 300 },
    hint: 'One way, by ambulance',
  },
  unitCostNew: {
    ...{ label: 'Cost of a treatment at the new service', unit: '£', group: 'new', ...pounds, example: 3000 },
    hint: 'Without what is asked below: no staff or room counted twice',
  },
  newPerYear: {
    ...{ label: 'Running the new service, a year', unit: '£', group: 'new', ...pounds, example: 150_000 },
    hint: 'Operators, nurses, cover, upkeep: what is paid whatever the activity',
  },
  newOnce: {
    ...{ label: 'Setting up the new service, once', unit: '£', group: 'new', ...pounds, example: 250_000 },
    hint: 'Equipment, training, room',
  },
  horizonYears: {
    ...{
      label: 'Years to look ahead',
      unit: 'years',
      group: 'time',
      least: 1,
      most: 50,
      whole: true,
      example: 10,
    },
    hint: 'About as long as the equipment lasts',
  },
  discountRate: {
    ...{ label: 'Discount rate', unit: '% a year', group: 'time', least: 0, most: 30, example: 3.5 },
    hint: '0: a pound in ten years counts as one today',
  },
} as const satisfies Readonly<Record<string, CostInput>>

export type CostName = keyof typeof COST_INPUTS
export type CostInputs = Readonly<Record<CostName, number>>
export const COST_NAMES = Object.keys(COST_INPUTS) as readonly CostName[]

export const costInput = (name: CostName): CostInput => COST_INPUTS[name]

/** All inputs of the example. */
export const exampleInputs = (): CostInputs =>
  Object.fromEntries(COST_NAMES.map((name) => [name, COST_INPUTS[name].example])) as Record<CostName, number>

export interface ReadCosts {
  /** Null while one is missing or refused. */
  readonly inputs: CostInputs | null
  /** As they were typed. */
  readonly typed: Readonly<Partial<Record<CostName, string>>>
  /** In the order in which they are asked. */
  readonly problems: readonly { readonly field: CostName; readonly words: string }[]
  /** Nothing was given yet. */
  readonly isEmpty: boolean
}

/** Reads inputs as an address holds them. Commas between thousands and a pound sign are taken. */
export function readCostInputs(given: Readonly<Record<string, string | undefined>>): ReadCosts {
  const typed: Partial<Record<CostName, string>> = {}
  const read: Partial<Record<CostName, number>> = {}
  const problems: { field: CostName; words: string }[] = []
  const isEmpty = COST_NAMES.every((name) => (given[name] ?? '').trim() === '')
  for (const name of COST_NAMES) {
    const text = (given[name] ?? '').trim()
    if (text !== '') typed[name] = text
    const value = numberIn(text)
    const words = isEmpty ? null : problemOf(costInput(name), text, value)
    if (words) problems.push({ field: name, words })
    else if (value !== null) read[name] = value
  }
  const isWhole = problems.length === 0 && !isEmpty
  return { inputs: isWhole ? (read as CostInputs) : null, typed, problems, isEmpty }
}

function numberIn(text: string): number | null {
  const plain = text.replace(/^£\s*/, '').replace(/,(?=\d{3}(\D|$))/g, '')
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(plain)) return null
  return Number(plain)
}

function problemOf({ label, unit, least, most, whole }: CostInput, text: string, value: number | null) {
  const what = inSentence(label)
  if (text === '') return `Enter ${what}${least === 0 ? '; 0 where there is none' : ''}`
  if (value === null) return `${label}: enter a number${unit === '£' ? ' of pounds' : ''}, such as 12 or 12.5`
  if (value < 0) return `${label} cannot be below 0`
  if (value < least) return `${label} has to be ${least} or more`
  if (value > most) return `${label} has to be ${most.toLocaleString('en-GB')} or less`
  if (whole && !Number.isInteger(value)) return `${label} has to be a whole number`
  return null
}
