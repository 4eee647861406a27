import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { LetterFacts } from '#core/letter/facts.ts'
import type { Letter, Part } from '#core/letter/letter.ts'
import { radiationCard } from '#core/letter/radiation-card.ts'
import { summaryLetter } from '#core/letter/summary-letter.ts'
import { pdfOf } from '#pdf/pdf.ts'
import {
  chemoembolisation,
  courseTold,
  radioembolisation,
  referralBody,
  type Statement,
  treatmentBody,
} from '../case-page/stories.ts'

const patient = {
  id: '0198c9d4-0000-7000-8000-000000000001',
  givenName: 'Morag',
  familyName: 'Quill',
  birthOn: '1951-04-12',
  sex: 'female',
  identifiers: [{ system: 'nhs', value: '9434765919' }],
  postcode: 'LS1 3EX',
  gpPractice: 'Millbrook Surgery',
  diedOn: null,
} as const

const factsOf = (story: readonly Statement[], rest: Partial<LetterFacts> = {}): LetterFacts => ({
  course: courseTold(story),
  patient,
  treating: 'ZTREAT',
  organisations: new Map([
    ['ZTREAT', 'Northmoor Hospitals'],
    ['ZREF', 'Eastfield Hospitals'],
  ]),
  contact: null,
  today: '2026-03-20',
  fictional: true,
  ...rest,
})

