/** Ways outward from one place to very many: asked in as many questions as the engine needs, each tried again. */

import type { Point } from '#core/network/network.ts'
import { type RoutingEngine, RoutingError } from './engine.ts'

/** Pauses before another try, for an engine that is down or slow; tests make them short. */
export const PAUSES_MS: readonly number[] = [1_000, 5_000, 20_000]

/**
 * Minutes from one place to each of many: null where there is no way by road, or no road near.
 *
 * A question in which the engine knows no road near one of the points is put again in halves, until it is known which.
 *
 * @throws RoutingError the last one, when no pause is left
 */
export async function outward(
  engine: RoutingEngine,
  from: Point,
  to: readonly Point[],
  pausesMs: readonly number[] = PAUSES_MS,
): Promise<(number | null)[]> {
  const most = Math.max(1, engine.mostPoints - 1)
  const minutes: (number | null)[] = []
  for (let at = 0; at < to.length; at += most)
    minutes.push(...(await partly(engine, from, to.slice(at, at + most), pausesMs)))
  return minutes
}

async function partly(
  engine: RoutingEngine,
  from: Point,
  to: readonly Point[],
  pausesMs: readonly number[],
): Promise<(number | null)[]> {
  try {
    const [row = []] = await patiently(() => engine.matrix([from], to), pausesMs)
    return row
  } catch (error) {
    if (!(error instanceof RoutingError) || error.fault !== 'no-road') throw error
    if (to.length === 1) return [null]
    const half = Math.ceil(to.length / 2)
    const first = await partly(engine, from, to.slice(0, half), pausesMs)
    return [...first, ...(await partly(engine, from, to.slice(half), pausesMs))]
  }
}

async function patiently<Answer>(ask: () => Promise<Answer>, pausesMs: readonly number[]): Promise<Answer> {
  const [pause, ...rest] = pausesMs
  try {
    return await ask()
  } catch (error) {
    const again = error instanceof RoutingError && (error.fault === 'down' || error.fault === 'slow')
    if (!again || pause === undefined) throw error
    await new Promise((done) => setTimeout(done, pause))
    return patiently(ask, rest)
  }
}
