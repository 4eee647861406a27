/** One map as both pages draw it: its model filtered by the view, its sentence, its place. */
import { procedureName } from '#core/catalogue/procedures.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import type { Gazetteer } from '#core/place/gazetteer.ts'
import { gazetteer } from '#store/place/gazetteer.ts'
import { countMarks, type MapModel, type MappedService, mapModel } from '../components/map-model.ts'
import { type Focus, focusOn } from '../components/national-map/focus.ts'
import type { ProvisionView } from '../components/provision-view.ts'
import { positionSentence, procedureSentence } from '../components/statement.ts'
import { findPlace, type PlaceAnswer } from './place.ts'
import { withConfirmed } from './stated.ts'
import type { MapView } from './view.ts'

export interface Drawing extends MapModel {
  /** Those that the view leaves in, as the list shows them. */
  readonly listed: readonly MappedService[]
  /** Of the chosen nation, before the legend's filter. */
  readonly counts: ReadonlyMap<string, number>
  readonly sentence: string
  readonly place: PlaceAnswer | null
  readonly focus: Focus | null
}

/** How much larger the map is round a place that was searched for. */
const PLACE_ZOOM = 4

/** @param confirmed referral pathways that both ends' records state today; absent: they are not drawn */
export function drawingOf(
  provision: ProvisionView,
  view: MapView,
  confirmed: readonly RegisteredPathway[] = [],
): Drawing {
  const declared = mapModel(provision, view.procedure)
  const model = confirmed.length > 0 ? withConfirmed(declared, confirmed) : declared
  const chosen = new Set(view.marks.length > 0 ? view.marks : model.order)
  const inNation = (service: MappedService) => !view.nation || service.nation === view.nation
  const services = model.services.map((service) =>
    inNation(service) && chosen.has(service.mark) ? service : { ...service, quiet: true },
  )
  const listed = services.filter(({ quiet }) => !quiet)
  const seen = new Set(listed.map(({ code }) => code))
  const counts = countMarks(model.services.filter(inNation))
  const place = view.place ? findPlace(view.place, listed, placesOf(provision)) : null
  return {
    ...model,
    services,
    listed,
    counts,
    place,
    pathways: view.pathways ? model.pathways.filter(({ from }) => seen.has(from)) : [],
    sentence: sentenceOf(provision, view, counts),
    focus: place?.kind === 'place' ? focusOn(place.place.longitude, place.place.latitude, PLACE_ZOOM) : null,
  }
}

/** Every place that can be searched for on the map of these organisations. */
export function placesOf({ members }: Pick<ProvisionView, 'members'>): Gazetteer {
  return gazetteer(members, () => members)
}

function sentenceOf(
  { tabulation }: ProvisionView,
  view: MapView,
  counts: ReadonlyMap<string, number>,
): string {
  const nation = tabulation.nations.find((group) => group.nation === view.nation)
  const group = nation ?? tabulation.all
  const where = nation ? `${nation.nation}: ` : ''
  const sentence = view.procedure
    ? procedureSentence(procedureName(view.procedure), counts, group.asked)
    : positionSentence({ ...tabulation, all: group, asked: group.asked, answered: group.answered })
  return where + sentence
}
