/** The siting problems that independent judges have answered: from the project's own data, small enough to ask again. */

import { covering } from '#core/network/siting/covering.ts'
import { pMedian } from '#core/network/siting/p-median.ts'
import { fewestPathways, type PathwaysProblem, pathwayOptions } from '#core/network/siting/pathways.ts'
import type { Watch } from '#core/network/siting/problem.ts'
import { type Instance, instanceOf } from '../../../bench/siting/instances.ts'
import { writeCovering, writePathways, writePMedian } from '../../../bench/siting/model.ts'

export interface Case {
  readonly name: string
  /** GLPK takes minutes over the larger ones. */
  readonly byGlpk: boolean
  write(file: string): Promise<void>
  /** As the judges count: in thousands. */
  ours(watch: Watch): { readonly outcome: string; readonly objective: number }
}

const every = (count: number) => (_: string, at: number) => at % count === 0

function median(areas: number, p: number, fixed?: number, byGlpk = true): Case {
  const instance = instanceOf(areas, fixed ? every(fixed) : undefined)
  return {
    name: `p-median, ${areas} areas, p ${p}${fixed ? `, every ${fixed}th fixed` : ''}`,
    byGlpk,
    write: (file) => writePMedian(file, instance, p),
    ours: (watch) => inThousands(pMedian({ ...instance, p }, watch)),
  }
}

function covered(areas: number, p: number, within: number, fixed?: number, byGlpk = true): Case {
  const instance = instanceOf(areas, fixed ? every(fixed) : undefined)
  return {
    name: `covering, ${areas} areas, p ${p}, ${within} minutes${fixed ? `, every ${fixed}th fixed` : ''}`,
    byGlpk,
    write: (file) => writeCovering(file, instance, p, within),
    ours: (watch) => inThousands(covering({ ...instance, p, within }, watch)),
  }
}

function linked(areas: number, share: number, within: number): Case {
  const problem = pathwaysOf(instanceOf(areas), share, within)
  return {
    name: `pathways, ${areas} areas, share ${share}, ${within} minutes`,
    byGlpk: true,
    write: (file) => writePathways(file, problem),
    ours: (watch) => fewestPathways(problem, watch),
  }
}

/** Every seventh site offers it; each of the others could refer to the three of them that are nearest to its people. */
function pathwaysOf({ areas, sites, minutes }: Instance, share: number, within: number): PathwaysProblem {
  const at = (s: number, a: number) => minutes[s * areas.length + a] as number
  const homes = areas.map((_, a) => sites.reduce((best, __, s) => (at(s, a) < at(best, a) ? s : best), 0))
  const offering = sites.flatMap((_, s) => (s % 7 === 0 ? [s] : []))
  const open = areas.flatMap(({ code, weight }, a) => {
    const home = homes[a] as number
    return home % 7 === 0 && at(home, a) <= within ? [] : [{ code, weight, home: sites[home]?.code ?? '', a }]
  })
  const pairs = sites.flatMap((from, s) => {
    const first = open.find(({ home }) => home === from.code)
    if (s % 7 === 0 || !first) return []
    const nearest = [...offering].sort((one, other) => at(one, first.a) - at(other, first.a)).slice(0, 3)
    return nearest.map((to) => ({ from: from.code, to: sites[to]?.code ?? '' }))
  })
  const times = { sites: sites.map(({ code }) => code), areas: areas.map(({ code }) => code), minutes }
  const people = areas.reduce((sum, { weight }) => sum + weight, 0)
  const left = open.reduce((sum, { weight }) => sum + weight, 0)
  return {
    areas: open.map(({ code, weight }) => ({ code, weight })),
    options: pathwayOptions({ areas: open, pairs, times, within }),
    need: share * people - (people - left),
  }
}

function inThousands({ outcome, objective }: { outcome: string; objective: number }) {
  return { outcome, objective: objective / 1000 }
}

export const cases: readonly Case[] = [
  median(60, 1),
  median(60, 5),
  median(60, 20),
  median(120, 3, 5),
  median(120, 10, undefined, false),
  median(400, 5, 10, false),
  covered(120, 3, 30),
  covered(400, 10, 45),
  covered(400, 40, 60),
  covered(400, 20, 90, undefined, false),
  covered(2000, 10, 45, undefined, false),
  covered(2000, 3, 45, 4),
  linked(400, 0.5, 90),
  linked(400, 0.75, 90),
  linked(2000, 0.6, 120),
]
