/** Tabulating a census of 179 and of 100,000 answers, beside reading the same answers as JSON and a bare count. */

import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { type Member, tabulate } from '#core/census/tabulate.ts'
import { demonstrationNation } from '#demonstration/nation.ts'
import { shippedOrganisations } from '#store/catalogue/directory-file.ts'

/** Prints milliseconds, the median of several runs, for both sizes. */
export async function benchTabulate(print: (line: string) => void): Promise<void> {
  const nation = demonstrationNation(2017, shippedOrganisations())
  const asked = nation.organisations.filter(({ code }) => nation.closed.has(code))
  for (const size of [asked.length, 100_000]) {
    const { members, responses } = repeated(asked, nation.closed, size)
    const json = JSON.stringify([...responses])
    const runs = size > 1000 ? 9 : 200
    const ours = medianMs(runs, () => tabulate(ioCensus1, members, responses).answered)
    const parsing = medianMs(runs, () => (JSON.parse(json) as unknown[]).length)
    const counting = medianMs(runs, () => countProviders(members, responses))
    print(
      `tabulate ${size.toLocaleString('en-GB')} answers: ${ours.toFixed(2)} ms; ` +
        `floors: JSON.parse of the same ${parsing.toFixed(2)} ms (${(ours / parsing).toFixed(2)} of it), ` +
        `a bare count of one field ${counting.toFixed(2)} ms`,
    )
  }
}

function repeated(asked: readonly Member[], answers: ReadonlyMap<string, Answers>, size: number) {
  const members = Array.from({ length: size }, (_, at): Member => {
    const { nation, region } = asked[at % asked.length] as Member
    return { code: `M${at}`, nation, region }
  })
  const each = asked.map(({ code }) => answers.get(code) ?? {})
  const responses = new Map(members.map(({ code }, at) => [code, each[at % each.length] ?? {}]))
  return { members, responses }
}

function countProviders(members: readonly Member[], responses: ReadonlyMap<string, Answers>): number {
  let providers = 0
  for (const { code } of members) if (responses.get(code)?.ioOffered === 'yes') providers += 1
  return providers
}

function medianMs(runs: number, work: () => number): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  }).toSorted((a, b) => a - b)
  return times[Math.floor(times.length / 2)] ?? 0
}
