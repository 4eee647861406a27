import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { censusAnswer, serviceSubject } from '#core/census/kinds.ts'
import { draftOf } from '#store/census/draft.ts'
import { type Embedded, startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { connect, type Store } from '#store/open.ts'
import { entriesOf } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { buildAssets } from '#web/assets/build.ts'
import { bothAnswers, browserOf, code, edition, openCensus, respondent } from './setting.ts'

const rounds = 10
const people = 8
const program = fileURLToPath(new URL('./kill-server.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-kill-'))
const running = new Set<ChildProcess>()
let postgres: Embedded | null = null
after(async () => {
  for (const child of running) child.kill('SIGKILL')
  if (postgres) await stopPostgres(postgres.pid, 'SIGINT')
  rmSync(folder, { recursive: true, force: true })
})

/** What one respondent was told is saved, and what was on the way when the line went dead. */
interface Told {
  readonly answers: Map<string, string>
  readonly unsure: Map<string, string>
  sends: number
  unsureSends: number
  presses: number
  cookie: string
}

describe('a node that is killed in a burst of answers, ten times', { timeout: 120_000 }, () => {
  it('keeps every acknowledged answer and entry, and every chain verifies', async () => {
    await buildAssets()
    postgres = await startPostgres()
    await migrate(postgres.url)
    const told = await withStore(postgres.url, begin)
    for (let round = 1; round <= rounds; round += 1) {
      const server = await startServer(postgres.url)
      const burst = [...told].map(([organisation, person]) => press(server.address, organisation, person))
      const before = pressesOf(told)
      await pause(250 + 40 * round)
      // On a slow machine, so long that there is something to lose.
      for (let waited = 0; pressesOf(told) < before + 12 && waited < 10_000; waited += 20) await pause(20)
      server.child.kill('SIGKILL')
      // Every other time the database's server dies with it, and recovers.
      if (round % 2 === 0) await stopPostgres(postgres.pid, 'SIGKILL')
      await Promise.all(burst)
      if (round % 2 === 0) postgres = await startPostgres()
      await withStore(postgres.url, (store) => check(store, told))
    }
    const sends = [...told.values()].reduce((sum, { sends }) => sum + sends, 0)
    const presses = pressesOf(told)
    assert.ok(presses > 20 && sends > 3, `there was a burst: ${presses} answers, ${sends} sent`)
  })
})

function pressesOf(told: ReadonlyMap<string, Told>): number {
  return [...told.values()].reduce((sum, { presses }) => sum + presses, 0)
}

async function begin(store: Store): Promise<Map<string, Told>> {
  await openCensus(store.db, { organisations: people })
  const told = new Map<string, Told>()
  for (let number = 1; number <= people; number += 1) {
    const { token } = await respondent(store.db, code(number))
    const person = {
      answers: new Map(),
      unsure: new Map(),
      sends: 0,
      unsureSends: 0,
      presses: 0,
      cookie: token,
    }
    told.set(code(number), person)
  }
  return told
}

/** Answers, sends, changes an answer, sends again, until the line is dead. */
async function press(address: string, organisation: string, person: Told): Promise<void> {
  try {
    if (!person.cookie.includes('=')) {
      const first = browserOf(address)
      await first.open(person.cookie)
      person.cookie = first.cookie()
    }
    const browser = browserOf(address, person.cookie)
    const answer = async (question: string, value: string | readonly string[]) => {
      person.unsure.set(question, JSON.stringify(value))
      const saved = await browser.post(`/answer/question/${question}`, { seen: '0', answer: value })
      if (saved.status !== 303) throw new Error(`${organisation} ${question}: ${saved.status}`)
      person.answers.set(question, JSON.stringify(value))
      person.unsure.delete(question)
      person.presses += 1
    }
    for (const [question, value] of Object.entries(bothAnswers)) {
      if (!person.answers.has(question)) await answer(question, value)
    }
    for (;;) {
      const was = person.answers.get('comment') ?? ''
      await answer('comment', `Comment after ${was.length} characters, ${person.presses}`)
      const page = await browser.get('/answer/check')
      person.unsureSends += 1
      const sent = await browser.post('/answer/check', {
        draft: page.field('draft'),
        entry: page.field('entry'),
      })
      if (sent.status !== 303) throw new Error(`${organisation} sends: ${sent.status}`)
      person.unsureSends -= 1
      person.sends += 1
    }
  } catch (error) {
    // The dead line is what this is about; a page that says no is not.
    if (!/fetch failed|terminated|other side closed|: 50\d$/.test(String(error))) throw error
  }
}

async function check(store: Store, told: ReadonlyMap<string, Told>): Promise<void> {
  for (const [organisation, person] of told) {
    const { answers } = await draftOf(store.db, { edition, organisation, wave: 'first' })
    for (const [question, value] of person.answers) {
      const kept = JSON.stringify(answers[question])
      assert.ok(
        kept === value || kept === person.unsure.get(question),
        `${organisation} ${question}: ${kept}`,
      )
    }
    // From here on what was unsure is what is kept.
    for (const question of person.unsure.keys()) {
      if (answers[question] !== undefined) person.answers.set(question, JSON.stringify(answers[question]))
    }
    person.unsure.clear()
    const entries = await entriesOf(store.db, serviceSubject(organisation))
    const sent = entries.filter(({ kind }) => kind === censusAnswer.name).length
    assert.ok(sent >= person.sends, `${organisation}: ${sent} entries, ${person.sends} acknowledged`)
    assert.ok(sent <= person.sends + person.unsureSends, `${organisation}: no more than were pressed`)
    person.sends = sent
    person.unsureSends = 0
  }
  const { firstFault } = await verifyStore(store.db, { publicKeys: [] })
  assert.equal(firstFault, null)
}

async function startServer(url: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, url], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const address = await new Promise<string>((done, fail) => {
    child.stdout?.once('data', (line: Buffer) => done(line.toString().trim()))
    child.once('exit', (status) => fail(new Error(`the server ended with ${status}`)))
  })
  return { child, address }
}

async function startPostgres(): Promise<Embedded> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbedded({ folder: join(folder, 'postgres'), durable: true, stays: true })
    } catch (error) {
      // The processes of the killed one are still going.
      if (attempt === 20) throw error
      await pause(250)
    }
  }
}

async function stopPostgres(pid: number, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  process.kill(pid, signal)
  for (let waited = 0; waited < 10_000; waited += 50) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await pause(50)
  }
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await connect({ url, ownerUrl: url, connections: 4 })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
