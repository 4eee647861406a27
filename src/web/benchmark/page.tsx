/** A service's benchmark, for the service alone: where it stands, how complete its data are, which cases to chase. */

import { Button, Select } from 'nhsuk-react-components'
import { organisationsOf } from '#core/access/may.ts'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import type { Denominators, ReleasedFigure } from '#core/registry/figure/figure.ts'
import { grouped } from '#core/registry/figure/words.ts'
import { freshen } from '#store/case/freshen.ts'
import { countQueries } from '#store/case/lists.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { latestSnapshot } from '#store/snapshot/latest.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import { islandsOf, RegistryFigure } from '../components/registry-figure/registry-figure.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import {
  type AskedBenchmark,
  adjustments,
  askedOf,
  cohortOf,
  type Measure,
  measures,
  pictures,
  specOf,
  viewOf,
} from './asked.ts'

export async function choosePage(c: PageContext) {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'quality:see')
  const [only] = codes
  if (only && codes.length === 1) return c.redirect(paths.benchmark(only))
  const names = await organisationNames(c.var.store.db, codes)
  return show(
    c,
    <Page c={c} title="Benchmark" here={paths.benchmark()}>
      <h1 className="nhsuk-heading-l">Benchmark</h1>
      <p>You have a role at more than one organisation. Choose whose benchmark to see.</p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <a href={paths.benchmark(code)}>{names.get(code) ?? code}</a>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

interface MeasureRow {
  readonly measure: Measure
  readonly own: ReleasedFigure
  readonly all: ReleasedFigure
}

export async function benchmarkPage(c: PageContext) {
  const code = c.req.param('code') ?? ''
  const names = await organisationNames(c.var.store.db, [code])
  const name = names.get(code)
  if (!name) return notFound(c)
  const asked = askedOf(code, c.req.query())
  const snapshot = await latestSnapshot(c.var.store.db, c.var.config)
  const open = await openQueries(c, code)
  const standing = snapshot && (await standingOf(snapshot, asked))
  const islands = standing ? islandsOf(standing.figure) : []
  return show(
    c,
    <Page c={c} title={`Benchmark: ${name}`} here={paths.benchmark()} islands={islands} wide>
      <span className="nhsuk-caption-l">{name}</span>
      <h1 className="nhsuk-heading-l">Benchmark</h1>
      <p className="nhsuk-u-reading-width">
        Your own numbers beside those of all services, for you alone: other services are not named, and no
        public page shows this.
      </p>
      <ChaseWords code={code} open={open} />
      <AskForm asked={asked} />
      {snapshot && standing ? (
        <Standing asked={asked} {...standing} snapshot={snapshot} />
      ) : (
        <p>The registry has no snapshot yet. One is taken every night.</p>
      )}
    </Page>,
  )
}

async function openQueries(c: PageContext, code: string): Promise<number> {
  const counts = await inScope(c, 'quality:see', async (db) => {
    await freshen(db, [code], c.var.now())
    return countQueries(db, code, c.var.now())
  })
  return counts.reduce((sum, each) => sum + each.open, 0)
}

/** What does not change with the snapshot is computed once: a snapshot never changes. */
const national = new Map<string, Promise<ReleasedFigure>>()
const mostKept = 400

function ofAll(
  snapshot: Snapshot,
  asked: AskedBenchmark,
  { id, endpoint }: Measure,
): Promise<ReleasedFigure> {
  const key = `${snapshot.id} ${id} ${asked.procedure}`
  const kept = national.get(key)
  if (kept) return kept
  const made = figureOf(
    snapshot,
    { kind: 'proportion', cohort: cohortOf(asked, false), endpoint },
    { who: 'public' },
  )
  if (national.size >= mostKept) national.clear()
  national.set(key, made)
  made.catch(() => national.delete(key))
  return made
}

async function standingOf(snapshot: Snapshot, asked: AskedBenchmark) {
  const audience = { who: 'service', organisation: asked.code } as const
  const own = cohortOf(asked, true)
  const rows = await Promise.all(
    measures.map(async (measure): Promise<MeasureRow> => {
      const spec = { kind: 'proportion', cohort: own, endpoint: measure.endpoint } as const
      const [ours, all] = await Promise.all([
        figureOf(snapshot, spec, audience),
        ofAll(snapshot, asked, measure),
      ])
      return { measure, own: ours, all }
    }),
  )
  return { rows, figure: await figureOf(snapshot, specOf(asked), audience) }
}

function ChaseWords({ code, open }: { readonly code: string; readonly open: number }) {
  return (
    <p>
      <a href={paths.quality(code)}>
        {open === 0
          ? 'No value of your cases is missing or in doubt'
          : `${open} ${open === 1 ? 'value' : 'values'} of your cases to complete or correct`}
      </a>
    </p>
  )
}

function AskForm({ asked }: { readonly asked: AskedBenchmark }) {
  return (
    <form method="get" action={paths.benchmark(asked.code)} className="fp-inline-form fp-screen-only">
      <Select id="procedure" name="procedure" label="Procedure" defaultValue={asked.procedure}>
        <Select.Option value="">All procedures</Select.Option>
        {PROCEDURES.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Select id="measure" name="measure" label="Measure" defaultValue={asked.measure.id}>
        {measures.map(({ id, title }) => (
          <Select.Option key={id} value={id}>
            {title}
          </Select.Option>
        ))}
      </Select>
      <Select id="picture" name="picture" label="Picture" defaultValue={asked.picture}>
        {Object.entries(pictures).map(([id, title]) => (
          <Select.Option key={id} value={id}>
            {title}
          </Select.Option>
        ))}
      </Select>
      <Select id="adjust" name="adjust" label="Position" defaultValue={asked.adjust}>
        {Object.entries(adjustments).map(([id, title]) => (
          <Select.Option key={id} value={id}>
            {title}
          </Select.Option>
        ))}
      </Select>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

interface StandingProps {
  readonly asked: AskedBenchmark
  readonly rows: readonly MeasureRow[]
  readonly figure: ReleasedFigure
  readonly snapshot: Snapshot
}

function Standing({ asked, rows, figure, snapshot }: StandingProps) {
  return (
    <>
      <RegistryFigure
        figure={figure}
        snapshot={snapshot.id}
        files={[{ words: 'Table as CSV', href: paths.benchmarkFile(asked.code, viewOf(asked)) }]}
      />
      <DataTable
        stacks
        caption="Every measure: yours beside all services, and what is missing"
        rows={rows}
        keyOf={({ measure }) => measure.id}
        columns={[
          {
            heading: 'Measure',
            names: true,
            cell: ({ measure }) =>
              measure.id === asked.measure.id ? (
                measure.title
              ) : (
                <a href={paths.benchmark(asked.code, viewOf({ ...asked, measure }))}>{measure.title}</a>
              ),
          },
          { heading: 'Yours', number: true, cell: ({ own }) => shareOf(own) },
          { heading: 'All services', number: true, cell: ({ all }) => shareOf(all) },
          { heading: 'Yours: known, of due', number: true, cell: ({ own }) => knownOf(own.denominators) },
          { heading: 'All: known, of due', number: true, cell: ({ all }) => knownOf(all.denominators) },
        ]}
      />
    </>
  )
}

/** The share with its interval, as the figure's own table says it. */
function shareOf({ table }: ReleasedFigure): string {
  const words = table.rows.at(-1)?.at(-1)
  return words === null || words === undefined ? 'Not known' : String(words)
}

function knownOf({ due, known }: Denominators): string {
  if (due === 0) return 'None due yet'
  if (typeof due === 'string' || typeof known === 'string') return '*'
  return `${grouped(known)} of ${grouped(due)} (${Math.round((known / due) * 100)}%)`
}
