/** Snapshots of the registry: written in flat memory; a cohort's survival curve beside DuckDB's bare scan of its columns. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Cohort } from '#core/registry/cohort.ts'
import { gateCohort } from '#core/registry/disclosure/gate-cohort.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { openSnapshot, type Snapshot } from '#store/snapshot/open.ts'
import { drawChart } from '#web/components/drawing/vega.ts'
import { chartSpec } from '#web/components/registry-figure/spec.ts'

export interface SnapshotFigure {
  readonly treatments: number
  readonly treatmentsPerSecond: number
  readonly peakMegabytes: number
}

interface Written {
  readonly ms: number
  readonly treatments: number
  readonly rows: number
  readonly bytes: number
  readonly peakMegabytes: number
}

const root = join(import.meta.dirname, '..')
const sizes = [10_000, 100_000, 1_000_000]
const rounds = 7

/** `sizes`: how many treatments each snapshot has; the last one is read. */
export async function benchSnapshot(
  print: (line: string) => void,
  of: readonly number[] = sizes,
): Promise<SnapshotFigure[]> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'bench-snapshot-'))
  try {
    print('Snapshots of the registry.')
    const figures: SnapshotFigure[] = []
    let last = ''
    for (const treatments of of) {
      last = join(folder, String(treatments))
      const written = write(last, treatments)
      const perSecond = Math.round(written.treatments / (written.ms / 1000))
      print(
        `  ${words(written.treatments)} treatments (${words(written.rows)} rows of seven levels): ${words(perSecond)} treatments/s, ` +
          `${words(written.rows / (written.ms / 1000))} rows/s, peak memory ${Math.round(written.peakMegabytes)} MB, ` +
          `${Math.round(written.bytes / 1e6)} MB of files`,
      )
      figures.push({ treatments, treatmentsPerSecond: perSecond, peakMegabytes: written.peakMegabytes })
    }
    printFlatness(figures, print)
    const snapshot = await openSnapshot(last)
    await benchReading(snapshot, print)
    await snapshot.close()
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How memory grows from each size to the next: flat is a ratio near one once the staging has its share. */
function printFlatness(figures: readonly SnapshotFigure[], print: (line: string) => void): void {
  const grown = figures.slice(1).map((next, at) => {
    const before = figures[at] as SnapshotFigure
    const memory = (next.peakMegabytes / before.peakMegabytes).toFixed(2)
    const speed = (next.treatmentsPerSecond / before.treatmentsPerSecond).toFixed(2)
    return `from ${words(before.treatments)} to ${words(next.treatments)} memory ${memory} times, treatments/s ${speed} times`
  })
  if (grown.length > 0) print(`  Growing: ${grown.join('; ')}`)
}

function write(folder: string, treatments: number): Written {
  const script = join(root, 'bench', 'snapshot-write.ts')
  const args = ['--import', 'tsx', script, folder, String(treatments)]
  const child = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Written
}

const everyone: Cohort = { conditions: [] }
const asked: Cohort = {
  conditions: [
    { column: 'intent', is: 'one-of', values: ['disease-modifying'] },
    { column: 'age', is: 'between', from: 40, to: 85 },
  ],
}
/** As the disclosure gate lets it through: ages in bands. */
const curative = gateCohort(asked, { who: 'public' }).cohort
const spec: FigureSpec = {
  kind: 'survival',
  cohort: curative,
  endpoint: {
    measure: 'time',
    unit: 'patient',
    start: 'treatment',
    events: ['death'],
    competing: [],
    censoring: 'last-seen',
  },
  interval: 'log-log',
  months: 60,
}

async function benchReading(snapshot: Snapshot, print: (line: string) => void): Promise<void> {
  const { columns } = neededFor(spec)
  const read = [...new Set([...columns, ...curative.conditions.map(({ column }) => column)])]
  const scan = await fastest(() =>
    snapshot.reading(async (connection) => {
      const result = await connection.run(
        `select ${read.map((name) => `"${name}"`).join(', ')} from treatment`,
      )
      return (await result.fetchAllChunks()).length
    }),
  )
  const figure = await fastest(async () => {
    const released = await figureOf(snapshot, spec, { who: 'public' })
    const chart = chartSpec(released.chart, released.comparators, 'wide')
    if (!chart) throw new Error('there is nothing to draw')
    return (await drawChart(chart)).svg.length
  })
  const many = snapshot.manifest.levels.treatment.rows
  print(`  of ${words(many)} treatments, the fastest of ${rounds}:`)
  print(
    `  cohort to survival curve as SVG ${ms(figure)}, bare scan of its ${read.length} columns ${ms(scan)}: ${(figure / scan).toFixed(1)} times (under 5)`,
  )
  const count = await fastest(() => snapshot.count(curative))
  const all = await fastest(() => snapshot.count(everyone))
  const by = await fastest(() => snapshot.countsBy(curative, 'tumourSite'))
  print(`  counts: of a cohort ${ms(count)}, of all ${ms(all)}, by tumour site ${ms(by)} (under 200 ms)`)
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    await work()
    best = Math.min(best, performance.now() - started)
  }
  return best
}

const words = (number: number) => Math.round(number).toLocaleString('en-GB')
const ms = (time: number) => `${time.toFixed(0)} ms`
