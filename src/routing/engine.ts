/** What a routing engine answers, whichever it is, and the ways in which it can fail. */

import type { Point } from '#core/network/network.ts'

export type EngineName = 'osrm' | 'valhalla'

export interface RoutingEngine {
  readonly name: EngineName
  /** How many points one question may have, the one that it starts from among them. */
  readonly mostPoints: number
  /** Minutes by car from each source to each target, row by row; null: no way by road. */
  matrix(sources: readonly Point[], targets: readonly Point[]): Promise<(number | null)[][]>
}

export interface EngineAddress {
  readonly url: string
  readonly timeoutMs: number
}

export type RoutingFault =
  /** It does not answer, or says that it is busy or broken: worth another try. */
  | 'down'
  /** It takes too long: worth another try. */
  | 'slow'
  /** It knows no road near one of the points: fewer points at once tell which. */
  | 'no-road'
  /** It will not answer this question, now or later. */
  | 'refused'
  /** What it says is not what such an engine says. */
  | 'misunderstood'

/** The engine's failure in one plain line. */
export class RoutingError extends Error {
  readonly fault: RoutingFault
  constructor(fault: RoutingFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/**
 * Asks, and gives the answer's status and body.
 *
 * @throws RoutingError where there is no answer in time, or none that can be read
 */
export async function ask(
  engine: string,
  { url, timeoutMs }: EngineAddress,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly said: unknown }> {
  const seconds = Math.round(timeoutMs / 100) / 10
  try {
    const answer = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
      ...(body === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          }),
    })
    const words = await answer.text()
    if (answer.status >= 500 || answer.status === 429)
      throw new RoutingError('down', `${engine} answers ${answer.status}: it is busy or broken.`)
    return { status: answer.status, said: parsed(engine, words) }
  } catch (error) {
    if (error instanceof RoutingError) throw error
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new RoutingError('slow', `${engine} did not answer within ${seconds} seconds.`)
    throw new RoutingError('down', `${engine} cannot be reached: ${causeOf(error)}.`)
  }
}

function parsed(engine: string, words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    throw new RoutingError('misunderstood', `${engine} answers what is not JSON: is ROUTING_URL its address?`)
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.message : String(error)
}

/**
 * Seconds as an engine gives them, in minutes.
 *
 * @throws RoutingError where the matrix is not of the size that was asked for, or holds what is no time
 */
export function minutesOf(
  engine: string,
  seconds: readonly (readonly (number | null)[])[],
  sources: number,
  targets: number,
): (number | null)[][] {
  if (seconds.length !== sources || seconds.some((row) => row.length !== targets)) {
    const found = `${seconds.length} x ${seconds[0]?.length ?? 0}`
    throw new RoutingError(
      'misunderstood',
      `${engine} was asked for ${sources} x ${targets} times and gave ${found}.`,
    )
  }
  return seconds.map((row) =>
    row.map((value) => {
      if (value === null) return null
      if (!(value >= 0)) throw new RoutingError('misunderstood', `${engine} gave ${value} seconds for a way.`)
      return value / 60
    }),
  )
}
