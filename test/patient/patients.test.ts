/** Patients as kept: registered once, found, corrected, merged and taken apart again, each within its scope. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Identifier } from '#core/patient/identifiers.ts'
import { readCase } from '#store/case/read.ts'
import type { Database } from '#store/open.ts'
import { matchesFor } from '#store/patient/match.ts'
import { mergePatients, undoMerge } from '#store/patient/merge.ts'
import { findPatients, patientById } from '#store/patient/patient.ts'
import { correctPatient, registerPatient } from '#store/patient/register.ts'
import { entriesOf } from '#store/record/read.ts'
import { verifyStore } from '#store/record/verify.ts'
import { withinScope } from '#store/scope.ts'
import {
  aCase,
  aPatient,
  identity,
  newNumber,
  scopeOf,
  signed,
  storeWithOrganisations,
} from '../case/support.ts'

describe('a patient', async () => {
  const { db } = await storeWithOrganisations()
  const at = <T>(code: string, work: (scoped: Database) => Promise<T>) => withinScope(db, scopeOf(code), work)
  const nhs = (value: string) => [{ system: 'nhs' as const, value }]

  it('is registered with a record, and found by number, by beginnings of names, by birth date', async () => {
    const number = newNumber()
    const given = { givenName: 'Anne-Marie', familyName: 'Müller Jones', birthOn: '1948-03-09' }
    const id = await aPatient(db, 'ZA', { ...given, identifiers: nhs(number) })
    await at('ZA', async (scoped) => {
      const kinds = (await entriesOf(scoped, `patient:${id}`)).map(({ kind }) => kind)
      assert.deepEqual(kinds, ['patient-registered'])
      const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
      for (const words of [number, spaced, 'mull', 'JON', 'jones anne', 'marie mueller'.replace('ue', 'u')]) {
        assert.deepEqual(
          (await findPatients(scoped, words)).map((each) => each.id),
          [id],
          words,
        )
      }
      assert.deepEqual(
        (await findPatients(scoped, 'anne 1948-03-09')).map((each) => each.id),
        [id],
      )
      const noDays = ['1948-99-99', 'anne 1948-02-30', '0000-01-01']
      for (const words of ['', '  ', 'anne 1948-03-10', 'anne zzz', '%', "'", '\\', ...noDays, '0']) {
        assert.deepEqual(await findPatients(scoped, words), [], words)
      }
    })
    assert.deepEqual(await at('ZB', (scoped) => findPatients(scoped, 'muller')), [])
  })

  it('with a number that somebody of the organisation has is that somebody', async () => {
    const number = newNumber()
    const id = await aPatient(db, 'ZA', { identifiers: nhs(number) })
    const again = await at('ZA', (scoped) =>
      registerPatient(scoped, { ...signed('ZA'), identity: identity({ identifiers: nhs(number) }) }),
    )
    assert.equal(again.outcome, 'known')
    assert.equal(again.outcome === 'known' && again.patient.id, id)
    // Elsewhere nothing tells that there is one.
    const elsewhere = await at('ZB', (scoped) =>
      registerPatient(scoped, { ...signed('ZB'), identity: identity({ identifiers: nhs(number) }) }),
    )
    assert.equal(elsewhere.outcome, 'registered')
    assert.deepEqual(
      await at('ZC', (scoped) => matchesFor(scoped, identity({ identifiers: nhs(number) }))),
      [],
    )
  })

  it('registered by many at once with one number is one, and the others are told', async () => {
    const count = () =>
      at('ZC', async (scoped) => {
        const { length } = await scoped
          .selectFrom('patient')
          .select('id')
          .where('merged_into', 'is', null)
          .execute()
        return length
      })
    const before = await count()
    const numbers = [newNumber(), newNumber()]
    const done = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        at('ZC', (scoped) =>
          registerPatient(scoped, {
            ...signed('ZC'),
            identity: identity({ identifiers: (index % 2 ? numbers : numbers.toReversed()).flatMap(nhs) }),
          }),
        ),
      ),
    )
    assert.deepEqual(done.map(({ outcome }) => outcome).sort(), [
      ...Array.from({ length: 7 }, () => 'known'),
      'registered',
    ])
    assert.equal(await count(), before + 1)
  })

  it('is looked for before another is made: by number, by name and birth date, by likeness', async () => {
    const id = await aPatient(db, 'ZA', {
      givenName: 'Wojciech',
      familyName: 'Łukasik',
      birthOn: '1961-07-02',
    })
    const matches = (given: object) =>
      at('ZA', (scoped) => matchesFor(scoped, identity({ identifiers: [], ...given })))
    const likenessOf = async (given: object) =>
      (await matches(given)).find(({ patient }) => patient.id === id)?.likeness
    const same = { givenName: 'wojciech', familyName: 'Lukasik', birthOn: '1961-07-02' }
    assert.equal(await likenessOf(same), 'same-name-and-birth')
    assert.equal(await likenessOf({ ...same, givenName: 'Voitech' }), 'similar-name-same-birth')
    assert.equal(await likenessOf({ ...same, birthOn: '1961-02-07' }), 'same-name-similar-birth')
    assert.equal(await likenessOf({ ...same, familyName: 'Baker' }), undefined)
    assert.deepEqual(await at('ZA', (scoped) => matchesFor(scoped, identity(same), id)), [])
  })

  it('is corrected as a whole; a second writer sees what the first wrote; a number of another is told', async () => {
    const [number, taken] = [newNumber(), newNumber()]
    await aPatient(db, 'ZA', { identifiers: nhs(taken) })
    const id = await aPatient(db, 'ZA', { identifiers: nhs(number) })
    const right = identity({ familyName: 'Rightname', identifiers: nhs(number), postcode: 'LS1 3EX' })
    const correct = (given: typeof right, seen: number) =>
      at('ZA', (scoped) => correctPatient(scoped, { ...signed('ZA'), patient: id, identity: given, seen }))
    assert.equal((await correct(right, 1)).outcome, 'corrected')
    const second = await correct({ ...right, familyName: 'Other' }, 1)
    assert.equal(second.outcome, 'overtaken')
    assert.equal(second.outcome === 'overtaken' && second.since.length, 1)
    assert.equal((await correct({ ...right, identifiers: nhs(taken) }, 2)).outcome, 'known')
    assert.equal((await correct({ ...right, birthOn: 'yesterday' }, 2)).outcome, 'refused')
    const now = await at('ZA', (scoped) => patientById(scoped, id))
    assert.deepEqual([now?.familyName, now?.postcode, now?.position], ['Rightname', 'LS1 3EX', 2])
    assert.deepEqual(now?.identifiers, nhs(number))
    const elsewhere = await at('ZB', (scoped) =>
      correctPatient(scoped, { ...signed('ZB'), patient: id, identity: right }),
    )
    assert.equal(elsewhere.outcome, 'not-found')
  })

  it('corrected by an organisation that takes part tells nothing of the others of who registered them', async () => {
    const [number, hidden, own] = [newNumber(), newNumber(), newNumber()]
    const id = await aPatient(db, 'ZA', { identifiers: nhs(number) })
    await aPatient(db, 'ZA', { identifiers: nhs(hidden) })
    await aPatient(db, 'ZB', { identifiers: nhs(own) })
    await aCase(db, { treating: 'ZB', referring: 'ZA', patient: id })
    const correct = (code: string, identifiers: Identifier[]) =>
      at(code, (scoped) =>
        correctPatient(scoped, { ...signed(code), patient: id, identity: identity({ identifiers }) }),
      )
    const local = { system: 'local' as const, value: 'B12345' }
    assert.equal((await correct('ZB', [...nhs(hidden), local])).outcome, 'corrected')
    assert.equal((await correct('ZB', nhs(own))).outcome, 'known')
    assert.equal((await correct('ZA', nhs(number))).outcome, 'corrected')
    assert.equal((await correct('ZA', nhs(hidden))).outcome, 'known')
  })

  it('merged with another takes the cases along, and gives them back', async () => {
    const [from, into] = [await aPatient(db, 'ZA'), await aPatient(db, 'ZA')]
    const own = await aCase(db, { treating: 'ZB', referring: 'ZA', patient: from })
    const others = await aCase(db, { treating: 'ZA', patient: into })
    const whose = (id: string, code = 'ZA') =>
      at(code, async (scoped) => (await readCase(scoped, id))?.patient.id)
    const order = { ...signed('ZA'), from, into, reason: 'The same person' }
    assert.equal((await at('ZC', (scoped) => mergePatients(scoped, order))).outcome, 'refused')
    assert.equal(
      (await at('ZA', (scoped) => mergePatients(scoped, { ...order, into: from }))).outcome,
      'refused',
    )
    assert.deepEqual(await at('ZA', (scoped) => mergePatients(scoped, order)), { outcome: 'merged' })
    assert.equal((await at('ZA', (scoped) => mergePatients(scoped, order))).outcome, 'refused', 'twice')
    assert.deepEqual(
      [await whose(own.id), await whose(own.id, 'ZB'), await whose(others.id)],
      [into, into, into],
    )
    assert.equal((await at('ZA', (scoped) => patientById(scoped, from)))?.id, into)
    const since = await aCase(db, { treating: 'ZA', patient: from })
    assert.equal(await whose(since.id), into)
    // B saw one of the two by its case only: it sees the person whole now, and can take it back.
    assert.deepEqual(await at('ZB', (scoped) => undoMerge(scoped, { ...order, ...signed('ZB') })), {
      outcome: 'undone',
    })
    assert.deepEqual([await whose(own.id), await whose(others.id), await whose(since.id)], [from, into, from])
    assert.equal(await at('ZB', (scoped) => patientById(scoped, into)), null, 'not B’s any more')
    for (const id of [from, into]) {
      const kinds = (await at('ZA', (scoped) => entriesOf(scoped, `patient:${id}`))).map(({ kind }) => kind)
      assert.deepEqual(kinds, ['patient-registered', 'patient-merged', 'merge-undone'])
    }
    assert.equal((await at('ZA', (scoped) => undoMerge(scoped, order))).outcome, 'refused', 'twice')
  })

  it('keeps the numbers of whoever was merged into it, may be said to have them, and gives them back', async () => {
    const [nhsNumber, hospital] = [newNumber(), 'H 77 123']
    const from = await aPatient(db, 'ZA', { identifiers: nhs(nhsNumber) })
    const local = { system: 'local' as const, value: hospital.replaceAll(' ', '') }
    const into = await aPatient(db, 'ZA', { identifiers: [local] })
    const numbers = async (id: string) =>
      (await at('ZA', (scoped) => patientById(scoped, id)))?.identifiers.map(({ value }) => value)
    const order = { ...signed('ZA'), from, into, reason: 'The same person' }
    await at('ZA', (scoped) => mergePatients(scoped, order))
    assert.deepEqual(await numbers(into), [nhsNumber, local.value])
    const said = identity({ identifiers: [...nhs(nhsNumber), local] })
    for (const [time, givenName] of ['Once', 'Twice'].entries()) {
      const corrected = await at('ZA', (scoped) =>
        correctPatient(scoped, { ...signed('ZA'), patient: into, identity: { ...said, givenName } }),
      )
      assert.equal(corrected.outcome, 'corrected', `${time}`)
      assert.deepEqual(await numbers(into), [nhsNumber, local.value])
    }
    await at('ZA', (scoped) => undoMerge(scoped, order))
    assert.deepEqual([await numbers(from), await numbers(into)], [[nhsNumber], [local.value]])
  })

  it('merged in a row comes apart in any order', async () => {
    const [a, b, c] = [await aPatient(db, 'ZA'), await aPatient(db, 'ZA'), await aPatient(db, 'ZA')]
    const { id } = await aCase(db, { treating: 'ZA', patient: a })
    const merge = (from: string, into: string) =>
      at('ZA', (scoped) => mergePatients(scoped, { ...signed('ZA'), from, into, reason: 'r' }))
    const apart = (from: string) =>
      at('ZA', (scoped) => undoMerge(scoped, { ...signed('ZA'), from, reason: 'r' }))
    const whose = () => at('ZA', async (scoped) => (await readCase(scoped, id))?.patient.id)
    for (const order of [
      [a, b],
      [b, a],
    ]) {
      await merge(a, b)
      await merge(b, c)
      assert.equal(await whose(), c)
      for (const from of order) await apart(from)
      assert.equal(await whose(), a)
    }
    await merge(a, b)
    await merge(b, c)
    await apart(b)
    assert.equal(await whose(), b)
  })

  it('of two who merge both ways at once, one is told', async () => {
    const [a, b] = [await aPatient(db, 'ZA'), await aPatient(db, 'ZA')]
    const done = await Promise.all(
      [
        [a, b],
        [b, a],
      ].map(([from = '', into = '']) =>
        at('ZA', (scoped) => mergePatients(scoped, { ...signed('ZA'), from, into, reason: 'r' })),
      ),
    )
    assert.deepEqual(done.map(({ outcome }) => outcome).sort(), ['merged', 'refused'])
  })

  it('leaves a record that verifies, whatever was done', async () => {
    assert.equal((await verifyStore(db, { publicKeys: [] })).firstFault, null)
  })
})
