/** The whole model of a siting problem as free MPS, which CBC and GLPK both read: what the judges solve. */

import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { PathwaysProblem } from '#core/network/siting/pathways.ts'
import type { Instance } from './instances.ts'

/**
 * p-median, in thousands of people times minutes: x(a,s) is the part of area a that goes to site s, y(s) is 1 where s
 * is open; each area goes somewhere, only to what is open, and at most p sites are open that were not before.
 */
export async function writePMedian(
  file: string,
  { areas, sites, minutes }: Instance,
  p: number,
): Promise<void> {
  const out = createWriteStream(file)
  out.write('NAME pmedian FREE\nROWS\n N cost\n L p\n')
  for (let a = 0; a < areas.length; a += 1) out.write(` E a${a}\n`)
  const ways: [number, number][] = []
  for (let s = 0; s < sites.length; s += 1)
    for (let a = 0; a < areas.length; a += 1)
      if (Number.isFinite(minutes[s * areas.length + a])) ways.push([a, s])
  for (const [a, s] of ways) out.write(` L l${a}_${s}\n`)
  out.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
  for (const [s, { fixed }] of sites.entries()) {
    if (!fixed) out.write(` y${s} p 1\n`)
    for (let a = 0; a < areas.length; a += 1)
      if (Number.isFinite(minutes[s * areas.length + a])) out.write(` y${s} l${a}_${s} -1\n`)
  }
  out.write(" M2 'MARKER' 'INTEND'\n")
  for (const [a, s] of ways) {
    const cost = ((areas[a] as { weight: number }).weight / 1000) * (minutes[s * areas.length + a] as number)
    out.write(` x${a}_${s} cost ${cost} a${a} 1\n x${a}_${s} l${a}_${s} 1\n`)
  }
  out.write(`RHS\n R p ${p}\n`)
  for (let a = 0; a < areas.length; a += 1) out.write(` R a${a} 1\n`)
  out.write('BOUNDS\n')
  for (const [s, { fixed }] of sites.entries()) out.write(fixed ? ` FX B y${s} 1\n` : ` UP B y${s} 1\n`)
  out.write('ENDATA\n')
  out.end()
  await finished(out)
}

/** Maximal covering, in thousands of people: z(a) is the part of area a that some open site has within the minutes. */
export async function writeCovering(
  file: string,
  { areas, sites, minutes }: Instance,
  p: number,
  within: number,
): Promise<void> {
  const out = createWriteStream(file)
  const near = (a: number, s: number) => (minutes[s * areas.length + a] as number) <= within
  out.write('NAME covering FREE\nROWS\n N cost\n L p\n')
  for (let a = 0; a < areas.length; a += 1) out.write(` L a${a}\n`)
  out.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
  for (const [s, { fixed }] of sites.entries()) {
    out.write(fixed ? ` y${s} cost 0\n` : ` y${s} p 1\n`)
    for (let a = 0; a < areas.length; a += 1) if (near(a, s)) out.write(` y${s} a${a} -1\n`)
  }
  out.write(" M2 'MARKER' 'INTEND'\n")
  for (const [a, { weight }] of areas.entries()) out.write(` z${a} cost ${-weight / 1000} a${a} 1\n`)
  out.write(`RHS\n R p ${p}\nBOUNDS\n`)
  for (const [s, { fixed }] of sites.entries()) out.write(fixed ? ` FX B y${s} 1\n` : ` UP B y${s} 1\n`)
  for (let a = 0; a < areas.length; a += 1) out.write(` UP B z${a} 1\n`)
  out.write('ENDATA\n')
  out.end()
  await finished(out)
}

/** Fewest pathways: z(a) is the part of area a that some chosen pathway reaches; in thousands of people. */
export async function writePathways(file: string, { areas, options, need }: PathwaysProblem): Promise<void> {
  const out = createWriteStream(file)
  out.write('NAME pathways FREE\nROWS\n N cost\n G need\n')
  for (let a = 0; a < areas.length; a += 1) out.write(` L a${a}\n`)
  out.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
  for (const [o, option] of options.entries()) {
    out.write(` y${o} cost 1\n`)
    for (const a of Array.from(option.areas)) out.write(` y${o} a${a} -1\n`)
  }
  out.write(" M2 'MARKER' 'INTEND'\n")
  for (const [a, { weight }] of areas.entries()) out.write(` z${a} need ${weight / 1000} a${a} 1\n`)
  out.write(`RHS\n R need ${need / 1000}\nBOUNDS\n`)
  for (let o = 0; o < options.length; o += 1) out.write(` UP B y${o} 1\n`)
  for (let a = 0; a < areas.length; a += 1) out.write(` UP B z${a} 1\n`)
  out.write('ENDATA\n')
  out.end()
  await finished(out)
}
