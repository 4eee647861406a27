/** Survival statistics on a million subjects, beside R's `survival` on the same file in the same run. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aalenJohansen } from '#core/statistics/aalen-johansen.ts'
import { survivalAt } from '#core/statistics/at-times.ts'
import { coxRegression } from '#core/statistics/cox.ts'
import { kaplanMeierBy } from '#core/statistics/kaplan-meier.ts'
import { logRank } from '#core/statistics/log-rank.ts'
import { type BenchSubjects, benchSubjects, groups, writeSubjects } from './statistics-data.ts'

interface Method {
  readonly name: 'curves' | 'logRank' | 'cox' | 'incidence'
  readonly words: string
  /** How many times as fast as R at least. */
  readonly goal: number
  /** The work that is timed; what it comes to, read afterwards, must be R's. */
  readonly run: (subjects: BenchSubjects) => () => readonly number[]
}

interface Timed {
  readonly ms: number
  readonly found: readonly number[]
}

const day = Float64Array.of(1000)

const methods: readonly Method[] = [
  {
    name: 'curves',
    words: 'Kaplan-Meier by group with intervals',
    goal: 10,
    run: ({ time, event, group }) => {
      const curves = kaplanMeierBy({ time, event }, group, groups)
      return () => curves.map((curve) => survivalAt(curve, day).lower[0] as number)
    },
  },
  {
    name: 'logRank',
    words: 'log-rank',
    goal: 10,
    run: ({ time, event, group }) => {
      const { statistic } = logRank({ time, event }, { group, groups })
      return () => [statistic]
    },
  },
  {
    name: 'cox',
    words: 'Cox, 3 covariates, Efron',
    goal: 4,
    run: ({ time, event, covariates }) => {
      const fit = coxRegression({ time, event, covariates, names: ['x1', 'x2', 'x3'] })
      if (fit.outcome !== 'fitted') throw new Error(`Cox: ${fit.outcome}`)
      const of = (field: 'estimate' | 'standardError') => fit.coefficients.map((each) => each[field])
      return () => [...of('estimate'), ...of('standardError')]
    },
  },
  {
    name: 'incidence',
    words: 'Aalen-Johansen with standard errors',
    goal: 20,
    run: ({ time, cause }) => {
      const { time: times, causes } = aalenJohansen({ time, cause }, 2)
      const reached = times.findLastIndex((each) => each <= 1000)
      const of = (field: 'estimate' | 'standardError') => causes.map((each) => each[field][reached] as number)
      return () => [...of('estimate'), ...of('standardError')]
    },
  },
]

/**
 * Days, as registries have them, then fractions of days, all different; each the best of three on both sides. R takes
 * fractions closer than 1.5e-8 of their mean for ties, which is why some of its figures differ in the ninth place.
 */
export function benchStatistics(print: (line: string) => void): void {
  print('Statistics, best of 3; R without its start and reading:')
  const hasR = spawnSync('Rscript', ['-e', 'library(survival)']).status === 0
  if (!hasR) print('  without R beside it: apt-get install r-base-core r-cran-survival')
  const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-bench-'))
  try {
    for (const unit of ['days', 'fractions'] as const) {
      const words = unit === 'days' ? 'in whole days' : 'in fractions of days'
      const both = (count: number, names: readonly Method['name'][]) => {
        const subjects = benchSubjects(count, unit)
        const file = join(folder, `${unit}-${count}`)
        if (hasR) writeSubjects(file, subjects)
        const distinct = new Set(subjects.time).size
        print(`  ${amount(count)} subjects, times ${words}, ${amount(distinct)} different:`)
        const theirs = hasR ? inR(file, names) : new Map<string, Timed>()
        for (const method of methods.filter(({ name }) => names.includes(name)))
          report(method, ours(method, subjects), theirs.get(method.name), print)
      }
      both(1_000_000, ['curves', 'logRank', 'cox'])
      // R's jackknife takes subjects times times: a hundred thousand different times would take it an hour
      both(unit === 'days' ? 100_000 : 10_000, ['incidence'])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function ours({ run }: Method, subjects: BenchSubjects): Timed {
  let ms = Number.POSITIVE_INFINITY
  let found: readonly number[] = []
  for (let time = 0; time < 3; time += 1) {
    const began = performance.now()
    const read = run(subjects)
    ms = Math.min(ms, performance.now() - began)
    found = read()
  }
  return { ms, found }
}

function inR(file: string, names: readonly string[]): ReadonlyMap<string, Timed> {
  const script = join(import.meta.dirname, 'statistics.R')
  const { status, stdout, stderr } = spawnSync('Rscript', [script, file, ...names], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`R: ${stderr}`)
  const lines = stdout.trim().split('\n')
  return new Map(
    lines.map((line) => {
      const { method, ms, found } = JSON.parse(line) as Timed & { method: string }
      return [method, { ms, found }]
    }),
  )
}

function report(
  { words, goal }: Method,
  mine: Timed,
  theirs: Timed | undefined,
  print: (line: string) => void,
): void {
  const own = `    ${words}: ${amount(mine.ms)} ms`
  if (!theirs) {
    print(own)
    return
  }
  const apart = mine.found.map((value, at) => {
    const other = theirs.found[at] as number
    return Math.abs(value - other) / Math.abs(other)
  })
  const furthest = Math.max(...apart)
  if (!(furthest < 1e-6)) throw new Error(`${words}: ours ${mine.found}, R’s ${theirs.found}`)
  const times = theirs.ms / mine.ms
  print(
    `${own}; R ${amount(theirs.ms)} ms: ${times.toPrecision(3)} times as fast (at least ${goal}), ` +
      `agreeing to ${furthest.toExponential(0)}`,
  )
}

function amount(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 })
}
