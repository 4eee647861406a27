/** The services that a referral can go to, from the directory, the census and one's own referral pathways. */

import { isInForce } from '#core/network/network-of.ts'
import { type Offer, type OpenPathway, offersFor } from '#core/network/offers.ts'
import { organisationsThatAnswer } from '#store/access/clinicians.ts'
import { organisationsOn } from '#store/catalogue/organisations.ts'
import { loadRegister } from '#store/network/network.ts'
import { isoDay } from '../components/dates.ts'
import { editionAsked, provisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'

/** In the order in which to offer them. */
export async function offersOf(c: PageContext, own: string, procedure: string): Promise<readonly Offer[]> {
  const { store } = c.var
  const today = isoDay(c.var.now())
  const [places, { register }, found, answering] = await Promise.all([
    organisationsOn(store.db, today),
    loadRegister(store, { day: today }),
    editionAsked(store, undefined),
    organisationsThatAnswer(store.db),
  ])
  const view = found && (await provisionView(store, found.asked, false, c.var.now()))
  const pathways = register.flatMap((pathway): OpenPathway[] => {
    const { from, to, procedures, entry, through } = pathway
    return from === own && entry !== null && isInForce(pathway)
      ? [{ entry, to, procedures, through: through ?? '' }]
      : []
  })
  const provisions = view?.provisions ?? new Map()
  return offersFor({ own, procedure, places, pathways, provisions, answering })
}
