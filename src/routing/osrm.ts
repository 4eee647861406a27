/** OSRM's table service: seconds between points, by the road network that it was given. */

import { z } from 'zod'
import type { Point } from '#core/network/network.ts'
import { ask, type EngineAddress, minutesOf, type RoutingEngine, RoutingError } from './engine.ts'

const NAME = 'OSRM'
/** `--max-table-size`, where nothing else is said. */
const MOST_POINTS = 100

const answerSchema = z.object({ code: z.literal('Ok'), durations: z.array(z.array(z.number().nullable())) })
const refusalSchema = z.object({ code: z.string(), message: z.string().optional() })

/** @see Project-OSRM/osrm-backend, docs/http.md: table service, codes of answers */
export function osrm(address: EngineAddress & { readonly mostPoints?: number | undefined }): RoutingEngine {
  return {
    name: 'osrm',
    mostPoints: address.mostPoints ?? MOST_POINTS,
    async matrix(sources, targets) {
      const places = (from: number, count: number) =>
        Array.from({ length: count }, (_, at) => from + at).join(';')
      const points = [...sources, ...targets].map(pointOf).join(';')
      const query = `sources=${places(0, sources.length)}&destinations=${places(sources.length, targets.length)}`
      const { said } = await ask(NAME, address, `/table/v1/driving/${points}?${query}&annotations=duration`)
      const answer = answerSchema.safeParse(said)
      if (answer.success) return minutesOf(NAME, answer.data.durations, sources.length, targets.length)
      throw refusal(said, sources.length + targets.length)
    },
  }
}

/** Longitude first. */
const pointOf = ({ latitude, longitude }: Point): string => `${longitude.toFixed(6)},${latitude.toFixed(6)}`

function refusal(said: unknown, points: number): RoutingError {
  const { data } = refusalSchema.safeParse(said)
  if (data?.code === 'NoSegment' || data?.code === 'NoTable')
    return new RoutingError('no-road', `${NAME} knows no road near one of ${points} points.`)
  if (data?.code === 'TooBig')
    return new RoutingError(
      'refused',
      `${NAME} takes no table of ${points} points: set ROUTING_TABLE to what its --max-table-size is.`,
    )
  if (data) return new RoutingError('refused', `${NAME} refuses: ${data.code} ${data.message ?? ''}`.trim())
  return new RoutingError('misunderstood', `${NAME} answers in another form: is ROUTING_URL its address?`)
}
