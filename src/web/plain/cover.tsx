/** Cover around the clock by region, as organisations say in the census: a picture, and a table that says the same. */

import { questionOf } from '#core/census/questionnaire.ts'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import { type Cover, coverByRegion } from '#core/plain/cover.ts'
import { type EditionKey, underWay } from '#store/census/provision-data.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { editionAsked, type ProvisionView, provisionView } from '../components/provision-view.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { CoverPicture } from './cover-picture.tsx'
import { PlainFrame } from './frame.tsx'
import { regionWords } from './region-words.ts'

/** The edition that is named, else the one that is shown everywhere; where that did not ask, the one under way. */
export async function coverPage(c: PageContext) {
  const named = c.req.query('edition') || undefined
  const found = await editionAsked(c.var.store, named)
  if (!found) return notFound(c)
  const under = underWay(found.keys, found.asked)
  const now = c.var.now()
  const first = await provisionView(c.var.store, found.asked, false, now)
  const goesOn = named === undefined && under !== null && first !== null && !asksCover(first)
  const view = goesOn ? await provisionView(c.var.store, under, false, now) : first
  if (!view) return notFound(c)
  const later = goesOn ? null : under
  return show(
    c,
    <PlainFrame
      c={c}
      id="cover"
      title="Cover around the clock"
      about="Where interventional radiology can be had at night and at the weekend, region by region."
    >
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">
          A blocked kidney or a bleeding can come at night. Who is there then? Hospitals said so in the
          census.
        </p>
        <EditionNote
          {...view}
          later={later && { edition: later, href: paths.plain('cover', { edition: later.id }) }}
        />
      </div>
      {asksCover(view) ? <ByRegion view={view} /> : <NotAsked view={view} later={later} />}
    </PlainFrame>,
  )
}

const asksCover = ({ questionnaire }: ProvisionView) => questionOf(questionnaire, 'cover') !== undefined

function NotAsked({ view, later }: { readonly view: ProvisionView; readonly later: EditionKey | null }) {
  const asks = questionOf(CURRENT_QUESTIONNAIRE, 'cover')?.asks
  return (
    <div className="nhsuk-u-reading-width">
      <p>
        {view.edition?.title ?? 'This edition'} did not ask about it, so nobody said.{' '}
        {asks ? `Today’s census asks: “${asks}”` : null}
      </p>
      {later ? (
        <p>
          <a href={paths.plain('cover', { edition: later.id })}>What hospitals have said so far</a>
        </p>
      ) : null}
    </div>
  )
}

function ByRegion({ view }: { readonly view: ProvisionView }) {
  const { all, regions } = coverByRegion(view.members)
  return (
    <>
      <p className="fp-statement nhsuk-u-reading-width">{sentence(all)}</p>
      <CoverPicture regions={regions} />
      <DataTable
        caption="Organisations by when interventional radiology is available"
        rows={[...regions, all]}
        keyOf={({ nation, region }) => `${nation} ${region}`}
        columns={[
          { heading: 'Region', names: true, cell: regionWords },
          { heading: 'Asked', number: true, cell: ({ asked }) => asked },
          { heading: 'Around the clock, there', number: true, cell: ({ here }) => here },
          { heading: 'Around the clock, by a network', number: true, cell: ({ network }) => network },
          { heading: 'Some evenings or weekends', number: true, cell: ({ extended }) => extended },
          { heading: 'Working hours only', number: true, cell: ({ workingHours }) => workingHours },
          { heading: 'No such department', number: true, cell: ({ noDepartment }) => noDepartment },
          { heading: 'Did not say', number: true, cell: ({ notSaid }) => notSaid },
          { heading: 'Around the clock, of those that said', number: true, cell: shareWords },
        ]}
      />
      <p className="nhsuk-u-reading-width fp-quiet">
        Hospitals answer for themselves; we do not check it. “By a network” means that another organisation
        covers outside working hours by a formal arrangement. In an emergency ring 999: the ambulance knows
        where to go.
      </p>
    </>
  )
}

/** What it says in one sentence, with who did not say. */
function sentence({ aroundTheClock: { numerator, denominator }, asked, notSaid }: Cover): string {
  if (denominator === 0) return `None of ${asked} organisations has said so yet.`
  const silent = notSaid === 0 ? 'All said so.' : `${notSaid} of ${asked} did not say.`
  return `${numerator} of ${denominator} organisations that said so have interventional radiology around the clock, themselves or by a network. ${silent}`
}

const shareWords = ({ aroundTheClock: { numerator, denominator, percent } }: Cover): string =>
  percent === null ? 'none said' : `${numerator} of ${denominator} (${percent}%)`
