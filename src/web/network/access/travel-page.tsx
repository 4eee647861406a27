/** Where travel times are from: measured, given or estimated; how far measuring is; the crossings; a file to upload. */

import { Button } from 'nhsuk-react-components'
import type { GivenProblem } from '#core/network/travel/given.ts'
import { land } from '#store/network/land.ts'
import { type TravelFile, travelFile } from '#store/network/travel-file.ts'
import { latestRun, type TravelRun } from '#store/network/travel-run.ts'
import { dateTimeWords } from '../../components/dates.ts'
import { FileField } from '../../components/file-field.tsx'
import { type FieldProblem, Problems } from '../../components/problems.tsx'
import { DataTable } from '../../components/table.tsx'
import type { PageContext } from '../../environment.ts'
import { may, show } from '../../layout/page.tsx'
import { notFound } from '../../layout/refusals.tsx'
import { paths } from '../../paths.ts'
import { NetworkPage } from '../frame.tsx'
import { travelAt } from './at.ts'
import { basisWords } from './basis.tsx'
import { minutesWords, people } from './words.ts'

const LINES_SHOWN = 100

interface Given {
  readonly problems?: readonly FieldProblem[]
  readonly lines?: readonly GivenProblem[]
}

export async function travelPage(c: PageContext, { problems = [], lines = [] }: Given = {}) {
  const at = await travelAt(c)
  if (!at) return notFound(c)
  const { db } = c.var.store
  const [run, file] = await Promise.all([latestRun(db, c.var.now()), travelFile(db)])
  return show(
    c,
    <NetworkPage
      c={c}
      part="access"
      title="Travel times"
      crumbs={[{ text: 'Access', href: paths.networkAccess() }]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Where travel times are from</h1>
      <p className="fp-statement">{basisWords(at.times)}</p>
      <RunWords c={c} run={run} />
      <LinesTable lines={lines} />
      <FilePart c={c} file={file} problems={problems} />
      <Estimate />
      <Crossings />
      <p className="fp-quiet fp-travel-key">
        Everything that the minutes rest on, as a key: <code>{at.times.key}</code>
      </p>
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

function RunWords({ c, run }: { readonly c: PageContext; readonly run: TravelRun | null }) {
  const { routing } = c.var.config
  return (
    <section>
      <h2 className="nhsuk-heading-m">Measured by a routing engine</h2>
      {run ? (
        <p>
          {runWords(run)} Last sign of life: {dateTimeWords(run.seenAt)}.
        </p>
      ) : (
        <p>Nothing has been measured yet.</p>
      )}
      {run && run.state !== 'done' ? (
        <progress
          className="fp-travel-progress"
          value={run.done}
          max={run.sites}
          aria-label="Services measured"
        >
          {run.done} of {run.sites}
        </progress>
      ) : null}
      <p className="nhsuk-u-reading-width">
        {routing
          ? `This node asks ${routing.engine === 'osrm' ? 'OSRM' : 'Valhalla'}. Whoever runs it starts measuring with npm run travel, which goes on where it was cut off.`
          : 'This node has no routing engine. Whoever runs it names one (OSRM or Valhalla) with ROUTING_ENGINE and ROUTING_URL and starts measuring with npm run travel.'}{' '}
        Measured times are used once they are there for every service; until then all are estimated, so that
        near is not compared by two measures. Ways of more than 300 km in a straight line stay estimated.
      </p>
    </section>
  )
}

function runWords({ engine, state, done, sites, told }: TravelRun): string {
  const name = engine === 'osrm' ? 'OSRM' : 'Valhalla'
  const far = `${done} of ${sites} services`
  switch (state) {
    case 'done':
      return `${name} has measured from ${far}.`
    case 'running':
      return `${name} is measuring: ${far} so far.`
    case 'silent':
      return `Measuring by ${name} was cut off after ${far}. The next run goes on from there.`
    case 'broken':
      return `Measuring stopped after ${far}: ${told} The next run goes on from there.`
  }
}

function LinesTable({ lines }: { readonly lines: readonly GivenProblem[] }) {
  if (lines.length === 0) return null
  return (
    <DataTable
      stacks
      caption={`What is wrong, by line of the file${lines.length > LINES_SHOWN ? `: the first ${LINES_SHOWN} of ${people(lines.length)}` : ''}`}
      rows={lines.slice(0, LINES_SHOWN)}
      keyOf={({ line, words }) => `${line} ${words}`}
      columns={[
        { heading: 'Line', names: true, cell: ({ line }) => line },
        { heading: 'What is wrong', cell: ({ words }) => words },
      ]}
    />
  )
}

interface FilePartProps {
  readonly c: PageContext
  readonly file: TravelFile | null
  readonly problems: readonly FieldProblem[]
}

function FilePart({ c, file, problems }: FilePartProps) {
  const mayChange = may(c, 'network:propose')
  return (
    <section>
      <h2 className="nhsuk-heading-m">Given in a file</h2>
      <p>
        {file
          ? `${file.name}: ${people(file.pairs)} ${file.pairs === 1 ? 'pair' : 'pairs'} of ${people(file.sites)} ${file.sites === 1 ? 'service' : 'services'}, put in use by ${file.uploadedName}, ${dateTimeWords(file.uploadedAt)}. They take the place of what is measured or estimated.`
          : 'No file is in use.'}
      </p>
      {mayChange && file ? (
        <form method="post" action={paths.networkTravel('remove')}>
          <Button secondary small>
            Take the file out of use
          </Button>
        </form>
      ) : null}
      {mayChange ? (
        <form method="post" action={paths.networkTravel('upload')} encType="multipart/form-data" noValidate>
          <FileField
            name="file"
            label="File of travel times"
            hint="CSV or XLSX with columns origin (code of an organisation), destination (code of a small area) and minutes; empty minutes: no way by road. Up to 50,000 rows. All of it is put in use, or nothing; a file before it goes out of use."
            accept=".csv,.tsv,.txt,.xlsx"
            problems={problems}
          />
          <Button preventDoubleClick>Put the file in use</Button>
        </form>
      ) : null}
    </section>
  )
}

function Estimate() {
  return (
    <section className="nhsuk-u-reading-width">
      <h2 className="nhsuk-heading-m">Estimated</h2>
      <p>
        Minutes are 3.3 times the straight-line kilometres to the power of 0.774: 20 minutes for 10 km, 68 for
        50, 117 for 100. Roads are taken to be 1.4 times as long as the straight line. The formula was fitted
        to 5,434 driving routes in Great Britain. On these it is wrong, either way, by 19% on average from 5
        to 30 km, 15% to 60 km and 16% to 200 km. Traffic and time of day are not in it.
      </p>
      <p>
        It errs most over estuaries, for it knows no bridge and no detour: across the Severn, the Humber, the
        Mersey, the Forth, the Clyde, the Solway and the Wash, ways are shorter here than they are. What
        stands at the far side of one has to be looked at by hand.
      </p>
      <p>
        Nobody drives over open water: each point is on its landmass, islands with a bridge, tunnel or
        causeway count to what they are joined to, and between landmasses there are the ferries below and
        nothing else. Waiting and check-in are not counted, nor whether a ferry sails that day.
      </p>
    </section>
  )
}

function Crossings() {
  const { crossings, landmassOf } = land()
  return (
    <DataTable
      stacks
      caption={`The ${crossings.length} crossings`}
      rows={crossings}
      keyOf={({ from, to }) => `${from.name} ${to.name}`}
      columns={[
        { heading: 'From', names: true, cell: ({ from }) => `${from.name}, ${landmassOf(from)}` },
        { heading: 'To', cell: ({ to }) => `${to.name}, ${landmassOf(to)}` },
        { heading: 'Minutes', number: true, cell: ({ minutes }) => minutesWords(minutes) },
        {
          heading: 'Source',
          cell: ({ source }) =>
            source.startsWith('@unverified ')
              ? `Confirmed by no source: ${source.slice('@unverified '.length)}`
              : source,
        },
      ]}
    />
  )
}
