/** Owners' tables of scores: none is shipped; one is loaded from a file, whole or not at all, and scores from then on. */

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { importCommand } from '#cli/import.ts'
import { scoreByTable } from '#core/feedback/score-table.ts'
import { readScoreTable, type TableProblem } from '#core/feedback/score-table-rows.ts'
import { questionnairesOver } from '#core/feedback/scores-over-time.ts'
import { scoreTables } from '#store/feedback/score-table.ts'
import { caseOf, type Said } from '#test/pathway/case-of.ts'
import { testStore } from '#test/support/store.ts'

/** Numbers of the test's own: those of an instrument are its owner's. */
const digits = [1, 2, 3, 4, 5]
const states = digits.flatMap((a) =>
  digits.flatMap((b) => digits.flatMap((c) => digits.flatMap((d) => digits.map((e) => [a, b, c, d, e])))),
)
const worthOf = (state: readonly number[]) =>
  (1 - state.reduce((sum, each) => sum + (each - 1) * 0.07, 0)).toFixed(3)
const valueSet = [
  'instrument,scale,title,items,by,key,score',
  ...states.map(
    (state) => `eq-5d-5l,index,Index value,MO SC UA PD AD,answers,${state.join('')},${worthOf(state)}`,
  ),
]
const rowsOf = (lines: readonly string[]) => ({
  header: (lines[0] ?? '').split(','),
  rows: lines.slice(1).map((line, at) => ({ line: at + 2, cells: line.split(',') })),
})
const problemsOf = (lines: readonly string[]): readonly TableProblem[] => {
  const read = readScoreTable(rowsOf(lines))
  return read.outcome === 'refused' ? read.problems : []
}
const sums = (items: string, from: number, to: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, at) => `fact-hep,HCS,Subscale,${items},sum,${from + at},${50 + at}`,
  )
const header = 'instrument,scale,title,items,by,key,score'

describe('a file of an owner’s scores', () => {
  it('by the answers holds every combination of them', () => {
    const read = readScoreTable(rowsOf(valueSet))
    assert.ok(read.outcome === 'read', JSON.stringify(read))
    const [scale] = read.table.scales
    assert.ok(scale)
    const answers = { MO: 1, SC: 1, UA: 2, PD: 1, AD: 3, VAS: 80 }
    assert.deepEqual(scoreByTable(scale, answers), { outcome: 'scored', score: 0.79 })
    assert.deepEqual(scoreByTable(scale, { MO: 1 }), { outcome: 'too-few' })
    assert.deepEqual(problemsOf(valueSet.slice(0, -1)), [
      { line: null, words: 'Of the scale index 1 of 3125 scores are missing, the first that of 55555' },
    ])
  })

  it('by the sum turns items round that begin with a minus', () => {
    const read = readScoreTable(rowsOf([header, ...sums('HEP1 -HEP2', 0, 8)]))
    assert.ok(read.outcome === 'read')
    const [scale] = read.table.scales
    assert.ok(scale)
    assert.deepEqual(scoreByTable(scale, { HEP1: 1, HEP2: 4 }), { outcome: 'scored', score: 51 })
  })

  it('is refused row by row, with what to put right', () => {
    const lines = [header, ...sums('HEP1 HEP2', 0, 8)]
    const changed = (at: number, from: string, to: string) =>
      problemsOf(lines.map((line, place) => (place === at ? line.replace(from, to) : line)))
    assert.deepEqual(changed(3, ',52', ',many'), [
      { line: 4, words: '“many” is no score: a number such as 0.795 or 54.1' },
    ])
    assert.deepEqual(
      changed(3, ',2,52', ',9,52').map(({ line, words }) => `${line} ${words}`),
      [
        '4 “9” cannot be answered: from 0 to 8',
        'null Of the scale HCS 1 of 9 scores are missing, the first that of 2',
      ],
    )
    assert.match(changed(3, ',2,52', ',1,52')[0]?.words ?? '', /“1” has a score already/)
    assert.match(changed(1, 'HEP2', 'XX')[0]?.words ?? '', /Another items than|has no item “XX”/)
    assert.match(changed(2, 'fact-hep', 'promis-29')[0]?.words ?? '', /A file is of one instrument/)
    assert.match(problemsOf(['scale,key', 'a,1'])[0]?.words ?? '', /Columns are missing: instrument, items/)
    assert.match(
      problemsOf([
        header,
        'eortc-qlq-hcc18,all,All,'.concat(
          Array.from({ length: 18 }, (_, at) => `Q${31 + at}`).join(' '),
          ',answers,1,1',
        ),
      ])[0]?.words ?? '',
      /give the scores by the sum/,
    )
  })
})

