/** Find a service. A form's body is read once; of a postcode no more than its outward part goes any further. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { finalSuccessor, type Organisation } from '#core/catalogue/organisations.ts'
import { labelOf, questionOf } from '#core/census/questionnaire.ts'
import { findServices, standingsAt } from '#core/network/find.ts'
import { addressable, findPlace, type PlaceFound, placeAsked } from '#core/place/find-place.ts'
import type { Gazetteer } from '#core/place/gazetteer.ts'
import { isPlaceKey, type Place } from '#core/place/place.ts'
import { inSentence } from '#core/sentence.ts'
import { proceduresWithLeaflet } from '#store/leaflet/procedures.ts'
import { type LoadedNetwork, loadRegister } from '#store/network/network.ts'
import { gazetteer } from '#store/place/gazetteer.ts'
import { waysFrom } from '#store/place/ways.ts'
import { coversOf } from '#store/service/covers.ts'
import { isoDay } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { type KeptPages, keptPages } from '../components/kept-pages.ts'
import { editionAsked, type ProvisionView, provisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { AskPage, FoundPage } from './find-page.tsx'
import { LISTED } from './results.tsx'
import type { ServiceFacts } from './service-list.tsx'
import { proceduresOf, type Sought, soughtOf } from './sought.ts'
import { notFoundWords } from './where-to.tsx'

/** A map costs far more than a list, and changes with the network alone: some 10 MB at most. */
const MAPS_KEPT_AT_MOST = 40

export function findRoutes(routes: Routes): void {
  const maps = keptPages(MAPS_KEPT_AT_MOST)
  routes.get(paths.find(), anyone, (c) => shown(c, maps))
  routes.post(paths.find(), anyone, asked)
}

const WORDS_AT_MOST = 80

/** What was typed becomes an address without what is nobody's business; or comes back with what is wrong. */
async function asked(c: PageContext) {
  c.header('Cache-Control', 'no-store')
  const fields = await fieldsOf(c)
  const words = (fields.place ?? '').trim().slice(0, WORDS_AT_MOST)
  const what = fields.for ?? ''
  const sought = soughtOf(what)
  const problems = [
    ...(words === '' ? [{ field: 'place', words: 'Enter a postcode or the name of a place' }] : []),
    ...(sought ? [] : [{ field: 'for', words: 'Choose what for from the list' }]),
  ]
  if (problems.length > 0)
    return show(c, <AskPage c={c} words={words} what={what} problems={problems} />, 422)
  const found = findPlace(words, placesOf(await present(c)))
  const near = found.kind === 'none' ? null : addressable(words, found)
  if (near !== null) {
    const mended = found.kind === 'place' && !found.asTyped
    return c.redirect(paths.find({ near, for: what, read: mended ? 'alike' : undefined }), 303)
  }
  return again(c, words, what, found)
}

function again(c: PageContext, words: string, what: string, found: PlaceFound, status: 422 | 404 = 422) {
  if (found.kind === 'place') throw new Error('a place that is found has an address')
  if (found.kind !== 'none') return show(c, <AskPage c={c} words={words} what={what} found={found} />)
  const problems = [{ field: 'place', words: notFoundWords(found) }]
  return show(c, <AskPage c={c} words={words} what={what} found={found} problems={problems} />, status)
}

