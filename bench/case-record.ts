/** Entries of a case's largest kinds a second, within a scope: in process and through HTTP, each beside its floor. */

import { sql } from 'kysely'
import { mayRecord } from '#core/access/record.ts'
import { caseSubject } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { checkDraft } from '#core/record/draft.ts'
import { type CaseStatement, recordInCase } from '#store/case/record.ts'
import type { Store } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { postedOf } from '#web/components/kind-form/posted.ts'
import { readKindForm } from '#web/components/kind-form/read.ts'
import type { PageContext } from '#web/environment.ts'
import { mayAtOwn } from '#web/route.ts'
import { inScope } from '#web/scope.ts'
import { type FullStatement, fullStatements } from './case-bodies.ts'
import { formBody, formFacts } from './case-forms.ts'
import { author, code, membership, organisation, plantCases, role, scope } from './case-plant.ts'
import { productForm } from './case-product.ts'
import { withDurableStore } from './durable.ts'
import { bareRoute, bareRows, entryBytes, floorTable } from './floor.ts'
import { postedInWords } from './http.ts'
import { type BenchSite, benchSite, posted } from './load.ts'
import { client } from './post.ts'
import { ratesInWords, verifyAll } from './record.ts'
import { breakDown, clientWords, rates } from './slices.ts'

const cases = 179
const clientCounts = [1, 8]

/** Ours is authorised, checked, chained, shown by row-level security, and marks its case; all in one statement. */
export function benchCaseRecord(print: (line: string) => void): Promise<void> {
  return withDurableStore('case-record', floorTable + organisation, async (store, url) => {
    const ids = await plantCases(store, cases)
    const bare = bareRows(url)
    print(`The record of cases, within a scope: ${cases} cases, fsync on.`)
    for (const statement of fullStatements) {
      const bytes = entryBytes(draftOf(ids, statement))
      for (const clients of clientCounts) {
        const ways = { ours: () => write(store, ids, statement), floor: () => bare.write(bytes) }
        const found = await rates(clients, ways)
        print(`  ${statement.name}, ${bytes} bytes, ${clientWords(clients)}: ${ratesInWords(found)}`)
      }
    }
    await breakDown([...stepsOf(store, ids), ['bare row', () => bare.write(1700)]], print)
    await bare.close()
    await throughHttp(store, url, ids, print)
    await withinScope(store.db, 'whole', (db) => verifyAll({ ...store, db }, print))
  })
}

const anyOf = (ids: readonly string[]) => ids[Math.floor(Math.random() * ids.length)] ?? ''

function statementOf(caseId: string, { kind, body }: FullStatement): CaseStatement<unknown> {
  return { caseId, kind, body, occurredAt: new Date(), author, role, organisation: code }
}

function draftOf(ids: readonly string[], statement: FullStatement) {
  const { caseId, ...said } = statementOf(anyOf(ids), statement)
  return { ...said, subject: caseSubject(caseId) }
}

async function write(store: Store, ids: readonly string[], full: FullStatement): Promise<void> {
  if (!mayRecord([membership], full.kind.name, code)) throw new Error('not allowed')
  const statement = statementOf(anyOf(ids), full)
  const answer = await withinScope(store.db, scope, (db) => recordInCase(db, statement))
  if (answer.outcome !== 'appended') throw new Error(`not appended: ${JSON.stringify(answer)}`)
}

function stepsOf(store: Store, ids: readonly string[]): [string, () => unknown][] {
  const checks = fullStatements.map((full): [string, () => unknown] => {
    const draft = draftOf(ids, full)
    return [`check the ${full.name}`, () => checkDraft(draft)]
  })
  const records = fullStatements.map((full): [string, () => unknown] => [
    `record the ${full.name}`,
    () => write(store, ids, full),
  ])
  const nothing = () => withinScope(store.db, scope, (db) => sql`select 1`.execute(db))
  return [...checks, ['a scope with nothing in it', nothing], ...records]
}

/** The write path through a route of its own, declared as all are: session, scope, the form read, recorded. */
async function throughHttp(
  store: Store,
  url: string,
  ids: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const bare = await bareRoute(url)
  const site = await benchSite(store, [membership], (routes) =>
    routes.post('/bench/cases/:id/:kind', mayAtOwn('case:record'), recordCase),
  )
  print('  Through HTTP with a session, beside a bare route that only inserts:')
  for (const full of fullStatements) {
    const body = formBody(full)
    const targets = {
      floor: { url: `${bare.url}/${entryBytes(draftOf(ids, full))}`, form: () => ({ body }) },
      ours: {
        url: site.url,
        headers: site.headers,
        form: () => ({ path: `/bench/cases/${anyOf(ids)}/${full.kind.name}`, body }),
      },
    }
    for (const clients of clientCounts) {
      const found = await posted(targets, clients)
      print(`  ${full.name}, ${clientWords(clients)}: ${postedInWords(found)}`)
    }
  }
  await throughForms(store, site, bare.url, print)
  await site.close()
  await bare.close()
}

/** The product's own form: what the write path does, and the case, its service and its people read before, all judged. */
async function throughForms(
  store: Store,
  site: BenchSite,
  bareUrl: string,
  print: (line: string) => void,
): Promise<void> {
  print('  The product’s own form of the same, each client in cases of its own:')
  for (const full of fullStatements) {
    // New ones: a form reads all that was said of its case, and no case is told a thousand treatments.
    const ids = await plantCases(store, cases)
    const path = `${new URL(bareUrl).pathname}/${entryBytes(draftOf(ids, full))}`
    const body = formBody(full)
    for (const clients of clientCounts) {
      const [ours, floor] = [client(site.url, clients, site.headers), client(bareUrl, clients)]
      const ways = {
        ours: await productForm(store, ids, ours, full),
        floor: async () => void (await floor.post(path, body)),
      }
      const found = await rates(clients, ways)
      print(`  ${full.name}, ${clientWords(clients)}: ${postedInWords(found)}`)
      ours.close()
      floor.close()
    }
  }
}

async function recordCase(c: PageContext) {
  const kind = caseKindNamed(c.req.param('kind') ?? '')
  const { person } = c.var
  if (!kind || !person || !mayRecord(person.memberships, kind.name, code)) return c.text('not allowed', 403)
  const { body, problems } = readKindForm(kind, postedOf(new URLSearchParams(await c.req.text())), formFacts)
  if (problems.length > 0) return c.text(JSON.stringify(problems), 422)
  const caseId = c.req.param('id') ?? ''
  const statement = {
    ...{ caseId, kind, body, occurredAt: c.var.now() },
    ...{ author: `person:${person.id}`, role, organisation: code },
  }
  const { outcome } = await inScope(c, 'case:record', (db) => recordInCase(db, statement))
  return outcome === 'appended' ? c.redirect('/cases', 303) : c.text(outcome, 409)
}
