/** What the cost page is asked: procedure, gap, recipient, every input, and by how much inputs are varied. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { COST_NAMES, exampleInputs, type ReadCosts, readCostInputs } from '#core/network/cost/inputs.ts'
import { LARGEST_SPREAD } from '#core/network/cost/sensitivity.ts'
import type { PageContext } from '../environment.ts'

export interface AskedCost {
  readonly procedure: string
  /** Codes; empty where none is chosen. */
  readonly gap: string
  readonly recipient: string
  readonly read: ReadCosts
  /** Percent; null where it was given and cannot be. */
  readonly spread: number | null
  readonly spreadTyped: string
  /** How many inputs have the value of the example. */
  readonly examples: number
}

export function askedCost(c: PageContext): AskedCost {
  const query = c.req.query()
  const read = readCostInputs(query)
  const spreadTyped = (query.spread ?? '').trim() || '20'
  const spread = /^\d{1,3}(\.\d+)?$/.test(spreadTyped) ? Number(spreadTyped) : 0
  const example = exampleInputs()
  return {
    procedure: PROCEDURES.find(({ id }) => id === query.procedure)?.id ?? 'liver-ablation',
    gap: query.gap ?? '',
    recipient: query.recipient ?? '',
    read,
    spread: spread > 0 && spread <= LARGEST_SPREAD ? spread : null,
    spreadTyped,
    examples: read.inputs
      ? COST_NAMES.filter((name) => read.inputs?.[name] === example[name] && example[name] !== 0).length
      : 0,
  }
}

/** What says it again in an address. */
export function costView(
  { procedure, gap, recipient, read, spreadTyped }: AskedCost,
  changes: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string | undefined>> {
  return {
    ...{ procedure, gap: gap || undefined, recipient: recipient || undefined },
    ...read.typed,
    spread: spreadTyped === '20' ? undefined : spreadTyped,
    ...changes,
  }
}

/** The example's inputs as an address holds them. */
export const exampleView = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(exampleInputs()).map(([name, value]) => [name, String(value)]))
