/** Enters the leaflets that come with the software into the record: a new version once, however often it starts. */

import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { LEAFLETS } from '#core/leaflet/leaflets.ts'
import type { Database } from '../open.ts'
import { handIn, type LeafletAuthor, publish } from './write.ts'

const shipper: LeafletAuthor = { id: 'system:shipped-leaflets', name: 'Fourth Pillar', role: 'system' }

/**
 * What an editor has written since stands: a shipped version is entered where the master has none of its
 * number yet, and published where nobody else has published one.
 */
export async function enterShippedLeaflets(
  db: Database,
  at: Date,
  shipped: readonly LeafletBody[] = LEAFLETS,
): Promise<number> {
  const known = await db
    .selectFrom('leaflet_version')
    .select(['procedure', 'language', 'version', 'author_id as authorId'])
    .where('organisation', 'is', null)
    .execute()
  const isOf =
    ({ procedure, language }: LeafletBody) =>
    (row: (typeof known)[number]) =>
      row.procedure === procedure && row.language === language
  let entered = 0
  for (const leaflet of shipped) {
    const versions = known.filter(isOf(leaflet))
    const isOurs = versions.every(({ authorId }) => authorId === shipper.id)
    if (!isOurs || versions.some(({ version }) => version === leaflet.version)) continue
    const answer = await handIn(db, {
      ...{ leaflet, organisation: null, base: null, reasons: {}, author: shipper, at },
      note: 'As it comes with the software.',
      version: leaflet.version,
    })
    if (answer.outcome === 'refused')
      throw new Error(
        `The leaflet on ${leaflet.procedure}: ${answer.problems.map(({ words }) => words).join('; ')}`,
      )
    await publish(db, { entry: answer.entry, author: shipper, at })
    entered += 1
  }
  return entered
}
