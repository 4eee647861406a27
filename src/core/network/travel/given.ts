/** Travel times that somebody gives in a file: a service, a small area, minutes; read whole or refused by line. */

/** A line of the file. */
export interface GivenLine {
  readonly line: number
  readonly origin: string
  readonly destination: string
  readonly minutes: string
}

export interface GivenProblem {
  readonly line: number
  readonly words: string
}

/** Minutes by service and place of the area; Infinity: no way by road. */
export type GivenTimes = ReadonlyMap<string, ReadonlyMap<number, number>>

export interface GivenRead {
  readonly times: GivenTimes
  readonly pairs: number
  readonly problems: readonly GivenProblem[]
}

/** Two days: no way within the United Kingdom takes longer. */
const MOST_MINUTES = 2880

/**
 * Reads lines one by one. Minutes are a number from 0 to 2,880, or empty: no way by road. A pair may stand once.
 *
 * @param sites codes of organisations
 * @param areas places of small areas, by code
 */
export function readGiven(
  lines: Iterable<GivenLine>,
  sites: ReadonlySet<string>,
  areas: ReadonlyMap<string, number>,
): GivenRead {
  const times = new Map<string, Map<number, number>>()
  const problems: GivenProblem[] = []
  let pairs = 0
  for (const { line, origin, destination, minutes } of lines) {
    const site = origin.trim().toUpperCase()
    const area = areas.get(destination.trim().toUpperCase())
    const way = minutesOf(minutes)
    const wrong = [
      ...(sites.has(site) ? [] : [`origin ${said(origin)} is no organisation of today`]),
      ...(area !== undefined ? [] : [`destination ${said(destination)} is no small area`]),
      ...(way !== null
        ? []
        : [
            `minutes ${said(minutes)} are not a number from 0 to ${MOST_MINUTES}, nor empty for no way by road`,
          ]),
    ]
    if (area !== undefined && times.get(site)?.has(area)) wrong.push('this pair stands further up already')
    if (wrong.length > 0 || area === undefined || way === null) {
      problems.push({ line, words: sentence(wrong.join('; ')) })
      continue
    }
    const own = times.get(site) ?? new Map<number, number>()
    own.set(area, way)
    times.set(site, own)
    pairs++
  }
  return { times, pairs, problems }
}

function minutesOf(words: string): number | null {
  const compact = words.trim()
  if (compact === '') return Number.POSITIVE_INFINITY
  if (!/^\d{1,4}(\.\d+)?$/.test(compact)) return null
  const value = Number(compact)
  return value <= MOST_MINUTES ? value : null
}

const said = (words: string): string => (words.trim() === '' ? '(empty)' : words.trim().slice(0, 40))
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
