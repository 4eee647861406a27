/** What a closed edition's digest covers, found again whatever was said since: for anyone to recompute it. */

import { sql } from 'kysely'
import { editionDigest } from '#core/census/edition-digest.ts'
import { editionClosed, editionSubject } from '#core/census/kinds.ts'
import type { Database } from '../open.ts'
import { listEditions } from './edition.ts'

/**
 * Each member, and the digests of the entries that stood for it when the edition last closed, first wave
 * before follow-up: from what stands now, back over what was corrected later. No body is read, so that an
 * erasure changes nothing. An edition that never closed has none.
 */
export async function entriesAtClose(
  db: Database,
  edition: string,
): Promise<readonly { readonly organisation: string; readonly entries: readonly string[] }[]> {
  const { rows } = await sql<{ organisation: string; entries: string[] }>`
    with recursive closing as (
      select recorded_at from record_entry
      where subject = ${editionSubject(edition)} and kind = ${editionClosed.name}
      order by position desc limit 1
    ), back as (
      select r.organisation, stands.wave, e.corrects, e.recorded_at, e.digest
      from census_response r
      cross join lateral (values (1, r.entry), (2, r.follow_up_entry)) as stands (wave, entry)
      join record_entry e on e.id = stands.entry
      where r.edition = ${edition}
      union all
      select back.organisation, back.wave, e.corrects, e.recorded_at, e.digest
      from back join closing on back.recorded_at > closing.recorded_at
      join record_entry e on e.id = back.corrects
    )
    select m.organisation,
      coalesce(array_agg(encode(back.digest, 'hex') order by back.wave)
        filter (where back.recorded_at <= closing.recorded_at), '{}') as entries
    from census_member m cross join closing
    left join back on back.organisation = m.organisation
    where m.edition = ${edition}
    group by m.organisation order by m.organisation`.execute(db)
  return rows
}

/** Recomputes the digest of every closed edition: how many there are, and which do not come to theirs. */
export async function checkClosedEditions(
  db: Database,
): Promise<{ readonly checked: number; readonly wrong: readonly string[] }> {
  const closed = (await listEditions(db)).filter(({ digest }) => digest !== null)
  const wrong: string[] = []
  for (const { id, questionnaire, digest } of closed) {
    const members = await entriesAtClose(db, id)
    if (editionDigest({ edition: id, questionnaire, members }) !== digest) wrong.push(id)
  }
  return { checked: closed.length, wrong }
}
