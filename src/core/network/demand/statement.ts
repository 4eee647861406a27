/**
 * What the demand of a procedure is computed from, line by line: how many new cases of a cancer a place has, and what
 * share of them would have the procedure. Lines of the published table stand until somebody states another; each
 * statement names its source, or says that it is an assumption.
 */

import { z } from 'zod'
import { NATIONS, type Nation, nationSchema } from '../../catalogue/organisations.ts'
import { PROCEDURES } from '../../catalogue/procedures.ts'

/** Cancers, by the categories of ICD-10 that registries count. */
export const CANCERS = {
  liver: { name: 'Liver', icd10: 'C22' },
  kidney: { name: 'Kidney', icd10: 'C64-C66 and C68' },
  lung: { name: 'Lung', icd10: 'C33-C34' },
  colorectal: { name: 'Colon and rectum', icd10: 'C18-C20' },
  prostate: { name: 'Prostate', icd10: 'C61' },
  breast: { name: 'Breast', icd10: 'C50' },
  pancreas: { name: 'Pancreas', icd10: 'C25' },
  other: { name: 'Another cancer', icd10: 'as its source says' },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly icd10: string }>>
export type Cancer = keyof typeof CANCERS
export const CANCER_IDS = Object.keys(CANCERS) as [Cancer, ...Cancer[]]

/** All null: the United Kingdom. A region or a district is of its nation, and never both. */
export interface DemandPlace {
  readonly nation: Nation | null
  readonly region: string | null
  readonly district: string | null
}
const WHOLE: DemandPlace = { nation: null, region: null, district: null }

/** `incidence`: new cases a year for each 100,000 residents. `share`: percent of new cases that would have the procedure. */
export type DemandWhat = 'incidence' | 'share'
export const HIGHEST: Readonly<Record<DemandWhat, number>> = { incidence: 5000, share: 100 }
export const UNITS: Readonly<Record<DemandWhat, string>> = {
  incidence: 'new cases a year per 100,000 residents',
  share: '% of new cases',
}

const text = (most: number) => z.string().trim().min(1).max(most)
const procedureIds = new Set(PROCEDURES.map(({ id }) => id))

/** One line as it is stated. A value of null takes back what was stated before. */
export const demandLineSchema = z
  .strictObject({
    what: z.enum(['incidence', 'share']),
    cancer: z.enum(CANCER_IDS),
    /** Null for an incidence. */
    procedure: z
      .string()
      .refine((id) => procedureIds.has(id))
      .nullable(),
    nation: nationSchema.nullable(),
    region: text(80).nullable(),
    district: text(80).nullable(),
    value: z.number().min(0).max(5000).nullable(),
    /** `assumption`: of whoever states it. Never taken for a fact. */
    basis: z.enum(['source', 'assumption']),
    source: text(300),
    /** The years that it is of. */
    years: z.string().trim().max(40),
  })
  .superRefine((line, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if ((line.what === 'share') !== (line.procedure !== null))
      wrong('procedure', 'A share is of a procedure, an incidence of none')
    if (line.value !== null && line.value > HIGHEST[line.what])
      wrong('value', `The most that it can be is ${HIGHEST[line.what]}`)
    if ((line.region !== null || line.district !== null) && line.nation === null)
      wrong('nation', 'A region or district is of a nation')
    if (line.region !== null && line.district !== null)
      wrong('district', 'Name a region or a district, not both')
  })
export type DemandLine = z.infer<typeof demandLineSchema>

/** A line with who stated it; `by` null: of the published table that this software brings (data/incidence.csv). */
export interface StatedLine extends DemandLine {
  readonly by: {
    readonly id: string
    readonly author: string
    readonly at: string
    readonly reason: string
  } | null
  /** Whether somebody read it in the source itself. */
  readonly verified: boolean
  readonly note: string
}

/** What two lines have in common when the later one takes the other's place. */
export function keyOf(line: Pick<DemandLine, 'what' | 'cancer' | 'procedure' | keyof DemandPlace>): string {
  const { what, cancer, procedure, nation, region, district } = line
  return [what, cancer, procedure ?? '', nation ?? '', region ?? '', district ?? ''].join('|')
}

/**
 * The lines that hold: of each key the last statement, and where that takes it back or nothing was stated, the
 * published one.
 *
 * @param stated in the order in which they were stated
 */
export function linesInForce(
  published: readonly StatedLine[],
  stated: readonly StatedLine[],
): readonly StatedLine[] {
  const holds = new Map(published.map((line) => [keyOf(line), line]))
  const brought = new Map(holds)
  for (const line of stated) {
    const key = keyOf(line)
    const fallback = brought.get(key)
    if (line.value !== null) holds.set(key, line)
    else if (fallback) holds.set(key, fallback)
    else holds.delete(key)
  }
  return [...holds.values()].sort(inOrder)
}

/** The value that holds for a place: of its district, else of its region, its nation, the United Kingdom. */
export function valueFor(
  lines: ReadonlyMap<string, StatedLine>,
  of: Pick<DemandLine, 'what' | 'cancer' | 'procedure'>,
  place: { readonly nation: Nation; readonly region: string; readonly district: string },
): StatedLine | undefined {
  const { nation, region, district } = place
  return (
    lines.get(keyOf({ ...of, nation, region: null, district })) ??
    lines.get(keyOf({ ...of, nation, region, district: null })) ??
    lines.get(keyOf({ ...of, nation, region: null, district: null })) ??
    lines.get(keyOf({ ...of, ...WHOLE }))
  )
}

export function placeWords({ nation, region, district }: DemandPlace): string {
  if (nation === null) return 'United Kingdom'
  const within = district ?? region
  return within === null || within === nation ? nation : `${within}, ${nation}`
}

function inOrder(a: StatedLine, b: StatedLine): number {
  return (
    a.what.localeCompare(b.what) ||
    CANCER_IDS.indexOf(a.cancer) - CANCER_IDS.indexOf(b.cancer) ||
    (a.procedure ?? '').localeCompare(b.procedure ?? '') ||
    rank(a) - rank(b) ||
    (a.region ?? a.district ?? '').localeCompare(b.region ?? b.district ?? '', 'en')
  )
}

const rank = ({ nation, region, district }: DemandPlace): number =>
  nation === null ? 0 : 1 + 4 * NATIONS.indexOf(nation) + (district ? 2 : region ? 1 : 0)
