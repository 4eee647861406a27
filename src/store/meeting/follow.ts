/** A discussion can be corrected on the case's own page too: the meeting's list then says what stands of it. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

/**
 * Takes over into a meeting's list what was corrected elsewhere of the discussions that its items became, as if
 * whoever corrected it had written it there: a form that was open before is overtaken. Nothing of one whose body is
 * erased. In one query, within a scope that shows the meeting.
 */
export async function followRecord(db: Database, meeting: string): Promise<void> {
  await sql`
    with recursive later as (
      select i.id as item, i.entry as was, e.id as entry, e.author, 1 as times
      from mdt_item i join record_entry e on e.corrects = i.entry where i.meeting = ${meeting}
      union all
      select l.item, l.was, e.id, e.author, l.times + 1 from later l join record_entry e on e.corrects = l.entry
    ), stands as (
      select distinct on (l.item) l.*, b.body
      from later l left join record_body b on b.entry = l.entry order by l.item, l.times desc
    ), held as (
      select m.id from mdt_meeting m where m.id = ${meeting} and exists (select from stands) for update
    ), followed as (
      update mdt_item i set entry = s.entry, revision = i.revision + 1,
        recommendation = s.body ->> 'recommendation', procedure = s.body ->> 'procedure',
        at_place = s.body ->> 'place', acts_next = s.body ->> 'actsNext', notes = s.body ->> 'notes',
        changed_by = (select p.name from person p where 'person:' || p.id = s.author)
      from stands s, held where i.id = s.item and i.entry = s.was returning i.id
    )
    update mdt_meeting set revision = revision + 1
    where id = ${meeting} and exists (select from followed)`.execute(db)
}
