/** What if: what the address says is opened and closed, and what comes of it. */

import { procedureById, procedureWithin } from '#core/catalogue/procedures.ts'
import type { Site } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import type { SiteRole } from '#core/network/proposal/answer.ts'
import { countWords } from '#core/network/proposal/question.ts'
import { peopleWords, several } from '#core/network/proposal/services-sentence.ts'
import type { Situation } from '#core/network/proposal/situation.ts'
import {
  type Change,
  compareMinutes,
  nearestMinutes,
  savedByHome,
  type WhatIf,
} from '#core/network/siting/what-if.ts'
import { paths } from '../paths.ts'

/** What is asked where the address names no procedure: one that few services offer. */
export const usualProcedure = 'lung-ablation'

export interface WhatIfView {
  readonly procedure: string
  readonly open: readonly string[]
  readonly close: readonly string[]
}

/** What a form without scripts adds to the address. */
export interface WhatIfAsked extends WhatIfView {
  readonly add: string
  readonly drop: string
}

/** A choice that means nothing is left out rather than refused: a link from elsewhere still shows a map. */
export function readWhatIf(query: Readonly<Record<string, string>>): WhatIfAsked {
  const codes = (name: string) => [
    ...new Set((query[name] ?? '').split(',').filter((code) => /^[A-Z0-9]{2,12}$/.test(code))),
  ]
  const known = query.procedure && procedureById(query.procedure) ? query.procedure : usualProcedure
  return {
    procedure: known,
    open: codes('open'),
    close: codes('close'),
    add: query.add ?? '',
    drop: query.drop ?? '',
  }
}

/** The same view always has the same address. */
export function whatIfHref({ procedure, open, close }: WhatIfView): string {
  const list = (codes: readonly string[]) => [...codes].sort().join(',') || undefined
  return paths.networkWhatIf({ procedure, open: list(open), close: list(close) })
}

export interface WhatIfModel {
  readonly view: WhatIfView
  readonly sites: readonly WhatIfSite[]
  readonly change: WhatIf
  readonly sentence: string
  /** Codes in the address that are of no organisation of this network. */
  readonly unknown: readonly string[]
}

export interface WhatIfSite extends Site {
  readonly role: Extract<SiteRole, 'offers' | 'new' | 'left-out' | 'other'>
  readonly saves: number | null
  /** The address with this one turned about. */
  readonly href: string
}

/** Opens what is closed and closes what is open; what was changed is changed back. */
export function turned(view: WhatIfView, code: string, offersToday: boolean): WhatIfView {
  const turn = (codes: readonly string[]) =>
    codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]
  return offersToday ? { ...view, close: turn(view.close) } : { ...view, open: turn(view.open) }
}

export function whatIfModel(asked: WhatIfView, situation: Situation): WhatIfModel {
  const { network, times, areas } = situation
  const today = new Set(offering(network, asked.procedure).map(({ code }) => code))
  const codes = new Set(network.sites.map(({ code }) => code))
  const view: WhatIfView = {
    procedure: asked.procedure,
    open: asked.open.filter((code) => codes.has(code) && !today.has(code)),
    close: asked.close.filter((code) => today.has(code)),
  }
  const [opened, closed] = [new Set(view.open), new Set(view.close)]
  const then = [...today].filter((code) => !closed.has(code)).concat(view.open)
  const before = nearestMinutes(times, today)
  const after = nearestMinutes(times, then)
  const change = compareMinutes(areas, before, after)
  const saves = savedByHome(situation, before, after)
  const sites = network.sites.map((site): WhatIfSite => {
    const { code } = site
    const offers = today.has(code)
    const role = offers ? (closed.has(code) ? 'left-out' : 'offers') : opened.has(code) ? 'new' : 'other'
    return { ...site, role, saves: saves.get(code) ?? null, href: whatIfHref(turned(view, code, offers)) }
  })
  return {
    view,
    sites,
    change,
    sentence: sentenceOf(view, sites, change, today.size),
    unknown: [...asked.open, ...asked.close].filter((code) => !codes.has(code)),
  }
}

function sentenceOf(
  { procedure, open, close }: WhatIfView,
  sites: readonly WhatIfSite[],
  { before, gain, lose }: WhatIf,
  offering: number,
): string {
  const what = procedureWithin(procedure)
  if (open.length + close.length === 0) {
    if (offering === 0) return `No service offers ${what} today. Open one to see whom it would reach.`
    const way =
      before.meanMinutes === null ? '' : `, ${before.meanMinutes.toFixed(0)} minutes away on average`
    return `${capital(countWords(offering, 'service offers', 'services offer'))} ${what} today${way}. Open or close one to see who gains and who loses.`
  }
  const named = (role: WhatIfSite['role']) =>
    several(sites.filter((site) => site.role === role).map(({ name }) => name))
  const done = [
    ...(open.length > 0 ? [`${named('new')} opened`] : []),
    ...(close.length > 0 ? [`${named('left-out')} closed`] : []),
  ].join(' and ')
  return `With ${done}, ${changeSentence(gain, lose, what)}.`
}

function changeSentence(gain: Change, lose: Change, what: string): string {
  if (gain.people + lose.people === 0) return `nobody’s way to ${what} would change`
  const clauses = [
    ...(gain.people > 0
      ? [`${peopleWords(gain.people)} would have a shorter way to ${what}${byWords(gain)}`]
      : []),
    ...(lose.people > 0
      ? [
          `${peopleWords(lose.people)} would have a longer ${gain.people > 0 ? 'one' : `way to ${what}`}${byWords(lose)}`,
        ]
      : []),
  ]
  return clauses.join(', and ') + (lose.people === 0 ? ', and nobody a longer one' : '')
}

function byWords({ meanMinutes, waysChanged, people }: Change): string {
  if (meanMinutes === null || waysChanged === people) return ''
  return `, by ${meanMinutes < 1 ? 'less than a minute' : `${meanMinutes.toFixed(0)} minutes`} on average`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
