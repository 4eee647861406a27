/** Publishes what an address of the explorer shows: released anew for everybody, kept under an address that stays. */

import type { ReleasedFigure } from '#core/registry/figure/figure.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { publishFigure } from '#store/registry/figure.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type Exploring, exploring, noSnapshot } from './explore.tsx'
import { PublishPage } from './publish-page.tsx'

const longestTitle = 200

export async function showPublish(c: PageContext) {
  return onFigure(c, (asked) => page(c, asked, {}, []))
}

export async function publish(c: PageContext) {
  const fields = await fieldsOf(c)
  return onFigure(c, async (asked) => {
    const title = (fields.title ?? '').trim()
    const problems: FieldProblem[] = []
    if (title.length < 8) problems.push({ field: 'title', words: 'Enter a title that says what it shows' })
    if (title.length > longestTitle)
      problems.push({ field: 'title', words: `The title has to be ${longestTitle} characters or fewer` })
    if (fields.sure !== 'yes')
      problems.push({ field: 'sure-1', words: 'Tick the box once you have read the figure as it will be' })
    if (problems.length > 0) return page(c, asked, fields, problems)
    const author = authorOf(c)
    const { released, snapshot } = asked
    const done = await publishFigure(c.var.store.db, {
      ...{ released, snapshot: snapshot.id, title, author, at: c.var.now() },
    })
    if (done.outcome === 'published') return c.redirect(paths.registryFigure(done.id), 303)
    const words = done.outcome === 'refused' ? done.problems.map((each) => each.words) : []
    return page(
      c,
      asked,
      fields,
      words.map((each) => ({ field: 'title', words: each })),
    )
  })
}

interface Asked extends Exploring {
  readonly spec: FigureSpec
  readonly released: ReleasedFigure
}

/** What the address shows, as everybody will see it; an address that shows nothing leads back to the explorer. */
async function onFigure(c: PageContext, then: (asked: Asked) => Promise<Response>): Promise<Response> {
  const asked = await exploring(c)
  if (typeof asked === 'string' || !asked) return noSnapshot(c, asked)
  const { view, snapshot } = asked
  const { spec } = view.figure
  if (!spec || view.problems.length > 0) return c.redirect(paths.registryExplore(view.asked), 303)
  const released = await figureOf(snapshot, spec, { who: 'public' })
  // What everybody would see is that nothing is shown: the explorer says why.
  if (released.policy.id === 'refused') return c.redirect(`${paths.registryExplore(view.address)}#drawn`, 303)
  return then({ ...asked, spec, released })
}

async function page(c: PageContext, asked: Asked, fields: Fields, problems: readonly FieldProblem[]) {
  const { view, spec, names, released } = asked
  return show(
    c,
    <PublishPage
      {...{ c, spec, names, problems }}
      view={view.address}
      finding={released.finding}
      typed={fields.title ?? ''}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

function authorOf(c: PageContext) {
  const { person } = c.var
  return { id: `person:${person?.id ?? ''}`, name: person?.name ?? '', role: 'researcher' }
}
