/** The points of a funnel: one's own as it is, others from counts as they may be shown, and where they lie as far as that tells. */

import { type FunnelUnit, type Position, positionOf } from '../../statistics/funnel.ts'
import type { ShownCounts } from '../disclosure/organisations.ts'
import type { Rule } from '../disclosure/policy.ts'
import { standsFor } from '../disclosure/protect.ts'
import type { FunnelPoint, Zone } from './chart.ts'
import type { Gate } from './figure.ts'
import { countOf, limitsOf, type Scale, shareOf } from './funnel-scale.ts'

export interface Unit {
  readonly code: string
  readonly name: string
  readonly known: number
  readonly events: number
  /** Of what is counted, the events or those without; 0 where nothing is adjusted. */
  readonly expected: number
  readonly found: FunnelUnit
}

export interface Drawn {
  readonly unit: Unit
  readonly shown: ShownCounts
  readonly point: FunnelPoint
}

const zones: Readonly<Record<Exclude<Position, 'no-data'>, Exclude<Zone, 'not-told'>>> = {
  within: 'inside',
  'low-alert': 'outside-95',
  'high-alert': 'outside-95',
  'low-alarm': 'outside-99.8',
  'high-alarm': 'outside-99.8',
}

export const zoneWords: Readonly<Record<Zone, string>> = {
  inside: 'Inside the limits',
  'outside-95': 'Outside the 95% limits, inside the 99.8% limits',
  'outside-99.8': 'Outside the 99.8% limits',
  'not-told': 'Not told: the counts that may be published do not place it',
}

/** Where it lies by its own counts. */
export const zoneOf = ({ found }: Pick<Unit, 'found'>): Exclude<Zone, 'not-told'> =>
  found.position === 'no-data' ? 'inside' : zones[found.position]

/** Organisations that are drawn, in the order of their size as it is shown: the order says nothing of who they are. */
export function drawnOf(units: readonly Unit[], scale: Scale, gate: Gate): readonly Drawn[] {
  const others = gate.others(units)
  return units
    .flatMap((unit): readonly Drawn[] => {
      const { code, known, events } = unit
      const name = gate.names(code) ? unit.name : null
      if (gate.audience.who === 'service' && gate.audience.organisation === code) {
        const value = shareOf(scale, unit.found.value ?? 0)
        const size = scale.isAdjusted ? unit.expected : known
        const point = { name, own: true, size, low: value, high: value, zone: zoneOf(unit) }
        return [{ unit, shown: { known, events }, point }]
      }
      const shown = others.get(code)
      const point = shown && pointOf(unit, shown, scale, gate)
      return point ? [{ unit, shown, point: { ...point, name } }] : []
    })
    .sort((a, b) => a.point.size - b.point.size || a.point.high - b.point.high)
}

function pointOf(unit: Unit, shown: ShownCounts, scale: Scale, gate: Gate): FunnelPoint | null {
  // As many as are shown, each with its own case-mix: the exact number expected would tell the exact number known.
  const each = unit.expected / unit.known
  const size = scale.isAdjusted ? Math.round(each * shown.known * 10) / 10 : shown.known
  if (size === 0) return null
  const { low, high } =
    shown.events === '*' ? standsFor('*', gate) : { low: shown.events, high: shown.events }
  const ends = [low, high].map((events) => shareOf(scale, countOf(scale, shown.known, events) / size))
  const zone = gate.names(unit.code) ? zoneOf(unit) : toldZone(unit, shown, scale, gate)
  return { name: null, own: false, size, low: Math.min(...ends), high: Math.max(...ends), zone }
}

/** A side of a limit must leave so many counts to choose from. */
const fewest = 3

/**
 * Where a point lies, if that may be told: on each side of each limit several counts could stand behind what is
 * shown. It is asked of all sides, not only of the one on which it lies, so that not to tell says nothing either.
 */
function toldZone(unit: Unit, shown: ShownCounts, scale: Scale, rule: Rule): Zone {
  const of = standsFor(shown.known, rule)
  const counted = standsFor(shown.events, rule)
  const each = unit.expected / unit.known
  const possible = new Map<Zone, Set<number>>()
  for (let known = of.low; known <= of.high; known += 1) {
    const size = scale.isAdjusted ? each * known : known
    const limits = limitsOf(scale, size)
    for (let events = counted.low; events <= Math.min(known, counted.high); events += 1) {
      const position = positionOf(countOf(scale, known, events) / size, limits)
      const zone = position === 'no-data' ? 'inside' : zones[position]
      possible.set(zone, (possible.get(zone) ?? new Set()).add(events))
    }
  }
  // An adjusted place is told only where it follows from what is shown: beside the place as it is, or the place by
  // another model, it would narrow down the count again.
  const isTold =
    possible.size === 1 || (!scale.isAdjusted && [...possible.values()].every(({ size }) => size >= fewest))
  return isTold ? zoneOf(unit) : 'not-told'
}
