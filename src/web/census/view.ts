/** What tables and comparisons of an edition are made of: the view that maps and figures use too. */

import { editionAsked, type ProvisionView, provisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import type { RoomEdition } from './edition.ts'

/** Null: the edition has not opened, so nobody was asked. */
export async function viewOf(
  c: PageContext,
  edition: Pick<RoomEdition, 'id'>,
  corrected = false,
): Promise<ProvisionView | null> {
  const found = await editionAsked(c.var.store, edition.id)
  return found ? provisionView(c.var.store, found.asked, corrected, c.var.now()) : null
}
