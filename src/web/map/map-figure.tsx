/** The map on a page: the picture, where it says that it is live, and what the island needs to wake it. */
import { type MapPathway, type MapService, NationalMap } from '../components/national-map/national-map.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import { paths } from '../paths.ts'
import type { Drawing } from './drawing.ts'
import type { MapView } from './view.ts'

interface MapFigureProps {
  readonly drawing: Drawing
  readonly provision: ProvisionView
  readonly view: MapView
  readonly listHref: string
}

export function MapFigure({ drawing, provision, view, listHref }: MapFigureProps) {
  const { edition } = provision
  return (
    <figure
      className="fp-map-frame"
      data-map
      data-events={edition?.state === 'open' ? paths.censusLive(edition.id) : undefined}
    >
      <a className="fp-map-skip" href={listHref}>
        Skip the map: the list says the same
      </a>
      <div className="fp-map-window" data-live="map">
        <NationalMap
          title={titleOf(provision)}
          description={`${drawing.sentence} Every service is a link, and the list below the map says the same.`}
          services={drawing.services as readonly MapService[]}
          marks={drawing.marks}
          pathways={drawing.pathways as readonly MapPathway[]}
          show={view.show}
          focus={drawing.focus}
        />
      </div>
    </figure>
  )
}

function titleOf({ edition }: ProvisionView): string {
  return `Map of the United Kingdom: interventional oncology services${edition ? `, ${edition.title}` : ''}`
}
