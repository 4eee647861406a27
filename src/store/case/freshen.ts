/**
 * Brings what lists and figures read up to date: cases that were written to, or whose findings time has
 * changed, are folded anew. A burst of writes stays cheap, and a reader is never wrong.
 */

import { sql } from 'kysely'
import { caseSubject, courseOf } from '#core/pathway/course.ts'
import type { Database, Transaction } from '../open.ts'
import { type FoldedCase, foldCase, type Unfolded } from './fold.ts'
import { entriesOfCases } from './read.ts'
import { surroundingsOf } from './surroundings.ts'

const casesAtATime = 200
/** A case that somebody writes to without end is given up for this time: it stays marked. */
const mostRounds = 3

/**
 * Folds what is stale among the cases in which these organisations take part (`whole`: among all that the
 * scope shows) and answers how many were folded. Four queries for each 200 cases. Two at once do no harm:
 * a fold of an older state than was written meanwhile is not kept.
 */
export async function freshen(
  db: Database | Transaction,
  organisations: readonly string[] | 'whole',
  asOf: Date,
): Promise<number> {
  let folded = 0
  for (let round = 1; round <= mostRounds; round++) {
    const pass = await freshenOnce(db, organisations, asOf)
    folded += pass.folded
    if (pass.folded === pass.met) break
  }
  return folded
}

async function freshenOnce(
  db: Database | Transaction,
  organisations: readonly string[] | 'whole',
  asOf: Date,
): Promise<{ readonly met: number; readonly folded: number }> {
  let [met, folded] = [0, 0]
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const unfolded = await staleCases(db, organisations, asOf, after)
    if (unfolded.length > 0) folded += await keep(db, await foldAll(db, unfolded, asOf))
    met += unfolded.length
    const last = unfolded.at(-1)
    if (!last || unfolded.length < casesAtATime) return { met, folded }
    after = last.id
  }
}

async function staleCases(
  db: Database | Transaction,
  organisations: readonly string[] | 'whole',
  asOf: Date,
  after: string,
): Promise<Unfolded[]> {
  const taking = organisations === 'whole' ? sql`true` : sql`c.organisations && ${[...organisations]}::text[]`
  const { rows } = await sql<Unfolded>`
    select c.id, m.revision, c.treating, c.referring from (
      (select m.case_id from case_mark m join care_case c on c.id = m.case_id
        where m.stale and m.case_id > ${after} and ${taking} order by m.case_id limit ${casesAtATime})
      union
      (select c.id from care_case c where c.refold_at < ${asOf} and c.id > ${after} and ${taking}
        order by c.id limit ${casesAtATime})
    ) as found join case_mark m on m.case_id = found.case_id join care_case c on c.id = found.case_id
    order by c.id limit ${casesAtATime}`.execute(db)
  return rows
}

/** Folds some cases as they are now: their entries in one query, what they are judged against in two. */
async function foldAll(
  db: Database | Transaction,
  unfolded: readonly Unfolded[],
  asOf: Date,
): Promise<FoldedCase[]> {
  const entries = await entriesOfCases(
    db,
    unfolded.map(({ id }) => id),
  )
  const around = await surroundingsOf(
    db,
    unfolded.map(({ treating }) => treating),
  )
  return unfolded.flatMap((each) => {
    const surroundings = around.get(each.treating)
    const course = courseOf(caseSubject(each.id), entries.get(each.id) ?? [])
    return surroundings ? [foldCase(each, course, surroundings, asOf.toISOString())] : []
  })
}

async function keep(db: Database | Transaction, folded: readonly FoldedCase[]): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select case_fold(${JSON.stringify(folded)}::jsonb) as kept`.execute(db)
  return rows[0]?.kept ?? 0
}

/**
 * To be called in the transaction of whatever changes what an organisation's cases are judged against: a
 * licence or protocol of its service, a meeting of its own. They are folded anew when somebody looks.
 */
export async function judgeAnew(db: Database | Transaction, organisation: string): Promise<void> {
  await sql`select case_stale(${organisation})`.execute(db)
}
