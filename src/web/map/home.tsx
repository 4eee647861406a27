/** The first page: the national map fills it, and says in one sentence where the nation stands. */
import { Button } from 'nhsuk-react-components'
import type { EditionKey } from '#store/census/provision-data.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { MapFigure } from './map-figure.tsx'
import { PlaceField, ProcedureSelect } from './panel.tsx'
import { type MapView, mapHref } from './view.ts'

interface HomeProps {
  readonly c: PageContext
  readonly view: MapView
  readonly provision: ProvisionView
  readonly later: EditionKey | null
}

export function HomePage({ c, view, provision, later }: HomeProps) {
  const drawing = drawingOf(provision, view)
  return (
    <Page
      c={c}
      title="Who provides interventional oncology, and how a patient gets there"
      islands={['map']}
      wide
      description={drawing.sentence}
    >
      <div className="fp-home">
        <div className="fp-home__say">
          <h1 className="fp-home__title">
            <span className="nhsuk-u-visually-hidden">Interventional oncology in the United Kingdom. </span>
            <span data-live="statement">{drawing.sentence}</span>
          </h1>
          <EditionNote
            {...provision}
            later={later && { edition: later, href: mapHref(view, { edition: later.id }) }}
          />
        </div>
        <div className="fp-home__do">
          <form className="fp-home__form" method="post" action={paths.find()} aria-label="Place">
            <PlaceField place={undefined} />
            {view.procedure ? <input type="hidden" name="for" value={view.procedure} /> : null}
            <Button small>Find services</Button>
          </form>
          <LegendLinks drawing={drawing} view={view} />
          <form className="fp-home__form" method="get" action={paths.home()} aria-label="Procedure">
            <ProcedureSelect value={view.procedure ?? ''} />
            <Button small secondary>
              Show on the map
            </Button>
          </form>
        </div>
        <MapFigure drawing={drawing} provision={provision} view={view} listHref={`${mapHref(view)}#list`} />
      </div>
      <WhatItIs />
    </Page>
  )
}

/** The legend, each line the way to the map of those alone. */
function LegendLinks({ drawing, view }: { drawing: Drawing; view: MapView }) {
  return (
    <ul className="fp-legend-links" aria-label="Key, and how many" data-live="legend">
      {drawing.order.map((key) => {
        const mark = drawing.marks[key]
        return mark ? (
          <li key={key}>
            <a href={mapHref(view, { marks: [key] })}>
              <MarkIcon mark={mark} size={20} />
              <span>{mark.words}</span>
              <strong className="fp-number">{drawing.counts.get(key) ?? 0}</strong>
            </a>
          </li>
        ) : null
      })}
    </ul>
  )
}

function WhatItIs() {
  return (
    <div className="fp-home__columns fp-columns">
      <section>
        <h2 className="nhsuk-heading-m">For patients</h2>
        <p>
          Interventional oncology treats cancer through a needle or a fine tube, guided by scans. Read what
          each treatment is, and where it is done.
        </p>
        <p>
          <a href={paths.find()}>Find a service near you</a>
        </p>
        <p>
          <a href={paths.treatments()}>Treatments in plain words</a>
        </p>
        <p>
          <a href={paths.plain('what-it-is')}>What it is, who does it, how to be referred</a>
        </p>
        <p>
          <a href={paths.stories()}>Stories of patients</a>
        </p>
      </section>
      <section>
        <h2 className="nhsuk-heading-m">For clinicians</h2>
        <p>
          Which service offers this procedure, which takes referrals for it, and what cover there is: every
          service has its own page.
        </p>
        <p>
          <a href={paths.services()}>All services</a>
        </p>
      </section>
      <section>
        <h2 className="nhsuk-heading-m">For planners</h2>
        <p>
          Every table and figure of the census, with its denominator, what is missing, and the data to
          download. Anyone can recompute them.
        </p>
        <p>
          <a href={paths.figures()}>Figures and tables</a>
        </p>
      </section>
    </div>
  )
}
