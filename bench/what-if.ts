/** What if: a service opened or closed by hand, from the codes to who gains and who loses, and the whole page. */

import { offering } from '#core/network/offering.ts'
import { whatIf } from '#core/network/siting/what-if.ts'
import { situationOf } from '#store/network/situation.ts'
import { plantNation } from '#test/map/nation.ts'
import { paths } from '#web/paths.ts'
import { withDurableStore } from './durable.ts'
import { benchSite } from './load.ts'

const rounds = 1000
const pages = 120

export interface WhatIfFigure {
  readonly areas: number
  readonly sites: number
  /** Of the computation alone. */
  readonly medianMs: number
  readonly p99Ms: number
  /** What it took of a processor: the same however busy the machine is. */
  readonly processorP99Ms: number
  /** Of a request for the page, one after another, as its reader's island makes them. */
  readonly pageMedianMs: number
  readonly pageP99Ms: number
}

/** The limit that the page's promise rests on: computed in less than this, seen in under a second. */
const limitMs = 50

export function benchWhatIf(print: (line: string) => void): Promise<WhatIfFigure> {
  return withDurableStore('what-if', '', async (store) => {
    await plantNation(store, { id: 'uk-2026', state: 'closed', censusOn: '2026-11-01' })
    const day = new Date().toISOString().slice(0, 10)
    const { network, times, areas } = await situationOf(store, { day })
    const procedure = 'lung-ablation'
    const today = offering(network, procedure).map(({ code }) => code)
    const chosen = (round: number) => {
      const { code = '' } = network.sites[(round * 37) % network.sites.length] ?? {}
      return today.includes(code) ? today.filter((each) => each !== code) : [...today, code]
    }
    const processor: number[] = []
    const computed = Array.from({ length: rounds }, (_, round) => {
      const then = chosen(round)
      const [began, used] = [performance.now(), process.cpuUsage()]
      whatIf(times, areas, today, then)
      const { user, system } = process.cpuUsage(used)
      processor.push((user + system) / 1000)
      return performance.now() - began
    })
    const site = await benchSite(store, [{ role: 'commissioner', organisation: null }])
    const asked: number[] = []
    for (let round = 0; round < pages; round++) {
      const { code = '' } = network.sites[(round * 37) % network.sites.length] ?? {}
      const change = today.includes(code) ? { close: code } : { open: code }
      const began = performance.now()
      const answer = await fetch(`${site.url}${paths.networkWhatIf({ procedure, ...change })}`, {
        headers: site.headers,
      })
      await answer.text()
      if (answer.status !== 200) throw new Error(`what-if answered ${answer.status}`)
      asked.push(performance.now() - began)
    }
    await site.close()
    const figure: WhatIfFigure = {
      areas: areas.length,
      sites: network.sites.length,
      ...{ medianMs: at(computed, 0.5), p99Ms: at(computed, 0.99), processorP99Ms: at(processor, 0.99) },
      ...{ pageMedianMs: at(asked, 0.5), pageP99Ms: at(asked, 0.99) },
    }
    print(
      `What if, ${figure.areas} areas x ${figure.sites} services, ${today.length} of them open, ${rounds} changes:`,
    )
    print(
      `  computed: median ${figure.medianMs.toFixed(1)} ms, p99 ${figure.p99Ms.toFixed(1)} ms, p99 of processor time ${figure.processorP99Ms.toFixed(1)} ms (limit ${limitMs} ms)`,
    )
    print(
      `  the page with its map: median ${figure.pageMedianMs.toFixed(0)} ms, p99 ${figure.pageP99Ms.toFixed(0)} ms (limit 1000 ms)`,
    )
    return figure
  })
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
