/** Cases are folded anew when a node starts with other rules, and only then. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { freshen } from '#store/case/freshen.ts'
import { judgeByRules, rulesDigest } from '#store/case/rules.ts'
import { caseSite, readOn } from '../case-page/setting.ts'
import { chemoembolisation } from '../case-page/stories.ts'

const site = await caseSite()
await site.tell(chemoembolisation)
const { db } = site.store
const folded = () => site.whole((whole) => freshen(whole, 'whole', readOn))

it('cases are folded anew by other rules, whoever wrote nothing meanwhile', async () => {
  assert.equal(await folded(), 1)
  assert.equal(await judgeByRules(db, 'the first'), true)
  assert.equal(await folded(), 1)
  assert.equal(await judgeByRules(db, 'the first'), false)
  assert.equal(await folded(), 0, 'a start with the same rules costs nothing')
  assert.deepEqual(
    (await Promise.all([judgeByRules(db, 'the second'), judgeByRules(db, 'the second')])).sort(),
    [false, true],
    'of two processes that start at once one marks',
  )
  assert.equal(await folded(), 1)
})

it('the rules have one digest as long as they are the same', () => {
  assert.match(rulesDigest(), /^[0-9a-f]{64}$/)
  assert.equal(rulesDigest(), rulesDigest())
})
