/** p50 and p99 of the pages that clinicians wait for, beside the bare queries that each of them needs. */

import { Agent, request } from 'node:http'
import { paths } from '#web/paths.ts'
import { longCase, newPatients } from './case-long.ts'
import { casesOfEach, fillNation, serviceCodes, services } from './case-nation.ts'
import { code, role } from './case-plant.ts'
import { withDurableStore } from './durable.ts'
import { type BenchSite, benchSite } from './load.ts'
import { bareQueries, queriesOf } from './queries.ts'
import { quantile } from './slices.ts'

const warming = 25
const rounds = 3
const looks = 100
const entries = 200

/**
 * Page and bare queries in turns, one at a time, so that what else the machine does falls on both; told is the
 * quietest of the rounds.
 */
export function benchCasePages(print: (line: string) => void): Promise<void> {
  return withDurableStore('case-pages', '', async (store, url) => {
    await fillNation(url)
    const caseId = await longCase(store, entries)
    const memberships = serviceCodes.map((organisation) => ({ role, organisation }) as const)
    const site = await benchSite(store, [{ role: 'io-lead', organisation: code }, ...memberships])
    const total = (services * casesOfEach).toLocaleString('en-GB')
    print(`Pages over ${total} cases of ${services} services, all of them in the scope of whoever looks:`)
    await compare(`a case with ${entries} entries`, paths.caseOf(caseId), site, url, print)
    await compare(
      'a work list of 100,000 cases, first page and count',
      `${paths.cases()}?list=follow-up`,
      site,
      url,
      print,
    )
    await compare('my work: the counts of every list', paths.myWork(), site, url, print)
    await compare(
      `findings of a service with ${casesOfEach.toLocaleString('en-GB')} cases`,
      paths.standard('rcr-2013', code),
      ...([site, url, print] as const),
    )
    await newPatients(store, print)
    await site.close()
  })
}

async function compare(
  name: string,
  path: string,
  site: BenchSite,
  url: string,
  print: (line: string) => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const page = () => got(`${site.url}${path}`, site.headers.cookie, agent)
  const bytes = await page()
  for (let each = 0; each < warming; each++) await page()
  const bare = await bareQueries(url, await queriesOf(page))
  for (let each = 0; each < warming; each++) await bare.run()
  const measured = []
  for (let round = 0; round < rounds; round++) measured.push(await lookedAt(page, bare.run))
  await bare.close()
  agent.destroy()
  const { ours, floor } = measured.toSorted(byNoise)[0] ?? { ours: [], floor: [] }
  const at = (share: number) => {
    const [our, least] = [quantile(ours, share), quantile(floor, share)]
    return `p${share * 100} ${our.toFixed(1)} ms, its ${bare.count} queries ${least.toFixed(1)} ms, ratio ${(our / least).toFixed(1)}`
  }
  print(`  ${name} (${Math.round(bytes / 1024)} KB): ${at(0.5)}; ${at(0.99)} (at most 3)`)
}

interface Round {
  readonly ours: number[]
  readonly floor: number[]
}

async function lookedAt(page: () => Promise<unknown>, queries: () => Promise<unknown>): Promise<Round> {
  const round: Round = { ours: [], floor: [] }
  for (let each = 0; each < looks; each++) {
    round.ours.push(await timed(page))
    round.floor.push(await timed(queries))
  }
  return round
}

const noiseOf = ({ ours, floor }: Round) => quantile(ours, 0.99) + quantile(floor, 0.99)
const byNoise = (one: Round, other: Round) => noiseOf(one) - noiseOf(other)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function got(url: string, cookie: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { cookie } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}
