/**
 * The figures that the demonstration's researcher published from its first snapshot. Each goes the way of any other:
 * computed, through the gate, into the record. One that the gate shows nothing of is not published.
 */

import type { Endpoint } from '#core/registry/endpoint.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { type FigureSpec, figureSpecSchema } from '#core/registry/figure-spec.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import type { Database } from '#store/open.ts'
import { publishFigure } from '#store/registry/figure.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import { demonstrationPeople } from '../staff.ts'

interface Planned {
  readonly title: string
  readonly spec: FigureSpec
}

const everyone = { conditions: [] }
const of = (procedure: string, icd10?: string) => ({
  conditions: [
    { column: 'procedure', is: 'one-of', values: [procedure] },
    ...(icd10 === undefined ? [] : [{ column: 'icd10', is: 'one-of', values: [icd10] }]),
  ],
})
const sirt = 'selective-internal-radiation-therapy'

function endpoint(id: string): Endpoint {
  const found = endpointNamed(id)
  if (!found) throw new RangeError(`the registry has no endpoint ${id}`)
  return found.endpoint
}
const planned = (title: string, spec: object): Planned => ({ title, spec: figureSpecSchema.parse(spec) })

/** The last is listed first. */
const figures = (): readonly Planned[] => [
  planned('How far tumours shrank after chemoembolisation', {
    kind: 'waterfall',
    cohort: of('transarterial-chemoembolisation'),
  }),
  planned('Treatments for each million people, by region', { kind: 'volume', cohort: everyone }),
  planned('How often a nephrostomy went to plan', {
    kind: 'proportion',
    cohort: of('nephrostomy'),
    endpoint: endpoint('technical-success'),
  }),
  planned('Severe complications at each hospital, against chance', {
    kind: 'funnel',
    cohort: everyone,
    endpoint: endpoint('severe-complication-30'),
    adjustedFor: [],
  }),
  planned('Complications within 30 days of each procedure', {
    kind: 'proportion',
    cohort: everyone,
    endpoint: endpoint('complication-30'),
    by: 'procedure',
  }),
  planned('How often a tumour grew back where the liver was ablated', {
    kind: 'incidence',
    cohort: of('liver-ablation'),
    endpoint: endpoint('local-progression'),
    months: 24,
  }),
  planned('How long people lived after SIRT, by where their cancer began', {
    kind: 'survival',
    cohort: of(sirt),
    endpoint: endpoint('overall-survival'),
    by: 'tumourSite',
    interval: 'log-log',
    months: 36,
  }),
  planned('How long people with liver cancer lived after SIRT', {
    kind: 'survival',
    cohort: of(sirt, 'C22'),
    endpoint: endpoint('overall-survival'),
    interval: 'log-log',
    months: 36,
  }),
]

/** Publishes those that were not published before; withdrawn ones stay withdrawn. */
export async function seedFigures(db: Database, snapshot: Snapshot | null, now: Date): Promise<void> {
  const person = demonstrationPeople.find(({ key }) => key === 'researcher')
  const known = person && (await findPersonByEmail(db, person.email))
  if (!snapshot || !person || !known) return
  const author = { id: `person:${known.id}`, name: person.name, role: person.role }
  const before = await db
    .selectFrom('registry_figure')
    .select('title')
    .where('author_id', '=', author.id)
    .execute()
  const titles = new Set(before.map(({ title }) => title))
  for (const { title, spec } of figures()) {
    if (titles.has(title)) continue
    const released = await figureOf(snapshot, spec, { who: 'public' })
    if (released.chart.draws === 'nothing') continue
    await publishFigure(db, { released, snapshot: snapshot.id, title, author, at: now })
  }
}
