/** Travel times from a file, and what services do in a year. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sessionsAYear } from '#core/network/supply.ts'
import { readGiven } from '#core/network/travel/given.ts'

const sites = new Set(['RR8', 'R1F'])
const areas = new Map([
  ['E02000001', 0],
  ['S01006506', 1],
])
const line = (number: number, origin: string, destination: string, minutes: string) => ({
  ...{ line: number, origin, destination, minutes },
})

describe('travel times from a file', () => {
  it('are minutes from a service to a small area; empty is no way by road', () => {
    const { times, pairs, problems } = readGiven(
      [
        line(2, ' rr8 ', 'E02000001', '12.5'),
        line(3, 'RR8', 's01006506', ''),
        line(4, 'R1F', 'E02000001', '0'),
      ],
      sites,
      areas,
    )
    assert.deepEqual(problems, [])
    assert.equal(pairs, 3)
    assert.deepEqual(
      [...(times.get('RR8') ?? [])],
      [
        [0, 12.5],
        [1, Number.POSITIVE_INFINITY],
      ],
    )
    assert.deepEqual([...(times.get('R1F') ?? [])], [[0, 0]])
  })

  it('are refused by line, with every reason', () => {
    const { problems, pairs } = readGiven(
      [
        line(2, 'XX', 'E1', 'soon'),
        line(3, 'RR8', 'E02000001', '-4'),
        line(4, 'RR8', 'E02000001', '2881'),
        line(5, 'RR8', 'E02000001', '10'),
        line(6, 'RR8', 'E02000001', '11'),
        line(7, '', '', '1e3'),
      ],
      sites,
      areas,
    )
    assert.equal(pairs, 1)
    assert.deepEqual(
      problems.map(({ line: at }) => at),
      [2, 3, 4, 6, 7],
    )
    assert.match(
      problems[0]?.words ?? '',
      /^Origin XX is no organisation.*destination E1 is no small area.*minutes soon/,
    )
    assert.equal(problems[3]?.words, 'This pair stands further up already')
    assert.match(problems[4]?.words ?? '', /Origin \(empty\)/)
  })
})

describe('what a service does in a year', () => {
  const stated = (from: string, to: string, count: number, procedure = 'liver-ablation') => ({
    ...{ source: 'ris' as const, from, to, counts: [{ procedure, count }] },
  })

  it('is the statement that ends last, brought to 365 days', () => {
    const counts = [stated('2025-01-01', '2025-12-31', 100), stated('2026-01-01', '2026-03-14', 20)]
    assert.equal(sessionsAYear(counts, 'liver-ablation'), 100)
    assert.equal(sessionsAYear(counts.slice(0, 1), 'liver-ablation'), 100)
    assert.equal(sessionsAYear([stated('2026-01-01', '2026-01-01', 1)], 'liver-ablation'), 365)
  })

  it('is not known where no statement counts the procedure', () => {
    assert.equal(sessionsAYear([stated('2025-01-01', '2025-12-31', 100)], 'lung-ablation'), null)
    assert.equal(sessionsAYear([], 'lung-ablation'), null)
  })
})
