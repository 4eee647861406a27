/** The pages of published figures: the list, one on a page of its own, and its withdrawal. */

import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { type FigureSpec, figureSpecSchema } from '#core/registry/figure-spec.ts'
import { publishFigure } from '#store/registry/figure.ts'
import { around, randomRows, vectorsOf } from '#test/registry/random-rows.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const everyone = { conditions: [] }
const specs: readonly unknown[] = [
  {
    kind: 'survival',
    cohort: everyone,
    endpoint: endpointNamed('overall-survival')?.endpoint,
    by: 'childPugh',
    interval: 'log-log',
    months: 36,
  },
  { kind: 'funnel', cohort: everyone, endpoint: endpointNamed('mortality-30')?.endpoint, adjustedFor: [] },
  { kind: 'volume', cohort: everyone },
]

export async function figureVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  const snapshot = await registeredSnapshot(db, site.config.dataFolder, 40)
  const person = await site.personAs('researcher')
  const author = { id: `person:${person.id}`, name: 'Rae Searcher', role: 'researcher' }
  const viewer: Viewer = { name: 'researcher', cookie: person.cookie }
  const rows = randomRows(800, 3)
  for (const asked of specs) {
    const spec: FigureSpec = figureSpecSchema.parse(asked)
    const released = release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
    const title = `A figure of kind ${spec.kind}`
    const done = await publishFigure(db, { released, snapshot, title, author, at: new Date() })
    if (done.outcome !== 'published') throw new Error(`No figure was published: ${done.outcome}`)
    visit('/registry/figures/:figure', paths.registryFigure(done.id))
    visit('/registry/figures/:figure', paths.registryFigure(done.id), viewer)
    visit('/registry/figures/:figure/withdraw', paths.registryFigureWithdraw(done.id), viewer)
  }
  visit('/registry/figures', paths.registryFigures())
  visit('/registry/figures', paths.registryFigures(), viewer)
}
