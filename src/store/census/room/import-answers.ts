/** Imports answers held elsewhere: every row or none, each as an entry of its organisation's record. */

import { randomBytes } from 'node:crypto'
import type { ImportedRow } from '#core/census/import.ts'
import { censusAnswer, serviceSubject } from '#core/census/kinds.ts'
import { type Answers, answersSchema, type Questionnaire, type Wave } from '#core/census/questionnaire.ts'
import { REFERENCE_BYTES, referenceFrom } from '#core/census/reference.ts'
import type { Database, Transaction } from '../../open.ts'
import { append } from '../../record/append.ts'
import { replaceDraft, sameAnswers } from '../draft.ts'
import { bumpRevision } from '../edition.ts'
import { projectRow } from '../projection.ts'

/** What to do with organisations that have answered already. */
export type OverAnswers = 'skip' | 'correct'

export type ImportOutcome =
  | { readonly outcome: 'imported'; readonly count: number }
  /** The file was imported before. */
  | { readonly outcome: 'already'; readonly count: number }
  | { readonly outcome: 'edition-not-open' }

interface ImportTask {
  readonly upload: string
  readonly edition: string
  readonly questionnaire: Questionnaire
  readonly rows: readonly ImportedRow[]
  readonly over: OverAnswers
  /** The signed-in person's id, and in which role. */
  readonly person: string
  readonly role: string
}

/** One transaction. Answers how many organisations' answers were written. */
export async function importAnswers(db: Database, task: ImportTask, now: Date): Promise<ImportOutcome> {
  return db.transaction().execute(async (tx) => {
    const before = await lockUpload(tx, task.upload)
    if (before.importedAt) return { outcome: 'already', count: before.imported ?? 0 }
    if (!(await lockMembers(tx, task))) return { outcome: 'edition-not-open' }
    const standing = await standingOf(tx, task)
    const wanted = task.rows.filter(
      ({ organisation }) => task.over === 'correct' || !standing.responses.has(organisation),
    )
    const references = await newReferences(tx, wanted.length)
    let count = 0
    for (const [index, row] of wanted.entries()) {
      const reference = references[index] ?? ''
      if (await importRow(tx, task, row, standing, reference, now)) count += 1
    }
    await tx
      .updateTable('census_import')
      .set({ imported_at: now, imported: count })
      .where('id', '=', task.upload)
      .execute()
    // Last, as everywhere: whoever writes one of these records at the same time waits for nothing of ours.
    if (count > 0) await bumpRevision(tx, task.edition)
    return { outcome: 'imported', count }
  })
}

async function lockUpload(tx: Transaction, upload: string) {
  const row = await tx
    .selectFrom('census_import')
    .select(['imported_at', 'imported'])
    .where('id', '=', upload)
    .forUpdate()
    .executeTakeFirst()
  return { importedAt: row?.imported_at ?? null, imported: row?.imported ?? null }
}

/** Nobody else sends for these organisations until the transaction ends, and the edition stays open. */
async function lockMembers(tx: Transaction, { edition, rows }: ImportTask): Promise<boolean> {
  const organisations = rows.map(({ organisation }) => organisation)
  await tx
    .selectFrom('census_member')
    .select('organisation')
    .where('edition', '=', edition)
    .where('organisation', 'in', [...organisations, ''])
    .orderBy('organisation')
    .forNoKeyUpdate()
    .execute()
  const found = await tx
    .selectFrom('census_edition')
    .select('state')
    .where('id', '=', edition)
    .forKeyShare()
    .executeTakeFirst()
  return found?.state === 'open'
}

interface StandingBefore {
  readonly responses: ReadonlyMap<
    string,
    {
      readonly first: string | null
      readonly followUp: string | null
      readonly answers: Answers
      readonly reference: string
    }
  >
  /** `organisation wave` of drafts that were begun. */
  readonly drafts: ReadonlySet<string>
}

async function standingOf(tx: Transaction, { edition }: ImportTask): Promise<StandingBefore> {
  const responses = await tx
    .selectFrom('census_response')
    .select(['organisation', 'entry', 'follow_up_entry', 'answers', 'reference'])
    .where('edition', '=', edition)
    .execute()
  const drafts = await tx
    .selectFrom('census_draft')
    .select(['organisation', 'wave'])
    .where('edition', '=', edition)
    .execute()
  return {
    responses: new Map(
      responses.map((row) => [
        row.organisation,
        {
          first: row.entry,
          followUp: row.follow_up_entry,
          answers: answersSchema.parse(row.answers),
          reference: row.reference,
        },
      ]),
    ),
    drafts: new Set(drafts.map(({ organisation, wave }) => `${organisation} ${wave}`)),
  }
}

async function importRow(
  tx: Transaction,
  task: ImportTask,
  { organisation, answers }: ImportedRow,
  { responses, drafts }: StandingBefore,
  newReference: string,
  now: Date,
): Promise<boolean> {
  const before = responses.get(organisation)
  const reference = before?.reference ?? newReference
  let written = false
  for (const wave of ['first', 'follow-up'] as const) {
    const own = ofWave(task.questionnaire, answers, wave)
    const corrects = wave === 'first' ? before?.first : before?.followUp
    if (Object.keys(own).length === 0) continue
    if (corrects && before && sameAnswers(own, ofWave(task.questionnaire, before.answers, wave))) continue
    const { questionnaire, edition } = task
    const respondentRole = typeof own.respondentRole === 'string' ? own.respondentRole : null
    const appended = await append(
      tx,
      {
        subject: serviceSubject(organisation),
        kind: censusAnswer,
        occurredAt: now,
        author: `import:${task.person}`,
        role: task.role,
        organisation,
        body: {
          edition,
          questionnaire: { id: questionnaire.id, version: questionnaire.version },
          wave,
          channel: 'import',
          reference,
          answers: own,
          respondentRole,
          late: false,
        },
        ...(corrects ? { corrects } : {}),
      },
      { project: projectRow },
    )
    if (appended.outcome !== 'appended') throw new Error(`answers that were checked were ${appended.outcome}`)
    if (drafts.has(`${organisation} ${wave}`)) {
      await replaceDraft(tx, { edition, organisation, wave }, own, `import:${task.person}`, now)
    }
    written = true
  }
  return written
}

/** The answers to the questions of one wave. */
function ofWave({ questions }: Questionnaire, answers: Answers, wave: Wave): Answers {
  const own = new Set(questions.filter((question) => question.wave === wave).map(({ id }) => id))
  return Object.fromEntries(Object.entries(answers).filter(([id]) => own.has(id)))
}

/** As many as asked that no receipt bears; each is one of very many at random. */
async function newReferences(tx: Transaction, count: number): Promise<readonly string[]> {
  const made = new Set<string>()
  while (made.size < count) {
    while (made.size < count) made.add(referenceFrom(randomBytes(REFERENCE_BYTES)))
    const taken = await tx
      .selectFrom('census_response')
      .select('reference')
      .where('reference', 'in', [...made])
      .execute()
    for (const { reference } of taken) made.delete(reference)
  }
  return [...made]
}
