/**
 * To which rows an endpoint applies: an ablation can be complete, a biopsy cannot. A row to which it does not apply is
 * neither due nor missing nor at risk. A user's own endpoint goes by the same rules, by its column or its events.
 *
 * @see RCR, Interventional oncology: guidance for service delivery, 2013, clause 6.5: which outcome is recorded of what
 * @unverified what each procedure can relieve, which is our own choice
 */

import { type Technique, techniquesFor } from '../../catalogue/techniques.ts'
import type { Endpoint, Event } from '../endpoint.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'

export interface Rule {
  /** The columns that it asks for, of the unit's level or its treatment. */
  readonly columns: readonly string[]
  /** A sentence, printed under the figure. */
  readonly words: string
  /** 1 for each row to which it applies. */
  readonly of: (vectors: Vectors) => Uint8Array
}

const ablations: Rule = {
  columns: ['procedure'],
  words: 'Applies to ablations: after any other procedure it is neither due nor missing.',
  of: (vectors) => among(vectors, 'procedure', (id) => techniquesFor(id).includes('ablation')),
}

const diseaseModifying: Rule = {
  columns: ['intent'],
  words:
    'Applies to disease-modifying treatments, after which scans are read for it: after a supportive one it is neither due nor missing.',
  of: (vectors) => among(vectors, 'intent', (intent) => intent === 'disease-modifying'),
}

/** What takes tissue, gives access or food, or marks: it relieves nothing that a patient can score. */
const withoutRelief: ReadonlySet<Technique> = new Set(['biopsy', 'venous', 'feeding', 'markers'])

/** Whether a procedure can relieve a symptom. */
export function canRelieve(procedure: string): boolean {
  const techniques = techniquesFor(procedure)
  return techniques.length === 0 || techniques.some((technique) => !withoutRelief.has(technique))
}

const relief: Rule = {
  columns: ['intent', 'procedure', 'scoreBefore'],
  words:
    'Applies where there is a symptom to relieve: to supportive treatments other than biopsies, venous access and filters, feeding tubes and markers, and to any with a score above 0 before it. After others it is neither due nor missing.',
  of: (vectors) => {
    const supportive = among(vectors, 'intent', (intent) => intent === 'supportive')
    const able = among(vectors, 'procedure', canRelieve)
    const score = numbersOf(vectors, 'scoreBefore')
    return supportive.map((is, row) => {
      const before = score[row] as number
      return Number.isNaN(before) ? is & (able[row] as number) : before > 0 ? 1 : 0
    })
  },
}

/** Change of a sum of diameters: what a waterfall is of. An ablation zone is not measured so. */
export const measuredByDiameters: Rule = {
  columns: ['intent', 'procedure'],
  words:
    'Applies to disease-modifying treatments other than ablations, whose zones are not measured by diameters: others are neither due nor missing.',
  of: (vectors) => {
    const modifying = diseaseModifying.of(vectors)
    const ablated = ablations.of(vectors)
    return modifying.map((is, row) => (ablated[row] === 1 ? 0 : is))
  },
}

const byColumn: Readonly<Record<string, Rule>> = {
  techniqueEfficacy: ablations,
  responded: diseaseModifying,
  relieved: relief,
}

const readFromScans: ReadonlySet<Event> = new Set(['progression', 'local-progression'])

/** Null: it applies to every row. */
export function ruleOf(endpoint: Endpoint): Rule | null {
  if (endpoint.measure === 'proportion')
    return Object.hasOwn(byColumn, endpoint.column) ? (byColumn[endpoint.column] ?? null) : null
  const { events, competing, censoring } = endpoint
  const needsScans =
    censoring === 'last-imaging' || [...events, ...competing].some((event) => readFromScans.has(event))
  return needsScans ? diseaseModifying : null
}

/**
 * 1 for each row to which an endpoint applies.
 *
 * @throws RangeError where a column of `endpointColumns` was not read
 */
export function appliesTo(endpoint: Endpoint, vectors: Vectors): Uint8Array {
  return ruleOf(endpoint)?.of(vectors) ?? new Uint8Array(vectors.length).fill(1)
}

/** 1 for each row with one of the values that hold; 0 where the value is not known. */
function among(vectors: Vectors, column: string, holds: (value: string) => boolean): Uint8Array {
  const { codes, values } = choicesOf(vectors, column)
  const byCode = Uint8Array.from(['', ...values], (value, code) => (code > 0 && holds(value) ? 1 : 0))
  return Uint8Array.from(codes, (code) => byCode[code] ?? 0)
}