describe('npm run import -- scores', async () => {
  const store = await testStore()
  const folder = await mkdtemp(join(tmpdir(), 'scores-'))
  after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'values.csv')
  await writeFile(file, valueSet.join('\n'))
  const run = async (...words: readonly string[]) => {
    const lines: string[] = []
    const code = await importCommand(store, ['scores', ...words], (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  const answered = (on: string, answers: Readonly<Record<string, number>>): Said => ({
    ...{ kind: 'instrument-answers', on },
    body: {
      ...{ instrument: 'eq-5d-5l', licence: 'L-1' },
      answers: Object.entries(answers).map(([item, value]) => ({ item, value })),
    },
  })
  const course = caseOf(answered('2026-01-05', { MO: 1, SC: 1, UA: 2, PD: 1, AD: 3, VAS: 60 }))
  const over = async () => questionnairesOver(course, await scoreTables(store.db))[0]

  it('asks for the licence under which the owner lets one use it', async () => {
    const { code, text } = await run(file, '--apply')
    assert.equal(code, 2)
    assert.match(text, /--licence REFERENCE/)
    assert.equal((await run(file, '--licence', ' ', '--apply')).code, 2)
  })

  it('says what it would do, and does nothing', async () => {
    const { code, text } = await run(file, '--licence', 'EQ-77')
    assert.equal(code, 0)
    assert.match(text, /index Index value: 3125 scores by answers, of 5 items, from -0\.4 to 1/)
    assert.match(text, /This was a dry run/)
    assert.equal((await over())?.tableLicence, null)
    assert.equal((await over())?.ownersOnly.length, 1)
  })

  it('loads it, once, and what was answered before is scored as well', async () => {
    assert.match((await run(file, '--licence', 'EQ-77', '--apply')).text, /^Imported: EQ-5D-5L is scored/m)
    const now = await over()
    assert.deepEqual(
      now?.scales.map(({ scale, lowest, highest, scores }) => [scale.name, lowest, highest, scores[0]]),
      [
        ['VAS', 0, 100, { outcome: 'scored', score: 60 }],
        ['index', -0.4, 1, { outcome: 'scored', score: 0.79 }],
      ],
    )
    assert.deepEqual([now?.tableLicence, now?.ownersOnly], ['EQ-77', []])
    assert.match((await run(file, '--licence', 'EQ-77', '--apply')).text, /There is nothing to import/)
  })

  it('keeps the one before, where another takes its place', async () => {
    assert.match((await run(file, '--licence', 'EQ-78', '--apply')).text, /in place of the one before/)
    const { rows } = await store.owner.query(
      'select licence, replaced_at is null as stands from score_table order by loaded_at',
    )
    assert.deepEqual(rows, [
      { licence: 'EQ-77', stands: false },
      { licence: 'EQ-78', stands: true },
    ])
  })

  it('changes nothing for a file with a problem, and names its line', async () => {
    const broken = join(folder, 'broken.csv')
    await writeFile(broken, valueSet.join('\n').replace(',11113,0.860', ',11113,nought'))
    const { code, text } = await run(broken, '--licence', 'EQ-79', '--apply')
    assert.equal(code, 1)
    assert.match(text, /line 4: “nought” is no score/)
    assert.match(text, /Nothing was imported/)
    assert.equal((await over())?.tableLicence, 'EQ-78')
    assert.equal((await run(join(folder, 'none.csv'), '--licence', 'x')).code, 1)
  })
})
