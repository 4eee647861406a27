import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { draftOf } from '#store/census/draft.ts'
import { connect } from '#store/open.ts'
import { testSite } from '#test/support/site.ts'
import { answerAll, bothAnswers, browserOf, edition, openCensus, respondent, shows } from './setting.ts'

const site = await testSite()
const { db } = site.store
await openCensus(db, { organisations: 14 })

async function personOf(organisation: string, role?: string) {
  const { token } = await respondent(db, organisation, role ? { role } : {})
  const person = browserOf(site.baseUrl)
  await person.open(token)
  return person
}

const draft = async (organisation: string) =>
  (await draftOf(db, { edition, organisation, wave: 'first' })).answers

describe('answering one question a page', () => {
  it('says in words how far one is, and never more than it was before', async () => {
    const person = await personOf('T01')
    const first = await person.get('/answer/question/ioOffered')
    shows(first, /Question 1 of about 12/)
    const told: number[] = []
    for (const [question, answer] of Object.entries({ ...bothAnswers, comment: 'None' })) {
      const page = await person.get(`/answer/question/${question}`)
      told.push(Number(/Question \d+ of (?:about )?(\d+)/.exec(page.html)?.[1]))
      await person.answer(question, answer)
    }
    assert.deepEqual(
      told,
      told.toSorted((a, b) => b - a),
    )
  })

  it('leads from each question to the next, back to the one before, and at the end to the check', async () => {
    const person = await personOf('T02')
    const path = ['ioOffered']
    const answers: Record<string, string | readonly string[]> = { ...bothAnswers, comment: '' }
    for (let at = 'ioOffered'; at !== 'check'; ) {
      const saved = await person.answer(at, answers[at] ?? '')
      assert.equal(saved.status, 303, `${at}: ${saved.html.slice(0, 300)}`)
      at = saved.location?.split('/').at(-1) ?? ''
      path.push(at)
    }
    assert.deepEqual(path, [...Object.keys(bothAnswers), 'comment', 'check'])
    const page = await person.get('/answer/question/kinds')
    shows(page, /class="nhsuk-back-link" href="\/answer\/question\/ioOffered"/)
  })

  it('asks for an answer where one is required, beside the field and in the summary', async () => {
    const person = await personOf('T03')
    const page = await person.post('/answer/question/ioOffered', { seen: '0' })
    assert.equal(page.status, 422)
    shows(page, /<title>Error: /)
    shows(page, /href="#answer"/)
    shows(page, /Choose yes or no/)
  })

  it('gives a comment of 10,000 characters back whole, and says how many are too many', async () => {
    const person = await personOf('T04')
    const text = `${'a long word '.repeat(833)}end.`
    assert.equal(text.length, 10_000)
    const page = await person.answer('comment', text)
    assert.equal(page.status, 422)
    shows(page, /Your answer is 8,000 characters too long/)
    assert.ok(page.html.includes(text), 'what was written is in the field')
    assert.equal((await draft('T04')).comment, undefined)
  })

  it('keeps text in every script, and refuses characters that no text holds', async () => {
    const person = await personOf('T04', 'head-of-department')
    const text = 'Zażółć gęślą jaźń, 放射線科, 👩🏽‍⚕️, e\u0301, “quotes” & <b>no tags</b>\n\nSecond paragraph'
    assert.equal((await person.answer('comment', text)).status, 303)
    assert.equal((await draft('T04')).comment, text)
    shows(await person.get('/answer/check'), /&lt;b&gt;no tags/)
    const odd = await person.answer('comment', 'before\u0000after')
    assert.equal(odd.status, 422)
    shows(odd, /characters that cannot be kept/)
    shows(odd, /beforeafter/)
    assert.equal((await draft('T04')).comment, text)
  })

  it('refuses an answer to a question that another answer rules out, and says which', async () => {
    const person = await personOf('T05')
    await person.answer('ioOffered', 'yes')
    await person.answer('kinds', 'supportive-only')
    const posted = await person.post('/answer/question/diseaseModifyingProcedures', {
      seen: '0',
      answer: 'transarterial-chemoembolisation',
    })
    assert.equal(posted.status, 422)
    shows(posted, /This question is not asked of your organisation/)
    shows(posted, /Supportive procedures only/)
    shows(posted, /Nothing was changed/)
    assert.equal((await draft('T05')).diseaseModifyingProcedures, undefined)
    for (const question of ['referralPathwayTo', 'plannedWithin12Months', 'diseaseModifyingPathway']) {
      const page = await person.post(`/answer/question/${question}`, { seen: '0', answer: 'yes' })
      assert.equal(page.status, 422, question)
    }
    assert.equal((await person.post('/answer/question/nonsense', { answer: 'yes' })).status, 404)
  })

  it('refuses answers that no page offers', async () => {
    const person = await personOf('T06')
    const wrong: readonly (readonly [string, string | readonly string[]])[] = [
      ['ioOffered', 'perhaps'],
      ['ioOffered', ['yes', 'no']],
      ['ioOffered', '__proto__'],
    ]
    for (const [question, answer] of wrong) {
      assert.equal((await person.answer(question, answer)).status, 422, `${answer}`)
    }
    await person.answer('ioOffered', 'yes')
    await person.answer('kinds', 'both')
    const both = await person.answer('supportiveProcedures', ['nephrostomy', 'cannot-say'])
    assert.equal(both.status, 422)
    shows(both, /cannot go with another answer/)
    shows(both, /checked="" value="nephrostomy"/, 'what was ticked is still ticked')
  })

  it('finds organisations by part of their name, without scripts', async () => {
    const person = await personOf('T07')
    await person.answer('ioOffered', 'no')
    await person.answer('referralPathway', 'yes')
    const one = await person.post('/answer/question/referralPathwayTo', {
      seen: '0',
      search: 'harrow',
      do: 'search',
    })
    assert.equal(one.status, 200)
    shows(one, /checked="" value="T08"/, 'the only match is chosen')
    const many = await person.post('/answer/question/referralPathwayTo', {
      seen: '0',
      answer: 'T02',
      search: 'university',
    })
    shows(many, /\d+ matches: tick those that you refer to/)
    shows(many, /checked="" value="T02"/)
    const none = await person.post('/answer/question/referralPathwayTo', { seen: '0', search: 'zzz' })
    shows(none, /No organisation has “zzz” in its name/)
    const own = await person.answer('referralPathwayTo', 'T07')
    assert.equal(own.status, 422)
    assert.equal((await person.answer('referralPathwayTo', 'XX99')).status, 422)
    assert.equal((await person.answer('referralPathwayTo', ['T02', 'T03'])).status, 303)
    assert.deepEqual((await draft('T07')).referralPathwayTo, ['T02', 'T03'])
  })

  it('changes from the list of answers and goes back to it', async () => {
    const person = await personOf('T08')
    await answerAll(person, bothAnswers)
    const saved = await person.post('/answer/question/clinic', { seen: '99', from: 'check', answer: 'no' })
    assert.equal(saved.location, '/answer/check')
    const branch = await person.post('/answer/question/kinds', {
      seen: '99',
      from: 'check',
      answer: 'supportive-only',
    })
    assert.equal(branch.location, '/answer/left-out/kinds?from=check')
    const told = await person.get(branch.location ?? '')
    shows(told, /href="\/answer\/question\/barriers"/, 'on to what is newly asked')
  })

  it('posted from an old page by the back button keeps the later answers of other questions', async () => {
    const person = await personOf('T09')
    const old = await person.get('/answer/question/ioOffered')
    await person.answer('ioOffered', 'yes')
    await person.answer('kinds', 'both')
    const again = await person.post('/answer/question/ioOffered', { seen: old.field('seen'), answer: 'yes' })
    assert.equal(again.status, 303)
    const { ioOffered, kinds } = await draft('T09')
    assert.deepEqual({ ioOffered, kinds }, { ioOffered: 'yes', kinds: 'both' })
    const changed = await person.post('/answer/question/ioOffered', { seen: old.field('seen'), answer: 'no' })
    assert.equal(changed.location, '/answer/left-out/ioOffered', 'one’s own later answer may be changed')
    assert.equal((await draft('T09')).kinds, 'both', 'and what it leaves out is kept')
  })

  it('survives a restart: the draft is in the database, not in the process', async () => {
    const person = await personOf('T10')
    await person.answer('ioOffered', 'yes')
    const other = await connect({ url: site.store.url, ownerUrl: site.store.ownerUrl, connections: 2 })
    const second = await testSite({ store: { ...site.store, db: other.db, pool: other.pool } })
    const moved = browserOf(second.baseUrl, person.cookie())
    const page = await moved.get('/answer')
    shows(page, /1 question is\s+answered/)
    await second.close()
    await other.close()
  })
})