function wordsOf(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}: ${value}`).join('\n')
    case 'list':
      return part.items.join('\n')
    case 'table':
      return part.rows.map((row) => row.join(' | ')).join('\n')
    case 'notice':
      return [part.heading, ...part.lines].join('\n')
  }
}

const sectionOf = (letter: Letter | null, heading: string): string =>
  letter?.sections
    .find((section) => section.heading === heading)
    ?.parts.map(wordsOf)
    .join('\n') ?? ''

describe('the summary letter', () => {
  const letter = summaryLetter(factsOf(chemoembolisation))

  it('says first what was done, when, and how it went', () => {
    assert.equal(
      letter.opening[0],
      'Morag Quill was treated on 20 January 2026: transarterial chemoembolisation (TACE). It was technically successful.',
    )
  })

  it('goes to the referring clinician and the GP', () => {
    assert.deepEqual(letter.to, [
      { name: 'Dr Ann Lee', lines: ['Eastfield Hospitals'] },
      { name: 'General practitioner', lines: ['Millbrook Surgery'] },
    ])
  })

  it('tells a corrected treatment once, as it stands', () => {
    const done = letter.sections.find(({ heading }) => heading === 'What was done')?.parts[0]
    assert.equal(done?.kind === 'table' && done.rows.length, 1)
    assert.match(sectionOf(letter, 'What was done'), /doxorubicin 75 mg \| Liver \(segment 8\), 34 mm/)
  })

  it('tells complications with the system that graded them', () => {
    assert.match(
      sectionOf(letter, 'Complications'),
      /Post-embolisation syndrome \| CIRSE 2 \| Oral analgesia/,
    )
  })

  it('tells what is still to come with its days, by whom, and whether it is overdue', () => {
    assert.match(
      sectionOf(letter, 'What happens next'),
      /Telephone call \| 27 January 2026 to 3 February 2026 \| Nurse Kit Vale \| Overdue/,
    )
    assert.doesNotMatch(sectionOf(letter, 'What happens next'), /Imaging/)
  })

  it('tells medicines and who is responsible', () => {
    assert.match(sectionOf(letter, 'Medicines'), /Paracetamol 1 g/)
    assert.match(sectionOf(letter, 'Who is responsible, and how to reach us'), /For follow-up: Dr Rowan Ash/)
    assert.match(sectionOf(letter, 'Who is responsible, and how to reach us'), /Telephone: Not recorded/)
  })

  it('names the patient in its text and never in its title', () => {
    assert.ok(letter.about.some(({ value }) => value === 'Morag Quill'))
    assert.ok(letter.about.some(({ label, value }) => label === 'NHS number' && value === '943 476 5919'))
    assert.doesNotMatch(letter.title, /Morag|Quill|943/)
  })

  it('concludes nothing from silence', () => {
    const early = summaryLetter(
      factsOf([{ kind: 'referral', occurredAt: '2026-03-02T09:00:00.000Z', body: () => referralBody }]),
    )
    assert.match(early.opening[0] ?? '', /No treatment is recorded yet/)
    assert.match(sectionOf(early, 'What happens next'), /Follow-up: not recorded/)
    assert.match(sectionOf(early, 'What the patient was told'), /Not recorded/)
    assert.equal(sectionOf(early, 'Complications'), '')
    const silent = summaryLetter(factsOf(radioembolisation))
    assert.match(sectionOf(silent, 'Complications'), /Nobody has yet written whether there was one since/)
    assert.match(sectionOf(silent, 'Result so far'), /^Not recorded/)
  })

  it('says until when radiation precautions hold, and that they ended', () => {
    const during = summaryLetter(factsOf(radioembolisation, { today: '2026-03-12' }))
    assert.match(sectionOf(during, 'Radiation precautions'), /^Until 17 March 2026/)
    const after = summaryLetter(factsOf(radioembolisation))
    assert.match(sectionOf(after, 'Radiation precautions'), /^They ended on 17 March 2026/)
  })
})

describe('what a GP must not learn from elsewhere', () => {
  const asked: Statement = {
    kind: 'referral',
    occurredAt: '2026-03-02T09:00:00.000Z',
    body: () => referralBody,
  }
  const done = (over: object = {}, at = '2026-03-10T10:00:00.000Z', name = 'treatment'): Statement => ({
    name,
    kind: 'treatment',
    occurredAt: at,
    body: () => JSON.parse(JSON.stringify({ ...treatmentBody, ...over })),
  })
  const says = (kind: string, at: string, body: Statement['body']): Statement => ({
    kind,
    occurredAt: `${at}T12:00:00.000Z`,
    body,
  })
  const told = (...story: readonly Statement[]) => summaryLetter(factsOf([asked, ...story]))
  const reviewed = says('safety-review', '2026-03-12', (ref) => ({
    treatment: ref('treatment'),
    noComplication: 'none',
  }))

  it('tells a complication that nobody has graded yet, and never that there was none', () => {
    for (const story of [[done({ complicationNow: true })], [done({ complicationNow: true }), reviewed]]) {
      const words = sectionOf(told(...story), 'Complications')
      assert.match(words, /treatment of 10 March 2026 had a complication/)
      assert.doesNotMatch(words, /no complication|nobody has yet written/i)
    }
  })
  it('tells that nobody has looked since the last treatment', () => {
    const next = done({ course: 2 }, '2026-03-19T10:00:00.000Z', 'second')
    assert.match(
      sectionOf(told(done(), reviewed, next), 'Complications'),
      /up to 12 March 2026.\nNobody has yet written whether the treatment of 19 March 2026 had a complication/,
    )
  })
  it('tells what the operator said at the end, and that nobody looked since', () => {
    assert.equal(
      sectionOf(told(done()), 'Complications'),
      'No complication during the procedure of 10 March 2026. Nobody has yet written whether there was one since.',
    )
  })
  it('tells a treatment on another side than the one asked for', () => {
    const target = (laterality: string) => ({ targets: [{ organ: 'liver', size: 34, laterality }] })
    assert.match(
      sectionOf(told(done(target('left'))), 'What was done'),
      /^The treatment of 10 March 2026 was on the left; the referral asked for the right\.\n/,
    )
    assert.doesNotMatch(sectionOf(told(done(target('right'))), 'What was done'), /asked for/)
  })
  it('calls no patient treated whose treatment could not be done', () => {
    const stopped = done({ technicalSuccess: 'no', whyNot: 'The patient withdrew consent' })
    assert.equal(
      told(stopped).opening[0],
      'Morag Quill came for treatment on 10 March 2026: transarterial chemoembolisation (TACE). It could not be done. The patient withdrew consent.',
    )
  })
  it('misses no scan after a supportive procedure, and tells the relief and the side effects', () => {
    const drained = done({
      procedure: 'nephrostomy',
      intent: 'supportive',
      agents: undefined,
      embolic: undefined,
    })
    assert.doesNotMatch(sectionOf(told(drained), 'Result so far'), /scan/)
    const seen = says('follow-up-contact', '2026-03-14', () => ({
      how: 'telephone',
      by: { name: 'Nurse Kit Vale' },
      findings: 'Well.',
      relief: 'better',
      sideEffects: 'Blood in the urine for a day',
    }))
    assert.match(
      sectionOf(told(drained, seen), 'Result so far'),
      /relieved, on 14 March 2026: better\.\nSide effects, on 14 March 2026: Blood in the urine for a day\./,
    )
  })
  it('gives no medicines of an earlier stay as those of the last', () => {
    const left = says('discharge', '2026-03-11', () => ({
      assessedBy: { name: 'Dr Rowan Ash' },
      familiar: true,
      to: 'home',
      analgesia: 'prescribed',
      antiemetics: 'not-needed',
      medicines: 'Codeine for a week',
      aftercare: true,
    }))
    assert.match(sectionOf(told(done(), left), 'Medicines'), /Discharged: 11 March 2026, to: home\n.*Codeine/)
    const next = done({ course: 2 }, '2026-03-19T10:00:00.000Z', 'second')
    assert.equal(
      sectionOf(told(done(), left, next), 'Medicines'),
      'Not recorded: no discharge has been written since 19 March 2026.',
    )
  })
  it('tells a refusal, an onward referral, a closure and a death’s relation, in its first lines', () => {
    const opening = (...story: readonly Statement[]) => told(...story).opening.join(' ')
    const refused = says('referral-answer', '2026-03-04', () => ({ answer: 'refused', reason: 'Too large' }))
    assert.match(opening(refused), /The referral was refused on 4 March 2026: Too large\./)
    const onward = says('onward-referral', '2026-03-04', () => ({
      to: 'ZREF',
      procedure: 'liver-ablation',
      reason: 'Not offered here.',
    }))
    assert.match(opening(onward), /Referred onward on 4 March 2026 to Eastfield Hospitals for liver ablation/)
    const closed = says('closure', '2026-03-05', () => ({ why: 'declined' }))
    assert.match(opening(closed), /The case was closed on 5 March 2026: the patient declined\./)
    const dead = says('death', '2026-03-18', () => ({ cause: 'Haemorrhage', relation: 'possible' }))
    assert.match(opening(done(), dead), /Cause: Haemorrhage\. It may be related to a treatment\./)
  })
  it('tells what the MDT meeting recommended, and how complications are graded', () => {
    const whole = summaryLetter(factsOf(chemoembolisation))
    assert.match(
      sectionOf(whole, 'Why the patient was referred'),
      /MDT meeting: hepatobiliary, 9 January 2026: treat as asked, transarterial chemoembolisation/,
    )
    assert.match(sectionOf(whole, 'Complications'), /CIRSE grades run from 1 .* to 6 \(death\)/)
  })
})

describe('the radiation card', () => {
  it('says what was given, what to keep to and until when', () => {
    const card = radiationCard(factsOf(radioembolisation, { today: '2026-03-12' }))
    assert.equal(card?.paper, 'card')
    assert.match(sectionOf(card, 'Precautions'), /Until the end of 17 March 2026/)
    assert.match(sectionOf(card, 'What was given'), /Yttrium-90 resin microspheres/)
    assert.match(sectionOf(card, 'What was given'), /Activity delivered: 1.75 GBq/)
  })

  it('is not made where nothing radioactive was given', () => {
    assert.equal(radiationCard(factsOf(chemoembolisation)), null)
  })
})

describe('a letter as PDF', () => {
  it('is tagged, names its language and its title, and is PDF/UA', async () => {
    const pdf = await textOf(summaryLetter(factsOf(chemoembolisation)))
    for (const part of ['/MarkInfo', '/Marked true', '/StructTreeRoot', '/Lang (en-GB)', 'pdfuaid:part'])
      assert.ok(pdf.includes(part), part)
    assert.ok(pdf.includes('Summary of an interventional oncology case'))
    assert.doesNotMatch(pdf.match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/)?.[0] ?? '', /Quill|943/)
    assert.match(pdf, /\/Type \/Page\b/)
  })

  it('never reads what people wrote as markup', async () => {
    const hostile = [
      '#panic("read")',
      '#read("pdf.ts")',
      '#import "/etc/passwd"',
      '#include "letter.typ"',
      '$ x^2 $ *bold* _it_ `raw` <label> @ref = heading',
      '#set page(width: 1pt)',
      '/* */ // \\u{41} ~ -- "quoted" \' ] ) }',
      'https://example.org/#a',
    ]
    const letter = summaryLetter(factsOf(chemoembolisation))
    const before = await pdfOf(letter)
    const told = { ...letter, opening: hostile, heading: hostile[0] ?? '', foot: hostile[1] ?? '' }
    const pdf = await pdfOf(told)
    assert.equal(pagesOf(pdf), pagesOf(before))
    assert.ok(Buffer.from(pdf).includes('pdfuaid:part'))
    assert.ok(!Buffer.from(pdf).includes('/URI'), 'what looks like a link is text')
  })

  it('is made, tagged, also where a character is not in the font, and drops what stands for nothing', async () => {
    const letter = summaryLetter(factsOf(chemoembolisation))
    const pdf = Buffer.from(await pdfOf({ ...letter, opening: ['王小明 \u0007\ud800 \ue000'] }))
    assert.ok(pdf.includes('/MarkInfo'))
    const controls = Buffer.from(await pdfOf({ ...letter, opening: ['bell \u0007 half \ud800 \u202e'] }))
    assert.ok(controls.includes('pdfuaid:part'))
  })
})

function pagesOf(pdf: Uint8Array): number {
  return Number(/\/Count (\d+)/.exec(readable(pdf))?.[1])
}

async function textOf(letter: Letter): Promise<string> {
  return readable(await pdfOf(letter))
}

/** A PDF's objects, with its packed streams opened. */
function readable(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const plain = bytes.toString('latin1')
  const opened = [...plain.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const start = index + mark.length
    const end = plain.indexOf('endstream', start)
    try {
      return inflateSync(bytes.subarray(start, end)).toString('latin1')
    } catch {
      return ''
    }
  })
  return [plain, ...opened].join('\n')
}
