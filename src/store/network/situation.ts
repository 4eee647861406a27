/** The network of a day with its travel times and where people live: what questions are asked about. */

import type { Situation } from '#core/network/proposal/situation.ts'
import type { Store } from '../open.ts'
import { areas } from './areas.ts'
import { loadNetwork, type NetworkAsked } from './network.ts'
import { loadTravelTimes } from './travel.ts'

/** @throws Error where the travel times are of other areas than people live in: a fault of ours */
export async function situationOf(store: Store, asked: NetworkAsked): Promise<Situation> {
  const network = await loadNetwork(store, asked)
  const times = await loadTravelTimes(store, network)
  const people = areas()
  if (checked.get(times) !== people) {
    if (times.areas.length !== people.length || people.some(({ code }, at) => code !== times.areas[at]))
      throw new Error('The travel times are not of the areas in data/population.csv, in their order.')
    checked.set(times, people)
  }
  return { network, times, areas: people }
}

const checked = new WeakMap<object, object>()
