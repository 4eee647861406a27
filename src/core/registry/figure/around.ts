/** What a figure needs beside its rows. It travels with a snapshot, so that whoever has one needs nothing else. */

import { z } from 'zod'
import { type Lone, loneAmong } from '../disclosure/lone.ts'
import type { FigureSpec } from '../figure-spec.ts'

export interface FigureOrganisation {
  readonly name: string
  readonly nation: string
  readonly region: string
}

export interface Around {
  /** The snapshot's day, as 2026-11-22. */
  readonly asOf: string
  readonly organisations: ReadonlyMap<string, FigureOrganisation>
  /** Places of which one organisation alone has treatments in the snapshot. */
  readonly lone: Lone
  /** People by region, with its nation; for volumes. */
  readonly population: readonly {
    readonly region: string
    readonly nation: string
    readonly people: number
  }[]
  /** Of the census edition that a figure names: whether each organisation declared what is asked about; null: no answer. */
  readonly declared: ReadonlyMap<string, boolean | null> | null
}

/** As it stands in a snapshot's `around.json`. */
const aroundSchema = z.object({
  organisations: z.record(z.string(), z.object({ name: z.string(), nation: z.string(), region: z.string() })),
  population: z
    .array(z.object({ region: z.string(), nation: z.string(), people: z.number().nonnegative() }))
    .default([]),
  /** By edition and organisation: the procedures that it declared to offer; null: no answer. */
  declared: z.record(z.string(), z.record(z.string(), z.array(z.string()).nullable())).default({}),
})
export type AroundFacts = z.infer<typeof aroundSchema>

/**
 * What a figure needs of a snapshot's facts: of the declared, those of its edition and procedures.
 *
 * @param contributors codes of the organisations that have any treatment in the snapshot
 */
export function aroundFrom(
  facts: unknown,
  asOf: string,
  spec: FigureSpec,
  contributors: Iterable<string>,
): Around {
  const { organisations, population, declared } = aroundSchema.parse(facts)
  return {
    asOf,
    organisations: new Map(Object.entries(organisations)),
    lone: loneAmong([...contributors].flatMap((code) => organisations[code] ?? [])),
    population,
    declared: spec.kind === 'declared-observed' ? declaredIn(declared[spec.edition] ?? {}, spec) : null,
  }
}

function declaredIn(
  edition: Readonly<Record<string, readonly string[] | null>>,
  { cohort }: FigureSpec,
): ReadonlyMap<string, boolean | null> {
  const procedures = cohort.conditions.flatMap((condition) =>
    condition.column === 'procedure' && condition.is === 'one-of' ? [...condition.values] : [],
  )
  return new Map(
    Object.entries(edition).map(([code, offered]) => [
      code,
      offered &&
        (procedures.length === 0 ? offered.length > 0 : offered.some((each) => procedures.includes(each))),
    ]),
  )
}
