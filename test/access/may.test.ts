/** Who may do what: each role, each action, at one's own organisation, at another, at none in particular. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Action, actions, allows, allowsSomewhere, organisationsOf } from '#core/access/may.ts'
import { passwordProblem } from '#core/access/password.ts'
import { mayRecord, recordableKinds, signatureFor } from '#core/access/record.ts'
import {
  type Membership,
  nationRoles,
  type Role,
  roleNames,
  type ServiceRole,
  serviceRoles,
} from '#core/access/role.ts'
import { caseKinds } from '#core/pathway/kinds.ts'

/** The whole table, written out a second time by hand: a change of may.ts has to be meant. */
const expected: Readonly<Record<Role, readonly Action[]>> = {
  administrator: [
    'network:see',
    'network:propose',
    'account:own',
    'census:see',
    'directory:manage',
    'people:manage',
    'outbox:see',
    'record:verify',
    'registry:explore',
    'registry:see-downloads',
  ],
  'census-lead': [
    'network:see',
    'account:own',
    'census:see',
    'census:lead',
    'census:telephone',
    'directory:manage',
    'outbox:see',
    'record:verify',
  ],
  interviewer: ['account:own', 'census:see', 'census:telephone'],
  commissioner: [
    'account:own',
    'census:see',
    'network:see',
    'network:propose',
    'network:publish',
    'registry:explore',
  ],
  researcher: [
    'account:own',
    'census:see',
    'network:see',
    'registry:explore',
    'registry:download',
    'registry:publish',
  ],
  editor: ['account:own', 'leaflet:see', 'leaflet:edit', 'story:moderate'],
  'clinical-reviewer': ['account:own', 'leaflet:see', 'leaflet:sign'],
  'io-lead': [
    'leaflet:see',
    'leaflet:adapt',
    'leaflet:sign',
    'network:see',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'meeting:run',
    'service:record',
    'quality:see',
    'standards:see',
    'upload:see',
    'upload:manage',
  ],
  'department-manager': [
    'leaflet:see',
    'leaflet:adapt',
    'network:see',
    'account:own',
    'service:see',
    'case:see',
    'meeting:see',
    'service:record',
    'quality:see',
    'standards:see',
    'upload:see',
    'upload:manage',
  ],
  'interventional-radiologist': [
    'leaflet:see',
    'leaflet:sign',
    'network:see',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'meeting:run',
    'quality:see',
    'standards:see',
    'upload:see',
  ],
  referrer: [
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'case:break-glass',
    'meeting:see',
  ],
  'mdt-coordinator': [
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:refer',
    'case:record',
    'meeting:see',
    'meeting:run',
    'quality:see',
    'standards:see',
  ],
  'cancer-nurse-specialist': [
    'leaflet:see',
    'leaflet:adapt',
    'account:own',
    'service:see',
    'patient:register',
    'case:see',
    'case:record',
    'case:break-glass',
    'meeting:see',
    'quality:see',
    'standards:see',
  ],
  'ward-nurse': ['account:own', 'service:see', 'case:see', 'case:record', 'case:break-glass'],
  physicist: ['account:own', 'service:see', 'case:see', 'case:record', 'meeting:see'],
  'caldicott-guardian': ['account:own', 'service:see', 'looks:see'],
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

describe('who writes what into a case', () => {
  const at = (role: Role, organisation = 'ZOWN'): readonly Membership[] => [{ role, organisation }]
  const here = { treating: 'ZOWN', organisations: ['ZOWN', 'ZREF'] }

  it('says so of every kind of a case, and of no other', () => {
    assert.deepEqual([...recordableKinds].sort(), caseKinds.map(({ name }) => name).sort())
  })

  it('each role, each kind: only at its own organisation, and nobody of the nation', () => {
    for (const kind of recordableKinds) {
      for (const role of nationRoles) {
        assert.equal(mayRecord([{ role, organisation: null }], kind, 'ZOWN'), false, `${role} ${kind}`)
      }
      for (const role of serviceRoles) {
        const may = writesKinds[role].includes('all') || writesKinds[role].includes(kind)
        assert.equal(mayRecord(at(role), kind, 'ZOWN'), may, `${role} ${kind}`)
        assert.equal(mayRecord(at(role), kind, 'ZOTHER'), false, `${role} ${kind} elsewhere`)
        assert.equal(signatureFor(at(role), kind, here) !== null, may, `${role} signs ${kind}`)
        assert.equal(signatureFor(at(role, 'ZTHIRD'), kind, here), null, `${role} signs ${kind} from outside`)
      }
    }
  })

  it('what the treating service does is not signed for by the one that referred', () => {
    for (const kind of ['treatment', 'referral-answer', 'consent', 'admission', 'closure', 'prescription']) {
      assert.equal(signatureFor(at('interventional-radiologist', 'ZREF'), kind, here), null, kind)
    }
    assert.deepEqual(signatureFor(at('referrer', 'ZREF'), 'death', here), {
      role: 'referrer',
      organisation: 'ZREF',
    })
  })

  it('signs for the treating organisation where someone has a role at both', () => {
    const both = [...at('interventional-radiologist', 'ZREF'), ...at('interventional-radiologist')]
    assert.equal(signatureFor(both, 'complication', here)?.organisation, 'ZOWN')
  })

  it('knows no kind by the name of what every object has', () => {
    for (const kind of ['constructor', 'toString', '__proto__', 'none']) {
      assert.equal(mayRecord(at('io-lead'), kind, 'ZOWN'), false)
    }
  })
})

/** Written out by hand, as above. */
const writesKinds: Readonly<Record<ServiceRole, readonly string[]>> = {
  'io-lead': ['all'],
  'interventional-radiologist': ['all'],
  'department-manager': [],
  'caldicott-guardian': [],
  referrer: [
    ...['case-opened', 'referral', 'clinical-discussion', 'oncologist-informed', 'responsibility'],
    ...['nurse-specialist', 'information', 'follow-up-contact', 'response-assessment', 'symptom-score'],
    ...['complication', 'feedback', 'death', 'attachment'],
  ],
  'mdt-coordinator': [
    ...[
      'case-opened',
      'referral',
      'oncologist-informed',
      'responsibility',
      'nurse-specialist',
      'mdt-discussion',
    ],
    ...[
      'booking',
      'booking-cancelled',
      'feedback',
      'death',
      'closure',
      'data-query',
      'data-query-closed',
      'attachment',
    ],
  ],
  'cancer-nurse-specialist': [
    ...['oncologist-informed', 'nurse-specialist', 'booking', 'booking-cancelled', 'information', 'consent'],
    ...['consent-confirmation', 'admission', 'recovery', 'discharge', 'follow-up-plan', 'follow-up-contact'],
    ...[
      'symptom-score',
      'complication',
      'safety-review',
      'feedback',
      'instrument-answers',
      'death',
      'closure',
      'patient-question',
      'patient-question-answered',
      'data-query',
      'data-query-closed',
      'attachment',
    ],
  ],
  'ward-nurse': [
    ...['information', 'consent-confirmation', 'admission', 'recovery', 'discharge', 'follow-up-contact'],
    ...['symptom-score', 'complication', 'feedback', 'death', 'attachment'],
  ],
  physicist: ['work-up', 'prescription', 'attachment'],
}

describe('someone’s own organisations', () => {
  const two: readonly Membership[] = [
    { role: 'referrer', organisation: 'ZTWO' },
    { role: 'io-lead', organisation: 'ZONE' },
    { role: 'ward-nurse', organisation: 'ZONE' },
    { role: 'administrator', organisation: null },
  ]

  it('are those where a role of theirs opens it, and none by a role of the nation', () => {
    assert.deepEqual(organisationsOf(two, 'case:see'), ['ZONE', 'ZTWO'])
    assert.deepEqual(organisationsOf(two, 'service:record'), ['ZONE'])
    assert.deepEqual(organisationsOf(two, 'looks:see'), [])
    assert.deepEqual(organisationsOf(two, 'people:manage'), [])
    assert.equal(allowsSomewhere(two, 'people:manage'), true)
    assert.equal(allowsSomewhere(two, 'looks:see'), false)
  })

  it('hold no case for anyone of the nation: administrator, census lead, researcher', () => {
    const ofCases = actions.filter((action) =>
      /^(case|patient|looks|meeting|service:record|standards)/.test(action),
    )
    assert.equal(ofCases.length, 10)
    for (const role of nationRoles) {
      for (const action of ofCases) {
        assert.equal(allowsSomewhere([{ role, organisation: null }], action), false, `${role} ${action}`)
      }
    }
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
