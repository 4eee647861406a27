/** Answers the explorer's addresses: the page, the counts while one chooses, the figure as a file. */

import { sentenceOf } from '#core/registry/cohort/sentence.ts'
import type { Names } from '#core/registry/cohort/values.ts'
import { figureFile } from '#core/registry/figure/file.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { listEditions } from '#store/census/edition.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { registryNames } from '#store/registry/names.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import { islandsOf, RegistryFigure } from '../components/registry-figure/registry-figure.tsx'
import { turnsFor } from '../components/turns.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { Refusal } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { hasStar, shownWords } from './counts.tsx'
import { cohortCounts, optionCounts } from './explore-data.ts'
import { ExplorePage } from './explore-page.tsx'
import { audience, type ExploreView, exploreView } from './explore-view.ts'
import type { Edition } from './figure-form.tsx'
import { latestOrFault } from './home.tsx'

export interface Exploring {
  readonly view: ExploreView
  readonly names: Names
  readonly editions: readonly Edition[]
  readonly snapshot: Snapshot
}

/** What an address means, and the snapshot that it is asked of; null, or what is wrong, where there is none to ask. */
export async function exploring(c: PageContext): Promise<Exploring | string | null> {
  const { db } = c.var.store
  const [{ names }, snapshot, editions] = await Promise.all([
    registryNames(db),
    latestOrFault(c),
    listEditions(db),
  ])
  if (typeof snapshot === 'string' || !snapshot) return snapshot
  const closed = editions.filter(({ state }) => state === 'closed').map(({ id, title }) => ({ id, title }))
  const view = exploreView(
    new URL(c.req.url).searchParams,
    names,
    closed.map(({ id }) => id),
  )
  return { view, names, editions: closed, snapshot }
}

export async function explore(c: PageContext) {
  const asked = await exploring(c)
  if (typeof asked === 'string' || !asked) return noSnapshot(c, asked)
  const { view, snapshot } = asked
  // What a form said becomes an address that says the same, so that it can be kept and sent on.
  if (view.sent && view.problems.length === 0)
    return c.redirect(`${paths.registryExplore(view.asked)}#${view.sent}`, 303)
  const [counts, options] = await Promise.all([
    cohortCounts(snapshot, view.cohort),
    view.adding ? optionCounts(snapshot, view.cohort, view.adding) : new Map(),
  ])
  const figure = await drawn(c, asked)
  return show(c, <ExplorePage {...asked} {...{ c, counts, options, ...figure }} />)
}

/** Costly figures one after another, so that nobody who counts waits for somebody who draws. */
const inTurn = turnsFor(2)

/** What the address shows; null where it shows nothing, or where something of it could not be read. */
async function drawn(c: PageContext, { view, names, snapshot }: Exploring) {
  const { spec } = view.figure
  if (!spec || view.problems.length > 0) return { figure: null, islands: [], isRefused: false }
  const released = await inTurn(() => figureOf(snapshot, spec, audience))
  const places = spec.kind === 'declared-observed' ? await allOrganisations(c.var.store.db) : []
  const cohort = sentenceOf(view.cohort, names)
  return {
    figure: (
      <RegistryFigure figure={released} snapshot={snapshot.id} cohort={cohort} organisations={places} />
    ),
    islands: islandsOf(released),
    isRefused: released.policy.id === 'refused',
  }
}

/** While somebody chooses: the sentence and its counts, as words. */
export async function count(c: PageContext) {
  const asked = await exploring(c)
  if (typeof asked === 'string' || !asked) return c.json({ problems: [asked ?? 'There is no snapshot'] }, 404)
  const { view, names, snapshot } = asked
  const counts = await cohortCounts(snapshot, view.cohort)
  return c.json({
    sentence: sentenceOf(view.cohort, names),
    counts: Object.fromEntries(Object.entries(counts).map(([name, each]) => [name, shownWords(each)])),
    hasStar: hasStar(counts),
    changed: view.changed,
    problems: view.problems.map(({ words }) => words),
  })
}

/** What the address shows, as a file that `npm run reproduce` takes. */
export async function figureJson(c: PageContext) {
  const asked = await exploring(c)
  if (typeof asked === 'string' || !asked) return noSnapshot(c, asked)
  const spec = asked.view.problems.length === 0 ? asked.view.figure.spec : null
  if (!spec) return c.redirect(paths.registryExplore(asked.view.asked), 303)
  const released = await inTurn(() => figureOf(asked.snapshot, spec, audience))
  const file = figureFile(released, asked.snapshot.id)
  c.header('Content-Disposition', `attachment; filename="figure-${file.digest.slice(0, 12)}.json"`)
  return c.json(file)
}

export function noSnapshot(c: PageContext, fault: string | null) {
  return show(
    c,
    <Refusal c={c} title={fault ? 'The snapshot cannot be read' : 'There is no snapshot of the registry yet'}>
      {fault ? <p>{fault}</p> : null}
      <p>
        Cohorts and figures are computed from snapshots. One is taken each night; an operator can take one at
        once with <code>npm run snapshot</code>.
      </p>
      <p>
        Read the <a href={paths.registryDictionary()}>data dictionary</a> meanwhile.
      </p>
    </Refusal>,
    404,
  )
}
