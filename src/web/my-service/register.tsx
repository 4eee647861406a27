/** A register: all that the service said of one kind, what holds first. */

import { dayWords } from '#core/calendar/uk-time.ts'
import type { Stated } from '#core/pathway/course.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { type ServiceState, type Standing, standingOn } from '#core/service/state.ts'
import { organisationNames } from '#store/service/read.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { registerNamed, type ServiceAt, serviceAt } from './at.ts'
import { Bars, type Row } from './bars.tsx'
import { ClausesToAttest } from './clauses-to-attest.tsx'
import { DeclaredList, declaredBy } from './declared.tsx'
import { ServiceFrame } from './frame.tsx'
import { registerWords } from './registers.ts'
import { StateTag, untilCell } from './state-words.tsx'
import { headlineOf, whenWords } from './words.ts'

const order: readonly ServiceState[] = [
  'expired',
  'overdue',
  'due-soon',
  'in-force',
  'planned',
  'done',
  'replaced',
  'ended',
]

export async function registerPage(c: PageContext) {
  const kind = registerNamed(c)
  const at = kind && (await serviceAt(c))
  if (!kind || !at) return notFound(c)
  const rows = await rowsOf(c, at, kind)
  const declared = kind.name === 'referral-pathway' ? await declaredBy(c, at) : null
  return show(
    c,
    <ServiceFrame c={c} at={at} title={kind.plural}>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.name}</span>
        {kind.plural}
      </h1>
      <p className="nhsuk-u-reading-width">{registerWords(kind)}</p>
      {at.mayRecord ? (
        <div className="fp-actions">
          <a className="nhsuk-button" href={paths.myServiceNew(at.code, kind.name)}>
            {kind.button}
          </a>
        </div>
      ) : null}
      {declared ? <DeclaredList at={at} declared={declared} /> : null}
      {kind.name === 'attestation' ? <ClausesToAttest at={at} /> : null}
      <Bars code={at.code} kind={kind} rows={rows} day={at.day} />
      <DataTable
        stacks
        caption={captionOf(rows)}
        keyOf={({ stated }) => stated.entry}
        rows={rows}
        empty={`None is recorded.${at.mayRecord ? ` ${kind.button} to begin.` : ''}`}
        columns={[
          {
            heading: kind.title,
            names: true,
            cell: ({ stated, words }) => (
              <>
                <a href={paths.myServiceEntry(at.code, stated.first)}>{words}</a>
                {stated.replaced.length > 0 ? <span className="fp-quiet"> (corrected)</span> : null}
              </>
            ),
          },
          { heading: 'State', cell: ({ standing }) => <StateTag kind={kind} standing={standing} /> },
          { heading: whenWords(kind), cell: ({ standing }) => dayWords(standing.from) },
          ...(kind.runs
            ? [
                {
                  heading: kind.runs.ends === 'expiry' ? 'Expires on' : 'Review due on',
                  cell: ({ standing }: Row) => untilCell(standing),
                },
              ]
            : []),
        ]}
      />
    </ServiceFrame>,
  )
}

function captionOf(rows: readonly Row[]): string {
  const inForce = rows.filter(({ standing }) => ['in-force', 'due-soon', 'overdue'].includes(standing.state))
  if (rows.every(({ standing }) => standing.state === 'done')) return `${rows.length} recorded`
  return `${inForce.length} in force of ${rows.length} recorded`
}

async function rowsOf(
  c: PageContext,
  { course, day }: ServiceAt,
  kind: ServiceKind,
): Promise<readonly Row[]> {
  const all = course.of(kind)
  const names = await organisationNames(
    c.var.store.db,
    all.flatMap(({ body }) => (body as { to?: string }).to ?? []),
  )
  const row = (stated: Stated): Row => ({
    stated,
    standing: standingOn(course, stated, day),
    words: headlineOf(stated, names),
  })
  return all.map(row).toSorted((one, other) => byState(one.standing, other.standing))
}

function byState(one: Standing, other: Standing): number {
  const places = order.indexOf(one.state) - order.indexOf(other.state)
  if (places !== 0) return places
  return (one.until ?? '9').localeCompare(other.until ?? '9') || other.from.localeCompare(one.from)
}
