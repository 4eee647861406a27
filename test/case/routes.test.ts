/** A case of another trust does not exist, as far as any route tells: role by role, page by page. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { nationRoles, type Role, serviceRoles } from '#core/access/role.ts'
import { freshen } from '#store/case/freshen.ts'
import { withinScope } from '#store/scope.ts'
import { testSite } from '#test/support/site.ts'
import { aCase, addOrganisation, aPatient, codes, newNumber, referralBody, say } from './support.ts'

/** What an address names: a case, an entry of it, a patient. */
interface Named {
  readonly case: string
  readonly entry: string
  readonly patient: string
}

describe('a case of another trust', async () => {
  const site = await testSite()
  const { db } = site.store
  for (const code of codes) await addOrganisation(db, code)
  const number = newNumber()
  const patient = await aPatient(db, 'ZB', {
    ...{ givenName: 'Quentin', familyName: 'Secretname', postcode: 'ZE1 0AA' },
    identifiers: [{ system: 'nhs', value: number }],
  })
  const { id } = await aCase(db, { treating: 'ZB', patient })
  const said = await say(db, 'ZB', id, 'referral', referralBody('ZB'))
  const entry = said.outcome === 'appended' ? said.entry.id : ''
  await withinScope(db, 'whole', (whole) => freshen(whole, 'whole', new Date()))
  const there: Named = { case: id, entry, patient }

  /** The address of a declared path, or null where it names no case and no patient. */
  const addressOf = (path: string, named: Named): string | null => {
    const noun = path.split('/')[1] ?? ''
    const first = ['cases', 'referrals'].includes(noun)
      ? named.case
      : noun === 'patients'
        ? named.patient
        : null
    if (first === null || !/:[a-z]+\{\[0-9a-f-\]\{36\}\}|:id/i.test(path)) return null
    let ids = 0
    return path.replaceAll(/:([A-Za-z]+)(\{(?:[^{}]|\{\d+\})*\})?/g, (_, name: string, pattern = '') => {
      if (name === 'kind') return 'treatment'
      const options = /^\{([a-z-]+(?:\|[a-z-]+)+)\}$/.exec(pattern)
      if (options) return options[1]?.split('|')[0] ?? ''
      return ids++ === 0 ? first : named.entry
    })
  }
  const asked = site.site.declared.filter(({ path }) => addressOf(path, there) !== null)

  it('is named by some routes at least: this test walks them', () => {
    assert.ok(asked.length >= 8, asked.map(({ path }) => path).join(' '))
  })

  it('answers as one that does not exist, to every role of every other organisation, on every route', async () => {
    const nobody: Named = { case: randomUUID(), entry: randomUUID(), patient: randomUUID() }
    const without = (text: string, named: Named) =>
      Object.values(named).reduce((left, each) => left.replaceAll(each, 'ID'), text)
    for (const role of [...serviceRoles, ...nationRoles] as readonly Role[]) {
      const cookie = await site.signInAs(role, 'ZA')
      for (const { method, path } of asked) {
        const answers = []
        for (const named of [there, nobody]) {
          const address = addressOf(path, named) ?? ''
          const answer =
            method === 'GET'
              ? await site.get(address, cookie)
              : await site.post(address, { reason: 'x' }, cookie)
          const text = without(await answer.text(), named)
          assert.doesNotMatch(text, /Secretname|Quentin|ZE1 0AA/i, `${role} ${method} ${path}`)
          assert.ok(![200, 303].includes(answer.status), `${role} ${method} ${path} ${answer.status}`)
          answers.push({
            status: answer.status,
            to: without(answer.headers.get('location') ?? '', named),
            text,
          })
        }
        assert.deepEqual(answers[0], answers[1], `${role} ${method} ${path}`)
      }
    }
  })

  it('is in no list, count or search of another’s', async () => {
    const [own, other] = await Promise.all([
      site.signInAs('interventional-radiologist', 'ZB'),
      site.signInAs('interventional-radiologist', 'ZA'),
    ])
    const pages = site.site.declared.filter(
      ({ method, path }) =>
        method === 'GET' &&
        /^\/(cases|my-work|patients|referrals|refer|standards|my-service|meetings)$/.test(path),
    )
    for (const { path } of pages) {
      const text = await (await site.get(path, other)).text()
      assert.doesNotMatch(text, new RegExp(`Secretname|${id}|${patient}`, 'i'), path)
    }
    assert.match(await (await site.get('/cases', own)).text(), /Secretname/i)
    const empty = await (await site.get('/cases', other)).text()
    assert.doesNotMatch(empty, /\b1 case\b/)
  })
})
