/** The services that a referral can go to, from the directory, the census and one's own referral pathways. */

import { type Offer, type OpenPathway, offersFor } from '#core/network/offers.ts'
import { referralPathwaysFrom } from '#core/service/standing.ts'
import { organisationsThatAnswer } from '#store/access/clinicians.ts'
import { organisationsOn } from '#store/catalogue/organisations.ts'
import { readService } from '#store/service/read.ts'
import { isoDay } from '../components/dates.ts'
import { editionAsked, provisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'

/** In the order in which to offer them. */
export async function offersOf(c: PageContext, own: string, procedure: string): Promise<readonly Offer[]> {
  const { store } = c.var
  const today = isoDay(c.var.now())
  const [places, service, found, answering] = await Promise.all([
    organisationsOn(store.db, today),
    readService(store.db, own),
    editionAsked(store, undefined),
    organisationsThatAnswer(store.db),
  ])
  const view = found && (await provisionView(store, found.asked, false, c.var.now()))
  const pathways: OpenPathway[] = (service ? referralPathwaysFrom(service.course, today) : [])
    .filter(({ state }) => state === 'current' || state === 'overdue')
    .map(({ pathway, to, procedures }) => ({
      entry: pathway.first,
      to,
      procedures,
      through: pathway.body.through,
    }))
  const provisions = view?.provisions ?? new Map()
  return offersFor({ own, procedure, places, pathways, provisions, answering })
}
