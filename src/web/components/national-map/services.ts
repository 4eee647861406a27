/** What a map is told of services and pathways, and what its layers hand one another. */
import type { Place } from './areas.ts'
import type { Ground } from './ground.ts'
import type { Mark } from './marks.ts'

/** One service as the map shows it. */
export interface MapService extends Place {
  readonly name: string
  /** The key of its mark in `marks`. */
  readonly mark: string
  /** What the mark says of it, in words; the link's name is "name: words". */
  readonly words: string
  /** The address of its page; without one it is drawn but leads nowhere (exports). */
  readonly href?: string
  /** Left out by a filter: its land stays, quiet, without a symbol. */
  readonly quiet?: boolean
}

export interface MapPathway {
  readonly from: string
  readonly to: string
  /** Both ends' records state it; else it is declared in the census. */
  readonly confirmed?: boolean
}

/** What every layer of one map needs. */
export interface Parts {
  readonly services: readonly MapService[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly land: Ground
  readonly prefix: string
  readonly groundPrefix: string
  readonly zoom: number
  readonly areas: boolean
}

/** A line's width at this zoom, and its width on the whole picture for the island that zooms on. */
export function line(width: number, zoom: number) {
  return { strokeWidth: Number((width / zoom ** 0.8).toFixed(2)), 'data-line': width }
}
