/** The map page: the panel, the map, and below it the list that says the same. */
import { allowsSomewhere } from '#core/access/may.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import type { EditionFacts, EditionKey } from '#store/census/provision-data.ts'
import { EditionNote } from '../components/edition-note.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { drawingOf } from './drawing.ts'
import { MapFigure } from './map-figure.tsx'
import { Panel } from './panel.tsx'
import { PlaceAnswerBox } from './place-answer.tsx'
import { ServiceTable } from './table.tsx'
import { type MapView, mapHref } from './view.ts'

interface MapPageProps {
  readonly c: PageContext
  readonly view: MapView
  readonly provision: ProvisionView
  readonly editions: readonly EditionFacts[]
  readonly later: EditionKey | null
  /** Referral pathways that both ends' records state, where the map draws pathways. */
  readonly confirmed: readonly RegisteredPathway[]
}

export function MapPage({ c, view, provision, editions, later, confirmed }: MapPageProps) {
  const drawing = drawingOf(provision, view, confirmed)
  const { edition } = provision
  const subject = view.procedure ? procedureName(view.procedure) : 'Interventional oncology'
  const title = `${subject}: ${view.nation ?? 'the national map'}`
  return (
    <Page c={c} title={title} here={paths.map()} islands={['map']} wide description={drawing.sentence}>
      <div className="fp-map-page">
        <div className="fp-map-page__head">
          <h1 className="nhsuk-heading-l">{title}</h1>
          <p className="fp-statement" data-live="statement">
            {drawing.sentence}
          </p>
          <EditionNote
            {...provision}
            correctionsHref={mapHref(view, { withCorrections: !view.withCorrections })}
            later={later && { edition: later, href: mapHref(view, { edition: later.id }) }}
          />
          {allowsSomewhere(c.var.person?.memberships ?? [], 'network:see') ? (
            <p className="fp-screen-only">
              <a href={paths.networkAccess({ procedure: view.procedure, edition: view.edition })}>
                How long the way is: the same map by minutes
              </a>
            </p>
          ) : null}
        </div>
        <div className="fp-map-page__side">
          {view.place && drawing.place ? (
            <PlaceAnswerBox
              words={view.place}
              answer={drawing.place}
              marks={drawing.marks}
              hrefOf={(place) => mapHref(view, { place })}
            />
          ) : null}
          <Panel {...drawing} view={view} editions={editions} edition={edition} />
        </div>
        <MapFigure drawing={drawing} provision={provision} view={view} listHref="#list" />
        <section className="fp-map-page__list" id="list" aria-label="The same as a list" data-live="list">
          <ServiceTable
            view={view}
            services={drawing.listed}
            marks={drawing.marks}
            order={drawing.order}
            caption={`The same as a list: ${drawing.listed.length} ${drawing.listed.length === 1 ? 'service' : 'services'}`}
          />
        </section>
      </div>
    </Page>
  )
}
