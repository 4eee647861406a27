/** Valhalla's time-distance matrix: seconds between points, by the road network that it was given. */

import { z } from 'zod'
import type { Point } from '#core/network/network.ts'
import { ask, type EngineAddress, minutesOf, type RoutingEngine, RoutingError } from './engine.ts'

const NAME = 'Valhalla'
/** Well below `max_matrix_location_pairs`, 2,500 where nothing else is said; older ones took 50 locations. */
const MOST_POINTS = 50

const seconds = z.number().nullable()
/** Row by row of sources: as objects, or, from version 3.4 on where `verbose` is false, as bare numbers. */
const answerSchema = z.object({
  sources_to_targets: z.union([
    z
      .array(z.array(z.object({ time: seconds })))
      .transform((rows) => rows.map((row) => row.map(({ time }) => time))),
    z.object({ durations: z.array(z.array(seconds)) }).transform(({ durations }) => durations),
  ]),
})
const refusalSchema = z.object({ error_code: z.number(), error: z.string() })

/** Locations in unconnected regions; no suitable edges near one; one is unreachable; no path could be found. */
const NO_ROAD = new Set([170, 171, 441, 442])
/** Exceeded max locations; path distance exceeds the max distance limit; exceeded max location pairs. */
const TOO_MUCH = new Set([150, 154, 157])

/** @see valhalla/valhalla, docs/docs/api/matrix/api-reference.md and turn-by-turn/api-reference.md (error codes) */
export function valhalla(
  address: EngineAddress & { readonly mostPoints?: number | undefined },
): RoutingEngine {
  return {
    name: 'valhalla',
    mostPoints: address.mostPoints ?? MOST_POINTS,
    async matrix(sources, targets) {
      const { said } = await ask(NAME, address, '/sources_to_targets', {
        sources: sources.map(pointOf),
        targets: targets.map(pointOf),
        costing: 'auto',
      })
      const answer = answerSchema.safeParse(said)
      if (answer.success)
        return minutesOf(NAME, answer.data.sources_to_targets, sources.length, targets.length)
      throw refusal(said)
    },
  }
}

const pointOf = ({ latitude, longitude }: Point) => ({ lat: latitude, lon: longitude })

function refusal(said: unknown): RoutingError {
  const { data } = refusalSchema.safeParse(said)
  if (!data)
    return new RoutingError('misunderstood', `${NAME} answers in another form: is ROUTING_URL its address?`)
  if (NO_ROAD.has(data.error_code))
    return new RoutingError('no-road', `${NAME} knows no road near one of the points.`)
  const hint = TOO_MUCH.has(data.error_code) ? ': set ROUTING_TABLE lower, or raise its service_limits' : ''
  return new RoutingError('refused', `${NAME} refuses (${data.error_code} ${data.error})${hint}.`)
}