describe('two people answering for one organisation', () => {
  it('are told of each other by role', async () => {
    const head = await personOf('T11', 'head-of-department')
    await head.answer('ioOffered', 'yes')
    const other = await personOf('T11', 'superintendent-radiographer')
    const page = await other.get('/answer/question/kinds')
    shows(
      page,
      /Someone else answers for [^:]+: the head of department of radiology[^,]*, last\s+seen a moment ago/,
    )
    await other.get('/answer/question/kinds')
    shows(await head.get('/answer'), /the superintendent radiographer/)
  })

  it('who answer the same question differently are shown both answers, and one chooses', async () => {
    const head = await personOf('T12', 'head-of-department')
    const other = await personOf('T12', 'superintendent-radiographer')
    const mine = await head.get('/answer/question/ioOffered')
    await other.answer('ioOffered', 'no')
    const collided = await head.post('/answer/question/ioOffered', {
      seen: mine.field('seen'),
      answer: 'yes',
    })
    assert.equal(collided.status, 409)
    shows(collided, /Two answers to the same question/)
    shows(collided, /The superintendent radiographer answered this question/)
    assert.equal((await draft('T12')).ioOffered, 'no', 'nothing is overwritten')
    const seen = collided.field('seen')
    const form = { seen, answer: 'yes', choosing: 'yes' }
    const unchosen = await head.post('/answer/question/ioOffered', form)
    assert.equal(unchosen.status, 409)
    shows(unchosen, /Choose which answer to keep/)
    assert.equal((await draft('T12')).ioOffered, 'no', 'nothing is overwritten')
    const kept = await head.post('/answer/question/ioOffered', { ...form, choice: 'theirs' })
    assert.equal(kept.status, 303)
    assert.equal((await draft('T12')).ioOffered, 'no')
    const used = await head.post('/answer/question/ioOffered', { ...form, choice: 'mine' })
    assert.equal(used.status, 303)
    assert.equal((await draft('T12')).ioOffered, 'yes')
  })

  it('who give the same answer at once do not hear of it', async () => {
    const one = await personOf('T12', 'interventional-radiologist')
    const other = await personOf('T12', 'diagnostic-radiologist')
    const [first, second] = await Promise.all([
      one.answer('irDepartment', 'yes'),
      other.answer('irDepartment', 'yes'),
    ])
    assert.deepEqual([first.status, second.status], [303, 303])
  })

  it('lose no answer, whatever they press at the same moment', async () => {
    const people = await Promise.all(
      ['head-of-department', 'interventional-radiologist', 'diagnostic-radiologist'].map((role) =>
        personOf('T13', role),
      ),
    )
    const [first] = people
    await first?.answer('ioOffered', 'yes')
    await first?.answer('kinds', 'both')
    const questions = ['clinic', 'beds', 'irDepartment', 'ioLead', 'respondentRole', 'collaboration'] as const
    await Promise.all(
      questions.map((question, index) =>
        people[index % 3]?.post(`/answer/question/${question}`, {
          seen: '0',
          answer: bothAnswers[question] ?? '',
        }),
      ),
    )
    const kept = await draft('T13')
    for (const question of questions) assert.deepEqual(kept[question], bothAnswers[question], question)
  })
})
