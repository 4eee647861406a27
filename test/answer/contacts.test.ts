import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readContacts } from '#core/census/contacts.ts'
import {
  addContact,
  changeContact,
  contactsOf,
  importContacts,
  markBounced,
  retireContact,
} from '#store/census/contact.ts'
import { linkByToken } from '#store/census/link.ts'
import { testStore } from '#test/support/store.ts'
import { openCensus, respondent } from './setting.ts'

const { db } = await testStore()
await openCensus(db, { organisations: 4 })
const now = new Date()
const context = {
  organisations: new Set(['T01', 'T02', 'T03', 'T04']),
  roles: [{ value: 'head-of-department', label: 'Head of department' }],
}
const details = { name: 'Dr A', role: 'head-of-department', email: 'a@trust.example', telephone: null }

describe('contacts', () => {
  it('keep one address once in an organisation, whatever its case', async () => {
    assert.equal((await addContact(db, 'T01', details)).outcome, 'saved')
    const taken = await addContact(db, 'T01', { ...details, email: 'A@Trust.example' })
    assert.equal(taken.outcome, 'address-taken')
    assert.equal((await addContact(db, 'T02', details)).outcome, 'saved')
  })

  it('whose address is changed have not bounced yet', async () => {
    const [contact] = await contactsOf(db, 'T01')
    await markBounced(db, contact?.id ?? '', '550 No such user', now)
    await changeContact(db, contact?.id ?? '', { ...details, name: 'Dr Able' })
    assert.equal((await contactsOf(db, 'T01'))[0]?.bounceReason, '550 No such user', 'a name is no address')
    await changeContact(db, contact?.id ?? '', { ...details, email: 'able@trust.example' })
    assert.equal((await contactsOf(db, 'T01'))[0]?.bouncedAt, null)
  })

  it('who retire take their links with them', async () => {
    const { contact, token } = await respondent(db, 'T03')
    assert.equal((await linkByToken(db, token, now)).outcome, 'ok')
    assert.equal(await retireContact(db, contact, now), true)
    assert.equal((await linkByToken(db, token, now)).outcome, 'revoked')
    assert.deepEqual(await contactsOf(db, 'T03'), [])
  })

  it('are read from a list only when every row can be kept', () => {
    const rows = [
      {
        organisation: 't04',
        name: ' Dr  B ',
        role: 'Head of department',
        email: 'b@trust.example',
        telephone: '',
      },
      { organisation: 'T99', name: '', role: 'porter', email: 'nonsense', telephone: 'ring me' },
      { organisation: 'T04', name: 'Dr C', role: 'head-of-department', email: 'B@trust.example' },
      { organisation: 'T04', name: 'Dr D', role: 'head-of-department' },
    ]
    const { contacts, problems } = readContacts(rows, context)
    assert.deepEqual(contacts, [])
    assert.deepEqual([...new Set(problems.map(({ row }) => row))], [2, 3, 4])
    assert.match(
      problems.map(({ words }) => words).join('\n'),
      /T99[\s\S]*no name[\s\S]*porter[\s\S]*nonsense/,
    )
    assert.match(problems.map(({ words }) => words).join('\n'), /in row 1 as well/)
    const read = readContacts(rows.slice(0, 1), context)
    assert.deepEqual(read.contacts, [
      {
        organisation: 'T04',
        name: 'Dr B',
        role: 'head-of-department',
        email: 'b@trust.example',
        telephone: null,
      },
    ])
  })

  it('are imported twice without doubles', async () => {
    const list = [1, 2, 3].map((number) => ({
      organisation: 'T04',
      name: `Dr ${number}`,
      role: 'head-of-department',
      email: `n${number}@trust.example`,
      telephone: null,
    }))
    assert.deepEqual(await importContacts(db, list), { added: 3, changed: 0 })
    assert.deepEqual(await importContacts(db, list), { added: 0, changed: 3 })
    assert.equal((await contactsOf(db, 'T04')).length, 3)
  })
})
