/** Who may do what: each role, each action, at one's own organisation, at another, at none in particular. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Action, actions, allows } from '#core/access/may.ts'
import { passwordProblem } from '#core/access/password.ts'
import { type Membership, nationRoles, type Role, roleNames, serviceRoles } from '#core/access/role.ts'

/** The whole table, written out a second time by hand: a change of may.ts has to be meant. */
const expected: Readonly<Record<Role, readonly Action[]>> = {
  administrator: [
    'account:own',
    'census:see',
    'directory:manage',
    'people:manage',
    'outbox:see',
    'record:verify',
  ],
  'census-lead': [
    'account:own',
    'census:see',
    'census:lead',
    'census:telephone',
    'directory:manage',
    'outbox:see',
    'record:verify',
  ],
  interviewer: ['account:own', 'census:see', 'census:telephone'],
  commissioner: ['account:own', 'census:see'],
  researcher: ['account:own', 'census:see'],
  'io-lead': ['account:own', 'service:see'],
  'department-manager': ['account:own', 'service:see'],
}

const holding = (role: Role): readonly Membership[] => [
  { role, organisation: (serviceRoles as readonly Role[]).includes(role) ? 'ZOWN' : null },
]

describe('who may do what', () => {
  for (const role of nationRoles) {
    it(`${roleNames[role]}: its own actions, wherever they are done, and no other`, () => {
      for (const action of actions) {
        for (const organisation of [null, 'ZOWN', 'ZOTHER']) {
          const may = expected[role].includes(action)
          assert.equal(
            allows(holding(role), action, organisation),
            may,
            `${role} ${action} at ${organisation}`,
          )
        }
      }
    })
  }

  for (const role of serviceRoles) {
    it(`${roleNames[role]}: its own actions at its own organisation, and no other`, () => {
      for (const action of actions) {
        const may = expected[role].includes(action)
        assert.equal(allows(holding(role), action, 'ZOWN'), may, `${role} ${action} at its own`)
        const anywhere = may && action === 'account:own'
        assert.equal(allows(holding(role), action, 'ZOTHER'), anywhere, `${role} ${action} at another`)
        assert.equal(allows(holding(role), action, null), anywhere, `${role} ${action} at none in particular`)
      }
    })
  }

  it('nobody without a role does anything', () => {
    for (const action of actions) assert.equal(allows([], action, null), false)
  })

  it('several roles open what each of them opens, and nothing at an organisation of another', () => {
    const two: readonly Membership[] = [
      { role: 'io-lead', organisation: 'ZONE' },
      { role: 'interviewer', organisation: null },
    ]
    assert.equal(allows(two, 'service:see', 'ZONE'), true)
    assert.equal(allows(two, 'service:see', 'ZTWO'), false)
    assert.equal(allows(two, 'census:telephone', 'ZTWO'), true)
    assert.equal(allows(two, 'census:lead', 'ZONE'), false)
  })
})

describe('a password', () => {
  const of = { name: 'Lena Fictional', email: 'lena.f@example.org' }

  it('is refused when it is short, long, monotonous, among the first tried, or one’s own name', () => {
    for (const refused of [
      '',
      'elevenchars',
      'x'.repeat(129),
      'abababababab',
      'Password1234',
      'LENA FICTIONAL',
      'lena.f@example.org',
      'lena fictional1',
    ]) {
      assert.notEqual(passwordProblem(refused, of), null, refused)
    }
  })

  it('may be any sentence otherwise, with no digit or capital demanded', () => {
    for (const taken of [
      'four upright bars',
      'correct horse battery staple',
      'møllehjulet drejer rundt',
      '🦀🦞🦐🐙🦑🐚🌊⚓️🛟⛵',
    ]) {
      assert.equal(passwordProblem(taken, of), null, taken)
    }
  })
})
