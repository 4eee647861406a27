/** How much of an agent is usual and how much is possible: what catches a wrong unit before it is signed. */

import { agents, radioactiveAgents } from '../kinds/preparation.ts'
import type { Impossibility, Warning } from './remark.ts'

interface Given {
  readonly agent: string
  readonly dose: number
  readonly unit: string
}

/**
 * The usual dose of one session, an agent and unit.
 *
 * @unverified no source read gives these; they are wide on purpose, for a warning and never for a decision
 */
const usual: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  doxorubicin: { mg: [10, 150], 'mg-m2': [20, 80] },
  epirubicin: { mg: [10, 150], 'mg-m2': [20, 100] },
  cisplatin: { mg: [10, 150], 'mg-m2': [20, 100] },
  'mitomycin-c': { mg: [2, 40], 'mg-m2': [2, 20] },
  irinotecan: { mg: [50, 300] },
  melphalan: { mg: [20, 220] },
  lipiodol: { ml: [1, 20] },
  'y90-resin': { GBq: [0.3, 4] },
  'y90-glass': { GBq: [0.3, 12] },
  ho166: { GBq: [1, 15] },
  i125: { GBq: [0.1, 3] },
}

/** More than any vial or patient holds; Y-90 glass vials go up to 20 GBq. */
const mostGBq = 25

const isRadioactiveAgent = (agent: string) => radioactiveAgents.some((each) => each === agent)

const nameOf = (agent: string) => agents[agent as keyof typeof agents] ?? agent

/** An activity in the wrong unit, or an agent whose unit cannot be: refused, with the number that was probably meant. */
export function doseImpossibilities({ agent, dose, unit }: Given, path: string): readonly Impossibility[] {
  const at = (field: string) => (path ? `${path}.${field}` : field)
  if (isRadioactiveAgent(agent) && unit !== 'GBq') {
    const words = `The activity of ${nameOf(agent)} is given in GBq`
    return [{ code: 'unit', path: at('unit'), words }]
  }
  if (!isRadioactiveAgent(agent) && unit === 'GBq') {
    const words = `${nameOf(agent)} is not radioactive: its dose is not given in GBq`
    return [{ code: 'unit', path: at('unit'), words }]
  }
  if (unit !== 'GBq' || dose <= mostGBq) return []
  const words = `${trimmed(dose)} GBq is more than can be given. Did you mean ${trimmed(dose / 1000)} GBq?`
  return [{ code: 'unit', path: at('dose'), words }]
}

/** A dose outside of the usual. */
export function doseWarnings({ agent, dose, unit }: Given, path: string): readonly Warning[] {
  const range = usual[agent]?.[unit]
  if (!range || (dose >= range[0] && dose <= range[1])) return []
  const shown = unit === 'mg-m2' ? 'mg/m²' : unit
  return [
    {
      path: path ? `${path}.dose` : 'dose',
      words: `${trimmed(dose)} ${shown} of ${nameOf(agent)} is outside of the usual ${range[0]} to ${range[1]} ${shown}`,
    },
  ]
}

/** A number as people write it: no more than three places. */
export function trimmed(value: number): string {
  return String(Number(value.toFixed(3)))
}
