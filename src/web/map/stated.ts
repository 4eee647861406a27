/** Referral pathways that both ends' records state, laid over those that an edition of the census declares. */

import { isInForce } from '#core/network/network-of.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import type { MapModel, MappedService } from '../components/map-model.ts'
import type { MapPathway } from '../components/national-map/national-map.tsx'

/** Those that are confirmed, in force and for the procedure, where one is chosen. */
export function confirmedFor(
  register: readonly RegisteredPathway[],
  procedure: string | undefined,
): readonly RegisteredPathway[] {
  return register.filter(
    (pathway) =>
      pathway.answer === 'confirmed' &&
      isInForce(pathway) &&
      (procedure === undefined || pathway.procedures.includes(procedure)),
  )
}

/** The same map with them: drawn apart from what is declared only, and named in the list. */
export function withConfirmed(model: MapModel, confirmed: readonly RegisteredPathway[]): MapModel {
  const names = new Map(model.services.map(({ code, name }) => [code, name]))
  const known = confirmed.filter(({ from, to }) => names.has(from) && names.has(to))
  const pairs = new Map(known.map(({ from, to }) => [`${from} ${to}`, { from, to }]))
  const services = model.services.map((service): MappedService => {
    const own = [...pairs.values()].filter(({ from }) => from === service.code).map(({ to }) => to)
    if (own.length === 0) return service
    const declared = service.refersTo.filter(({ code }) => !own.includes(code))
    const stated = own.map((code) => ({ code, name: names.get(code) ?? code, confirmed: true }))
    return { ...service, refersTo: [...stated, ...declared] }
  })
  const pathways: readonly MapPathway[] = [
    ...model.pathways.filter(({ from, to }) => !pairs.has(`${from} ${to}`)),
    ...[...pairs.values()].map((pair) => ({ ...pair, confirmed: true })),
  ]
  return { ...model, services, pathways }
}
