/** The independent judges of siting: CBC and GLPK of Debian, each given the whole model as a file. */

import { spawnSync } from 'node:child_process'

export interface Judged {
  /** In thousands of people, times minutes where the model has minutes; a covering as a positive number. */
  readonly objective: number
  /** Of the solving alone, without the judge's start and reading, as it says itself; NaN: it does not. */
  readonly seconds: number
  readonly cpuSeconds: number
}

export const judges = ['cbc', 'glpk'] as const
export type Judge = (typeof judges)[number]

/** Where a judge is missing, how to get it; null: it is here. */
export function missing(judge: Judge): string | null {
  const [command, flag, packaged] =
    judge === 'cbc' ? ['cbc', '-quit', 'coinor-cbc'] : ['glpsol', '--version', 'glpk-utils']
  const found = spawnSync(command, [flag]).status === 0
  return found ? null : `no ${command} here: apt-get install ${packaged}`
}

/** Has a model solved to proven optimality; throws where the judge does not say that it is. */
export function judged(judge: Judge, file: string): Judged {
  return judge === 'cbc' ? byCbc(file) : byGlpk(file)
}

function byCbc(file: string): Judged {
  const { stdout } = spawnSync('cbc', [file, '-ratio', '0', '-allow', '0', '-solve'], options)
  if (!stdout.includes('Optimal solution found')) throw new Error(`CBC: ${stdout.slice(-2000)}`)
  return {
    objective: Math.abs(numberAfter(stdout, /Objective value: +(\S+)/)),
    seconds: numberAfter(stdout, /Time \(Wallclock seconds\): +(\S+)/),
    cpuSeconds: numberAfter(stdout, /Time \(CPU seconds\): +(\S+)/),
  }
}

function byGlpk(file: string): Judged {
  const { stdout } = spawnSync('glpsol', ['--freemps', file, '-o', '/dev/stdout'], options)
  if (!/Status: +INTEGER OPTIMAL/.test(stdout)) throw new Error(`GLPK: ${stdout.slice(-2000)}`)
  return {
    objective: Math.abs(numberAfter(stdout, /Objective: +cost = (\S+)/)),
    seconds: Number.NaN,
    cpuSeconds: Number.NaN,
  }
}

const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const

function numberAfter(text: string, pattern: RegExp): number {
  const found = Number(text.match(pattern)?.[1])
  if (Number.isNaN(found)) throw new Error(`The judge said nothing like ${pattern}.`)
  return found
}