async function shown(c: PageContext, maps: KeptPages) {
  const near = (c.req.query('near') ?? '').trim().slice(0, WORDS_AT_MOST)
  const what = c.req.query('for') ?? ''
  const sought = soughtOf(what)
  if (!sought) return c.redirect(paths.find({ near }))
  if (near === '') return show(c, <AskPage c={c} words="" what={what} />)
  const loaded = await present(c)
  const found = placeAsked(near, placesOf(loaded))
  if (found.kind === 'place' || (found.kind === 'elsewhere' && found.outcode)) {
    // Somebody else's link with a whole postcode in it, or a name: the address says the place and no more.
    const key = found.kind === 'place' ? found.place.key : found.outcode
    const read = found.kind === 'place' && !found.asTyped ? 'alike' : c.req.query('read')
    const { as } = c.req.query()
    if (key !== near) return c.redirect(paths.find({ near: key, for: what, as, read }))
  }
  if (found.kind === 'place') {
    const { place } = found
    if (c.req.query('as') !== 'map') return show(c, await foundPage(c, loaded, place, sought))
    const key = [loaded.key, place.key, what, c.req.query('read') === 'alike'].join(' ')
    return maps.answer(c, key, async () => htmlOf(await foundPage(c, loaded, place, sought)))
  }
  // Words with a digit that lead nowhere may be a postcode: they are not said again in what may be kept.
  c.header('Cache-Control', 'no-store')
  return again(c, near, what, found, 404)
}

async function foundPage(c: PageContext, loaded: LoadedNetwork, place: Place, sought: Sought) {
  const { network } = loaded
  const day = network.day
  const provision = await presentProvision(c, network.edition?.id)
  const procedures = proceduresOf(sought, provision.questionnaire)
  const ways = place.point && (await waysFrom(c.var.store, network, place.point))
  const found = findServices(
    network,
    { procedures, ...(place.point ? {} : { within: place.name }) },
    ways?.to ?? null,
  )
  const listed = found.providers.slice(0, LISTED).map(({ site }) => site.code)
  return (
    <FoundPage
      c={c}
      place={place}
      readAs={c.req.query('read') === 'alike' && !isPlaceKey(place.key) ? place.name : null}
      closed={closedWith(place, loaded)}
      sought={sought}
      procedures={procedures}
      found={found}
      ways={ways}
      standings={found.home ? standingsAt(network, procedures, found.home.site.code) : []}
      provision={provision}
      facts={await factsOf(c, provision, loaded.organisations, listed, day)}
      leaflets={await proceduresWithLeaflet(c.var.store.db)}
      as={c.req.query('as') === 'map' ? 'map' : 'list'}
      day={dayWords(day)}
    />
  )
}

function present(c: PageContext): Promise<LoadedNetwork> {
  return loadRegister(c.var.store, { day: isoDay(c.var.now()) })
}

function placesOf({ organisations, network }: LoadedNetwork): Gazetteer {
  return gazetteer(organisations, () =>
    [...organisations.values()].filter(({ fictional }) => fictional === network.fictional),
  )
}

async function presentProvision(c: PageContext, edition: string | undefined): Promise<ProvisionView> {
  const asking = await editionAsked(c.var.store, edition)
  const view = await provisionView(c.var.store, asking?.asked ?? null, false, c.var.now())
  if (!view) throw new Error('an edition that the network is of was withdrawn')
  return view
}

/** Main sites and hours of cover: what a service recorded of itself, and what the census was told. */
async function factsOf(
  c: PageContext,
  { members, questionnaire }: ProvisionView,
  organisations: ReadonlyMap<string, Organisation>,
  codes: readonly string[],
  day: string,
): Promise<ServiceFacts> {
  const question = questionOf(questionnaire, 'cover')
  const declared = members.flatMap(({ code, answers }): [string, string][] => {
    const answer = answers?.cover
    if (!question || typeof answer !== 'string' || answer === 'cannot-say') return []
    return [[code, inSentence(labelOf(question, answer))]]
  })
  return {
    mainSites: new Map([...organisations].map(([code, { mainSite }]) => [code, mainSite])),
    covers: await coversOf(c.var.store.db, codes, day),
    declaredCovers: new Map(declared),
  }
}

/** Of a service that has closed: when, and who carries it on. */
function closedWith(place: Place, { organisations, network }: LoadedNetwork) {
  const own = place.code ? organisations.get(place.code) : undefined
  if (!own?.closedOn || own.closedOn > network.day) return null
  const last = finalSuccessor(own.code, (code) => organisations.get(code)?.successor ?? null)
  const successor = last === own.code ? undefined : organisations.get(last)
  return { on: dayWords(own.closedOn), successor: successor ? { code: last, name: successor.name } : null }
}
