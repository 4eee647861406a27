/** Editions: compared through mergers, digested, told apart by late corrections; their questionnaire in FHIR. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { finalSuccessor } from '#core/catalogue/organisations.ts'
import { compareEditions } from '#core/census/compare.ts'
import { editionDigest } from '#core/census/edition-digest.ts'
import { fhirQuestionnaire } from '#core/census/fhir.ts'
import { type CensusAnswer, censusAnswer } from '#core/census/kinds.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { REFERENCE_BYTES, readReference, referenceFrom } from '#core/census/reference.ts'
import { responsesOf } from '#core/census/state.ts'
import type { Entry } from '#core/record/entry.ts'

const offers = (...procedures: string[]): Answers => ({
  ioOffered: 'yes',
  kinds: procedures.some((each) => each.endsWith('ablation')) ? 'both' : 'supportive-only',
  supportiveProcedures: procedures.filter((each) => !each.endsWith('ablation')),
  diseaseModifyingProcedures: procedures.filter((each) => each.endsWith('ablation')),
})
const none: Answers = { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'no' }

describe('two editions compared', () => {
  const organisation = (
    code: string,
    facts: Partial<{ successor: string; openedOn: string; closedOn: string }> = {},
  ) => ({
    code,
    name: code,
    successor: null,
    openedOn: null,
    closedOn: null,
    ...facts,
  })
  const comparison = compareEditions(
    {
      id: 'one',
      censusOn: '2017-03-01',
      members: ['SAME', 'LEFT', 'TAKEN', 'ENDED', 'SILENT', 'ONCE', 'GROWN'],
      responses: new Map([
        ['SAME', offers('nephrostomy', 'liver-ablation')],
        ['LEFT', offers('nephrostomy')],
        ['TAKEN', offers('nephrostomy', 'liver-ablation')],
        ['ENDED', none],
        ['SILENT', none],
        ['ONCE', none],
        ['GROWN', none],
      ]),
    },
    {
      id: 'two',
      censusOn: '2026-11-01',
      members: ['SAME', 'NEW', 'FORMED', 'SILENT', 'LATER', 'GROWN'],
      responses: new Map([
        ['SAME', offers('nephrostomy', 'kidney-ablation')],
        ['NEW', none],
        ['FORMED', offers('nephrostomy', 'vertebroplasty')],
        ['LATER', none],
        ['GROWN', offers('nephrostomy')],
      ]),
    },
    [
      organisation('SAME'),
      organisation('LEFT', { closedOn: '2018-01-01', successor: 'FORMED' }),
      organisation('TAKEN', { closedOn: '2018-01-01', successor: 'FORMED' }),
      organisation('FORMED', { openedOn: '2018-01-01' }),
      organisation('ENDED', { closedOn: '2020-01-01' }),
      organisation('NEW', { openedOn: '2020-01-01' }),
      organisation('SILENT'),
      organisation('ONCE'),
      organisation('LATER'),
      organisation('GROWN'),
    ],
  )
  const of = (code: string) => comparison.services.find((service) => service.code === code)

  it('tell apart what opened, closed, merged, was formed, was not asked and did not answer', () => {
    assert.deepEqual(Object.fromEntries(comparison.services.map(({ code, change }) => [code, change])), {
      SAME: 'same-class',
      LEFT: 'merged',
      TAKEN: 'merged',
      FORMED: 'formed',
      ENDED: 'closed',
      NEW: 'opened',
      SILENT: 'not-answered',
      ONCE: 'not-asked',
      LATER: 'not-asked',
      GROWN: 'changed-class',
    })
  })

  it('hold a merged organisation against all that it carries on', () => {
    assert.deepEqual(of('FORMED')?.predecessors, ['LEFT', 'TAKEN'])
    assert.deepEqual(of('FORMED')?.gained, ['vertebroplasty'])
    assert.deepEqual(of('FORMED')?.lost, ['liver-ablation'])
    assert.deepEqual([of('FORMED')?.from, of('FORMED')?.to], ['both', 'supportive-only'])
  })

  it('count procedures gained and lost, and services begun', () => {
    const kidney = comparison.procedures.find(({ procedure }) => procedure === 'kidney-ablation')
    assert.deepEqual(kidney, { procedure: 'kidney-ablation', from: 0, to: 1, gained: 1, lost: 0 })
    assert.equal(comparison.servicesBegun, 1)
    assert.deepEqual(comparison.transitions, [
      { from: 'both', to: 'both', count: 1 },
      { from: 'none', to: 'supportive-only', count: 1 },
    ])
  })

  it('follow successors to the last, and do not go round in a ring', () => {
    const successors: Record<string, string> = { A: 'B', B: 'C', R: 'S', S: 'R' }
    assert.equal(
      finalSuccessor('A', (code) => successors[code] ?? null),
      'C',
    )
    assert.ok(['R', 'S'].includes(finalSuccessor('R', (code) => successors[code] ?? null)))
  })
})

describe('the digest of an edition', () => {
  const edition = {
    edition: 'uk-2026',
    questionnaire: { id: 'io-census', version: 2 },
    members: [
      { organisation: 'RR8', entries: ['a'.repeat(64)] },
      { organisation: 'R1H', entries: [] },
    ],
  }

  it('does not depend on the order of organisations', () => {
    assert.equal(editionDigest({ ...edition, members: edition.members.toReversed() }), editionDigest(edition))
    assert.match(editionDigest(edition), /^[0-9a-f]{64}$/)
  })

  it('changes with an answer, a member and the questionnaire’s version', () => {
    const others = [
      {
        ...edition,
        members: [
          { organisation: 'RR8', entries: ['b'.repeat(64)] },
          { organisation: 'R1H', entries: [] },
        ],
      },
      { ...edition, members: edition.members.slice(0, 1) },
      { ...edition, questionnaire: { id: 'io-census', version: 1 } },
    ]
    for (const other of others) assert.notEqual(editionDigest(other), editionDigest(edition))
  })
})

describe('a reference', () => {
  const references = Array.from({ length: 300 }, (_, seed) =>
    referenceFrom(Uint8Array.from({ length: REFERENCE_BYTES }, (_each, at) => (seed * 97 + at * 61) % 256)),
  )

  it('is read back however it is typed', () => {
    for (const reference of references) {
      assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = reference.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
      assert.equal(readReference(typed), reference)
    }
  })

  it('with one character wrong, or two neighbours exchanged, is none', () => {
    for (const reference of references) {
      const plain = [...reference.replace('-', '')]
      for (const at of plain.keys()) {
        for (const other of '07KZ') {
          if (other !== plain[at]) assert.equal(readReference(plain.with(at, other).join('')), null)
        }
        const [one, two] = [plain[at], plain[at + 1]]
        if (one === undefined || two === undefined || one === two) continue
        assert.equal(
          readReference(
            plain
              .with(at, two)
              .with(at + 1, one)
              .join(''),
          ),
          null,
        )
      }
    }
  })
})

describe('the responses of a service’s record', () => {
  let position = 0
  const said = (body: Partial<CensusAnswer>, corrects: string | null = null): Entry<CensusAnswer> => {
    position += 1
    return {
      id: `entry-${position}`,
      subject: 'service:RR8',
      position,
      kind: censusAnswer.name,
      version: 1,
      occurredAt: '2026-11-01T10:00:00.000Z',
      recordedAt: '2026-11-01T10:00:00.000Z',
      author: 'contact:1',
      role: 'respondent',
      organisation: 'RR8',
      body: {
        edition: 'uk-2026',
        questionnaire: { id: 'io-census', version: 2 },
        wave: 'first',
        channel: 'web',
        reference: 'x',
        answers: {},
        respondentRole: null,
        late: false,
        ...body,
      },
      corrects,
      bodyDigest: '',
      previous: '',
      digest: '',
    }
  }
  const first = said({ answers: { ioOffered: 'yes', kinds: 'supportive-only', ioLead: 'no' } })
  const followUp = said({ wave: 'follow-up', answers: { diseaseModifyingPathway: 'no' } })
  const corrected = said({ answers: { ioOffered: 'yes', kinds: 'supportive-only', ioLead: 'yes' } }, first.id)
  const late = said({ answers: { ioOffered: 'no' }, late: true }, corrected.id)
  const elsewhere = said({ edition: 'uk-2017', answers: { ioOffered: 'no' } })

  it('put both waves together, with corrections counted and the corrected kept', () => {
    const response = responsesOf([first, followUp, corrected, elsewhere]).get('uk-2026')
    assert.deepEqual(response?.answers, {
      ioOffered: 'yes',
      kinds: 'supportive-only',
      ioLead: 'yes',
      diseaseModifyingPathway: 'no',
    })
    assert.equal(response?.corrections, 1)
    assert.deepEqual(
      response?.first?.replaced.map(({ id }) => id),
      [first.id],
    )
  })

  it('keep what stood in time apart from what was said late', () => {
    const response = responsesOf([first, followUp, corrected, late]).get('uk-2026')
    assert.equal(response?.answers.ioOffered, 'no')
    assert.equal(response?.answersInTime.ioLead, 'yes')
  })

  it('survive the erasure of a body', () => {
    const erased = { ...corrected, body: null }
    const response = responsesOf([first, erased]).get('uk-2026')
    assert.deepEqual(response?.answers, {})
    assert.deepEqual(response?.answersInTime.ioLead, 'no')
  })
})

describe('the questionnaire in FHIR R4', () => {
  const resource = fhirQuestionnaire(ioCensus2, 'https://census.example')
  const items = resource.item.flatMap(({ item = [] }) => item)

  it('has every question once, in its section, with unique link ids', () => {
    assert.deepEqual(
      items.map(({ linkId }) => linkId),
      ioCensus2.questions.map(({ id }) => id),
    )
    const all = resource.item.flatMap((group) => [
      group,
      ...(group.item ?? []),
      ...(group.item ?? []).flatMap(({ item = [] }) => item),
    ])
    assert.equal(new Set(all.map(({ linkId }) => linkId)).size, all.length)
  })

  it('branches by enableWhen, with a behaviour where there is more than one condition', () => {
    const barriers = items.find(({ linkId }) => linkId === 'barriers')
    assert.equal(barriers?.enableBehavior, 'any')
    assert.deepEqual(barriers?.enableWhen?.[0], {
      question: 'ioOffered',
      operator: '=',
      answerBoolean: false,
    })
    for (const { enableWhen = [] } of items) {
      for (const { question } of enableWhen) assert.ok(items.some(({ linkId }) => linkId === question))
    }
  })

  it('points only to codes that its options have', () => {
    const codes = new Set(
      items.flatMap(({ answerOption = [] }) => answerOption.map(({ valueCoding }) => valueCoding.code)),
    )
    for (const { enableWhen = [] } of items) {
      for (const condition of enableWhen) {
        if ('answerCoding' in condition) assert.ok(codes.has(condition.answerCoding.code))
      }
    }
    assert.ok(items.filter(({ type }) => type === 'choice').every(({ answerOption }) => answerOption?.length))
  })
})
