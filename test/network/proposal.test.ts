/** Questions of the network through the site: asked once, answered in the background, stopped, taken up again, named. */

import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { answerProposals, stopAnswering } from '#jobs/answer-proposals.ts'
import { closeSolver } from '#solver/solve.ts'
import { proposalById, proposalsKept } from '#store/network/proposal.ts'
import { claimProposal, signProposal } from '#store/network/proposal-claim.ts'
import { plantNation } from '#test/map/nation.ts'
import { testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { wordsOf } from '../service/pages.ts'

const site = await testSite()
const { store } = site
const { db } = store
await plantNation(store, { id: 'uk-2026', state: 'closed', censusOn: '2026-01-10' })
const cora = await site.signInAs('commissioner')
const other = await site.signInAs('commissioner')

after(async () => {
  await stopAnswering(store)
  await closeSolver()
})

const procedure = 'lung-ablation'
const pathways = { ask: 'pathways', procedure, nation: '', share: '40', pathwayMinutes: '60' }
const services = {
  ...{ ask: 'services', procedure, nation: '', aim: 'covering', count: '2', minutes: '45' },
  ...{ existing: 'fixed', candidates: 'all' },
}

const ask = async (form: Readonly<Record<string, string>>, cookie = cora): Promise<string> => {
  const sent = await site.post(paths.networkProposals(), form, cookie)
  assert.equal(sent.status, 303, await sent.clone().text())
  return sent.headers.get('location') ?? ''
}
const idIn = (address: string): string => address.split('/')[3]?.split('?')[0] ?? ''
const pageAt = async (address: string, cookie = cora) => {
  const page = await site.get(address, cookie)
  assert.equal(page.status, 200, address)
  return page.text()
}
/** Once it has ended. */
const ended = async (id: string) => {
  for (let look = 0; look < 300; look++) {
    const proposal = await proposalById(db, id)
    if (proposal?.endedAt) return proposal
    await pause(100)
  }
  throw new Error(`${id} has not ended`)
}
const count = async () =>
  Number(
    (await db.selectFrom('network_proposal').select(sql<string>`count(*)`.as('n')).executeTakeFirstOrThrow())
      .n,
  )
/** A row as it would be left by a process that was killed. */
const orphan = async (id: string, attempts: number) =>
  db
    .updateTable('network_proposal')
    .set({ state: 'running', ended_at: null, attempts, seen_at: new Date(Date.now() - 20_000) })
    .where('id', '=', id)
    .execute()

describe('a question of the network', () => {
  it('is answered in the background with its proof, and its page says everything', async () => {
    const address = await ask(services)
    const proposal = await ended(idIn(address))
    assert.equal(proposal.state, 'done')
    const words = wordsOf(await pageAt(address))
    assert.match(words, /2 new services for lung ablation, at .* within 45 minutes, where today it is/)
    assert.match(words, /Proven best: no other choice does better/)
    assert.match(words, /An estimate from distance, not measured on roads/)
    assert.match(words, /Access before and after/)
    assert.match(words, /67,\d{3},\d{3}|66,\d{3},\d{3}/)
  })

  it('is answered once: the same question leads to the same answer at once, whoever asks it', async () => {
    const before = await count()
    const first = await ask(services)
    assert.equal(await ask(services, other), first)
    assert.equal(await count(), before)
  })

  it('is one when two ask it at one moment', async () => {
    const [one, two] = await Promise.all([ask(pathways), ask(pathways, other)])
    assert.equal(one, two)
    assert.equal((await ended(idIn(one))).state, 'done')
    assert.match(wordsOf(await pageAt(one)), /new referral pathways? \(.* to .*\) (is|are) enough/)
  })

  it('says beside each field what cannot be', async () => {
    const problems = async (form: Readonly<Record<string, string>>) => {
      const sent = await site.post(paths.networkProposals(), form, cora)
      assert.equal(sent.status, 422)
      const html = await sent.text()
      return [...html.matchAll(/href="#([a-zA-Z]+)"[^>]*>([^<]+)</g)]
        .filter(([, id]) => html.includes(`id="${id}-error"`) || html.includes(`${id}--error-message`))
        .map(([, id, words]) => `${id}: ${words}`)
    }
    const of = async (form: Readonly<Record<string, string>>) => (await problems(form)).join('\n')
    assert.match(await of({ ...services, count: '0' }), /^count: None is nothing to look for/)
    assert.match(await of({ ...services, count: '2.5' }), /^count: Enter a whole number/)
    assert.match(await of({ ...services, count: '9999' }), /^count: Enter a whole number from 1 to 1,000/)
    assert.match(await of({ ...services, count: '500' }), /^count: There are only \d+ organisations/)
    assert.match(await of({ ...services, minutes: '0' }), /^minutes: Nobody lives 0 minutes away/)
    assert.match(await of({ ...pathways, share: '0' }), /^share: Enter a share above 0/)
    assert.match(await of({ ...pathways, share: '101' }), /^share: /)
    assert.match(await of({ ...pathways, pathwayMinutes: 'soon' }), /^pathwayMinutes: Enter minutes/)
    assert.match(await of({ ...pathways, procedure: 'no-such' }), /^procedure: Choose a procedure/)
    assert.match(await of({ ...pathways, nation: 'Jersey' }), /^nation: Choose one of the four/)
  })

  it('explains a share out of reach and a procedure that nobody offers', async () => {
    const all = await ask({ ...pathways, share: '100', pathwayMinutes: '15' })
    await ended(idIn(all))
    assert.match(wordsOf(await pageAt(all)), /100% cannot be reached: with every possible referral pathway/)
    const nobody = await ask({ ...pathways, procedure: 'vascular-embolisation-of-tumours' }).catch(() => null)
    if (nobody) assert.equal((await ended(idIn(nobody))).state, 'done')
  })

  it('is given a name, and found by it', async () => {
    const address = await ask(services)
    await site.post(`${address}/name`, { name: 'Two for the north' }, cora)
    assert.match(wordsOf(await pageAt(paths.networkProposals(), other)), /Two for the north/)
    const [kept] = await proposalsKept(db)
    assert.equal(kept?.title, 'Two for the north')
    assert.ok(kept && kept.tables.length >= 3 && kept.notes.length >= 3)
    const long = await site.post(`${address}/name`, { name: 'x'.repeat(121) }, cora)
    assert.equal(long.status, 422)
    await site.post(`${address}/name`, { name: ' ' }, cora)
    assert.doesNotMatch(wordsOf(await pageAt(paths.networkProposals())), /Two for the north/)
  })

  it('never changes once it is answered, whoever writes to the database', async () => {
    const id = idIn(await ask(services))
    const change = db.updateTable('network_proposal').set({ answer: '{}' }).where('id', '=', id).execute()
    await assert.rejects(change, /never changes/)
  })
})

describe('the work on a question', () => {
  const waiting = { ...services, count: '3' }

  it('stops when it is cancelled, and says who cancelled it', async () => {
    // It takes some ten seconds to the end: done would be the answer of one that did not stop.
    const id = idIn(await ask({ ...services, aim: 'mean', count: '60', existing: 'free' }))
    const stand = await proposalById(db, id)
    const sent = await site.post(paths.networkProposal(id, 'cancel'), {}, other)
    assert.equal(sent.status, 303)
    const proposal = await ended(id)
    assert.equal(stand?.state, 'running')
    assert.equal(proposal.state, 'cancelled')
    assert.match(wordsOf(await pageAt(paths.networkProposal(id))), /Cancelled by Test commissioner/)
  })

  it('of another process hears that it is to stop at its next sign of life', async () => {
    const id = idIn(await ask(waiting))
    await ended(id)
    await db.deleteFrom('network_proposal').where('id', '=', id).execute()
    await stopAnswering(store)
    const again = idIn(await ask(waiting))
    const claim = await claimProposal(db, new Date())
    assert.ok(claim)
    assert.equal(claim.id, again)
    assert.equal(await signProposal(db, claim, null, 1, new Date()), true)
    await site.post(paths.networkProposal(again, 'cancel'), {}, cora)
    assert.equal(await signProposal(db, claim, null, 1.4, new Date()), false)
    await orphan(again, 1)
  })
})

describe('what a killed process left', async () => {
  // The process of the tests before has closed its workshop; this is the next one.
  const next = { ...store, pool: new Proxy(store.pool, {}) }

  it('is taken up by the next that looks, and answered', async () => {
    const row = await db
      .selectFrom('network_proposal')
      .select('id')
      .where('state', '=', 'running')
      .executeTakeFirstOrThrow()
    await db.updateTable('network_proposal').set({ cancelled_by: null }).where('id', '=', row.id).execute()
    answerProposals(next)
    const proposal = await ended(row.id)
    assert.equal(proposal.state, 'done')
    assert.equal(proposal.attempts, 2)
  })

  it('is marked as broken off after three times, and can be begun again by hand', async () => {
    const id = idIn(await ask({ ...services, count: '1' }))
    await orphan(id, 3)
    answerProposals(next)
    const proposal = await ended(id)
    assert.equal(proposal.state, 'failed')
    assert.match(wordsOf(await pageAt(paths.networkProposal(id))), /broke off three times/)
    await site.post(paths.networkProposal(id, 'again'), {}, cora)
    answerProposals(next)
    assert.equal((await ended(id)).state, 'done')
  })

  it('waits again when the process ends in order', async () => {
    const id = idIn(await ask({ ...services, aim: 'mean', count: '30', existing: 'free' }))
    answerProposals(next)
    await stopAnswering(next)
    const proposal = await proposalById(db, id)
    assert.ok(proposal?.state === 'queued' || proposal?.state === 'done', proposal?.state)
    if (proposal?.state === 'queued') assert.equal(proposal.attempts, 0)
  })
})

describe('who asks the network', () => {
  it('are commissioners and administrators; services’ leads look; a telephone interviewer does neither', async () => {
    const lead = await site.signInAs('io-lead', 'RR8')
    assert.equal((await site.get(paths.networkProposals(), lead)).status, 200)
    assert.doesNotMatch(await pageAt(paths.networkProposals(), lead), /name="ask"/)
    assert.equal((await site.post(paths.networkProposals(), services, lead)).status, 403)
    const interviewer = await site.signInAs('interviewer')
    for (const path of [paths.networkProposals(), paths.networkWhatIf(), paths.networkRecipients()])
      assert.equal((await site.get(path, interviewer)).status, 403, path)
  })

  it('find nothing under an id of nobody', async () => {
    const none = paths.networkProposal('00000000-0000-7000-8000-000000000000')
    assert.equal((await site.get(none, cora)).status, 404)
    assert.equal((await site.post(`${none}/cancel`, {}, cora)).status, 404)
  })
})

describe('the recipients of one gap', () => {
  it('lead its own people to the form of a new pathway, begun with what is known', async () => {
    const address = paths.networkRecipients({ procedure, service: 'RR8' })
    assert.doesNotMatch(await pageAt(address), /Propose this pathway/)
    const lead = await site.signInAs('io-lead', 'RR8')
    const html = await pageAt(address, lead)
    const href = /href="(\/my-service\/RR8\/referral-pathway\/new\?[^"]+)"/.exec(html)?.[1]
    if (/offers lung ablation itself/.test(html)) return
    assert.ok(href)
    const form = await pageAt(href.replaceAll('&amp;', '&'), lead)
    assert.match(form, /lung-ablation/)
    const to = new URLSearchParams(href.split('?')[1]?.replaceAll('&amp;', '&')).get('to')
    const field = /<input[^>]*name="to"[^>]*>/.exec(form)?.[0] ?? ''
    assert.match(field, new RegExp(`value="[^"]*${to}`))
  })

  it('say that an organisation of yesterday is not in the network of today', async () => {
    assert.match(
      wordsOf(await pageAt(paths.networkRecipients({ procedure, service: 'ZZZZ' }))),
      /No organisation of today’s network has the code ZZZZ/,
    )
  })
})
