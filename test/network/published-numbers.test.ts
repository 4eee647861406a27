/** What the paper's follow-up found, out of the demonstration's answers, through the code that serves the pages. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { availabilityOf } from '#core/census/availability.ts'
import { standingAt } from '#core/network/gaps.ts'
import { supportiveOnly } from '#core/network/supportive-only.ts'
import { CLOSED_EDITION, demonstrationNation } from '#demonstration/nation.ts'
import { DEMONSTRATION_SEED } from '#demonstration/seed.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { networkOfAnswers } from './nation.ts'

const nation = demonstrationNation(DEMONSTRATION_SEED, organisationsOf2017())
const { network } = networkOfAnswers(nation.organisations, nation.closed, CLOSED_EDITION.censusOn)

describe('the follow-up of supportive-only services, out of the demonstration', () => {
  it('finds 43 with a formal way to refer for disease-modifying treatment and 30 without, of 73', () => {
    const found = supportiveOnly(network)
    assert.equal(found.with.length, 43)
    assert.equal(found.without.length, 30)
    assert.equal(found.unknown.length, 0)
  })

  it('loses those whose recipients have all closed since', () => {
    const today = supportiveOnly(networkOfAnswers(nation.organisations, nation.closed, '2026-11-22').network)
    const gone = [...nation.closed.keys()].filter(
      (code) => nation.organisations.find((each) => each.code === code)?.closedOn !== null,
    )
    assert.ok(gone.length > 0)
    const listed = [...today.with, ...today.without, ...today.unknown].map(({ code }) => code)
    assert.deepEqual(
      listed.filter((code) => gone.includes(code)),
      [],
    )
  })
})

describe('every service and procedure of the demonstration', () => {
  it('stands to the network as it stands to the map, where nothing was stated since the census', () => {
    const words = {
      here: 'here',
      'by-referral-pathway': 'by-pathway',
      'not-offered': 'gap',
      'no-answer': 'no-answer',
    }
    for (const { id } of PROCEDURES)
      for (const { code } of network.sites)
        assert.equal(
          standingAt(network, id, code).availability,
          words[availabilityOf(id, code, network.provisions).availability],
          `${id} at ${code}`,
        )
  })
})
