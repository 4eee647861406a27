/** Every number that the paper printed, out of the demonstration's answers, through the code that serves the pages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkAnswers } from '#core/census/answers.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { type Figure, tabulate } from '#core/census/tabulate.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { DEMONSTRATION_SEED } from '#demonstration/seed.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'

const nation = demonstrationNation(DEMONSTRATION_SEED, organisationsOf2017())
const members = nation.organisations.filter(({ code }) => nation.closed.has(code))
const result = tabulate(ioCensus1, members, nation.closed)

/** Asserts the count, what it is of, the printed percentage and the missing answers. */
function prints(figure: Figure, numerator: number, denominator: number, percent: number | null, missing = 0) {
  assert.deepEqual(figure, { numerator, denominator, percent, missing })
}

function ofNation(name: string) {
  const group = result.nations.find(({ nation }) => nation === name)
  assert.ok(group, name)
  return group
}

describe('the published census, out of the demonstration', () => {
  it('has 179 organisations, all of which answered', () => {
    assert.equal(result.asked, 179)
    assert.equal(result.answered, 179)
    assert.equal(result.notAnswered, 0)
    assert.deepEqual(
      result.nations.map(({ nation, asked, answered }) => [nation, asked, answered]),
      [
        ['England', 153, 153],
        ['Scotland', 14, 14],
        ['Wales', 7, 7],
        ['Northern Ireland', 5, 5],
      ],
    )
  })

  it('has the overall result of the four nations together', () => {
    const { classes } = result.all
    prints(classes.both, 70, 179, 39)
    prints(classes['supportive-only'], 73, 179, 41)
    prints(classes['referral-pathway-only'], 1, 179, 1)
    prints(result.all.providesOrPathway, 144, 179, 80)
    prints(classes.planned, 21, 179, 12)
    prints(classes.none, 14, 179, 8)
  })

  it('has the result of each nation', () => {
    const columns = ['both', 'supportive-only', 'referral-pathway-only', 'planned', 'none'] as const
    const rows = {
      England: [57, 70, 0, 21, 5],
      Scotland: [8, 2, 0, 0, 4],
      Wales: [4, 1, 1, 0, 1],
      'Northern Ireland': [1, 0, 0, 0, 4],
    }
    for (const [name, counts] of Object.entries(rows)) {
      const { classes } = ofNation(name)
      assert.deepEqual(
        columns.map((column) => classes[column].numerator),
        counts,
        name,
      )
    }
  })

  it('has the printed percentages of each nation', () => {
    prints(ofNation('England').providesOrPathway, 127, 153, 83)
    prints(ofNation('England').classes.planned, 21, 153, 14)
    prints(ofNation('England').classes.none, 5, 153, 3)
    prints(ofNation('England').bothOfProviding, 57, 127, 45)
    prints(ofNation('England').supportiveOnlyOfProviding, 70, 127, 55)
    prints(ofNation('Scotland').providesOrPathway, 10, 14, 71)
    prints(ofNation('Scotland').classes.none, 4, 14, 29)
    prints(ofNation('Wales').providesOrPathway, 6, 7, 86)
    prints(ofNation('Wales').classes.both, 4, 7, 57)
    prints(ofNation('Northern Ireland').providesOrPathway, 1, 5, 20)
  })

  it('has 143 IR departments, all of which offer IO, and 19 IO leads', () => {
    prints(result.irDepartment, 143, 179, 80)
    prints(result.irDepartmentProviding, 143, 143, 100)
    prints(result.ioLead, 19, 179, 11)
  })

  it('keeps what is offered apart from the pathway: 143 provide, one only refers', () => {
    prints(result.all.provides, 143, 179, 80)
    assert.equal(result.all.providesOrPathway.numerator - result.all.provides.numerator, 1)
  })

  it('derives 137 that said which procedures, and seven that gave no detail', () => {
    prints(result.gaveDetail, 137, 144, 95)
    prints(result.gaveDetailOfAll, 137, 179, 77)
    assert.equal(result.noDetail, 7)
    assert.equal(result.table1.denominator, 137)
    assert.equal(result.table1.missing, 7)
    assert.equal(result.table2.denominator, 179)
    assert.equal(result.table2.missing, 0)
  })

  it('has 129 that offer more than biopsy', () => {
    // Six providers gave no detail: they are in the paper's denominator all the same, and counted as missing.
    prints(result.therapeutic, 129, 179, 72, 6)
  })

  it('has 43 supportive-only services with a pathway elsewhere and 30 without', () => {
    prints(result.withDiseaseModifyingPathway, 43, 73, 59)
    prints(result.withoutDiseaseModifyingPathway, 30, 73, 41)
    const nations = ['Scotland', 'Wales', 'Northern Ireland'].map((name) => ofNation(name))
    const beyondEngland = nations.reduce((sum, { classes }) => sum + classes['supportive-only'].numerator, 0)
    assert.equal(beyondEngland, 3)
  })

  it('has table 1, in its order', () => {
    assert.deepEqual(
      result.table1.rows.map(({ id, figure }) => [id, figure.numerator, figure.percent]),
      [
        ['image-guided-biopsy', 137, 100],
        ['nephrostomy', 129, 94],
        ['image-guided-drainage', 128, 93],
        ['central-venous-catheter', 125, 91],
        ['ureteric-stenting', 124, 91],
        ['biliary-drainage-and-stenting', 118, 86],
        ['vena-caval-filtration', 88, 64],
        ['gastrointestinal-stenting', 87, 64],
        ['percutaneous-transhepatic-cholangiography', 84, 61],
        ['enteral-tube-placement', 81, 59],
        ['vena-caval-stenting', 79, 58],
        ['ascitic-diversion', 39, 28],
        ['vertebroplasty', 6, 4],
        ['isolated-perfusion-chemotherapy', 5, 4],
      ],
    )
    assert.ok(result.table1.rows.every(({ figure }) => figure.denominator === 137))
  })

  it('has table 2, in its order', () => {
    assert.deepEqual(
      result.table2.rows.map(({ id, figure }) => [id, figure.numerator, figure.percent]),
      [
        ['transarterial-chemoembolisation', 40, 22],
        ['liver-ablation', 39, 22],
        ['kidney-ablation', 39, 22],
        ['lung-ablation', 28, 16],
        ['bone-ablation', 18, 10],
        ['selective-internal-radiation-therapy', 17, 9],
        ['prostate-ablation', 2, 1],
      ],
    )
    assert.ok(result.table2.rows.every(({ figure }) => figure.denominator === 179))
  })

  it('has the barriers in their order', () => {
    assert.deepEqual(
      result.barriers.rows.slice(0, 5).map(({ id }) => id),
      ['funding', 'staff', 'clinician-support', 'pathway-in-place', 'recruitment'],
    )
    const counts = result.barriers.rows.slice(0, 6).map(({ figure }) => figure.numerator)
    assert.ok(
      counts.every((count, at) => at === 0 || count < (counts[at - 1] ?? 0)),
      counts.join(' '),
    )
  })

  it('comes from answers that are complete and do not contradict one another', () => {
    const organisations = new Set(nation.closed.keys())
    for (const [own, answers] of nation.closed) {
      for (const wave of ['first', 'follow-up'] as const) {
        assert.deepEqual(checkAnswers(ioCensus1, answers, wave, { own, organisations }), [], own)
      }
    }
  })
})
