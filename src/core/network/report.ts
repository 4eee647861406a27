/** Makes the report of a place: its position, tables, maps, proposals, demand, methods, sources, limits, licences. */

import { procedureName } from '../catalogue/procedures.ts'
import { inSentence } from '../sentence.ts'
import type { BesideRow } from './demand/beside.ts'
import { CANCERS, placeWords, type StatedLine, UNITS } from './demand/statement.ts'
import { standingAt } from './gaps.ts'
import type { Network } from './network.ts'
import { column, type ReportData, type ReportSection } from './report/data.ts'
import { limits, methods, sources } from './report/methods.ts'
import {
  accessSection,
  gapSection,
  isInPlace,
  type ProcedureAccess,
  placeName,
  provisionSection,
  type ReportPlace,
} from './report/sections.ts'

/** A proposal that somebody kept and whoever makes the report puts in. */
export interface ReportProposal {
  readonly title: string
  readonly finding: string
  readonly author: string
  /** `2026-11-22` */
  readonly madeOn: string
  readonly tables: readonly {
    readonly caption: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
  readonly notes: readonly string[]
}

export interface ReportDemand {
  readonly procedure: string
  readonly year: number
  readonly row: BesideRow
}

export interface ReportSources {
  readonly title: string
  readonly place: ReportPlace
  readonly network: Network
  readonly procedures: readonly string[]
  readonly access: readonly ProcedureAccess[] | null
  /** On what travel times rest, a sentence. */
  readonly travelWords: string
  readonly demand: readonly ReportDemand[] | null
  /** The lines of demand that were used. */
  readonly lines: readonly StatedLine[]
  readonly proposals: readonly ReportProposal[]
  /** In the words of whoever makes it; empty: none. */
  readonly note: string
  readonly author: string
  readonly address: string | null
  readonly code: string
  readonly from: ReportData['from']
}

export function reportOf(given: ReportSources): ReportData {
  const { network, place, title, author, address, code, from } = given
  const sections: ReportSection[] = []
  if (given.note !== '')
    sections.push({
      heading: `In the words of ${author}`,
      parts: given.note
        .split(/\n{2,}/)
        .map((text) => ({ kind: 'text', text: text.replace(/\s+/g, ' ').trim() })),
    })
  sections.push(provisionSection(network, place), gapSection(network, place, given.procedures))
  if (given.access) sections.push(accessSection(given.access, given.travelWords))
  if (given.demand) sections.push(demandSection(given.demand, given.lines))
  if (given.proposals.length > 0) sections.push(...given.proposals.map(proposalSection))
  sections.push(
    { heading: 'Methods', parts: [{ kind: 'list', items: methods(given) }] },
    { heading: 'Limits', parts: [{ kind: 'list', items: limits(given) }] },
    { heading: 'Sources and licences', parts: [{ kind: 'list', items: sources(given) }] },
  )
  return {
    format: 'fourth-pillar-network-report/1',
    ...{ title, place: placeName(place), finding: findingOf(given), day: network.day },
    ...{ author, address, fictional: network.fictional, code, from, sections },
  }
}

/** How many can provide or refer, and for which of the procedures the gaps are most. */
export function findingOf({
  network,
  place,
  procedures,
}: Pick<ReportSources, 'network' | 'place' | 'procedures'>) {
  const sites = network.sites.filter((site) => isInPlace(site, place))
  const provides = sites.filter(({ code }) => {
    const own = network.provisions.get(code)?.class
    return own === 'both' || own === 'supportive-only' || own === 'referral-pathway-only'
  }).length
  const gaps = procedures.map((procedure) => ({
    procedure,
    count: sites.filter(({ code }) => standingAt(network, procedure, code).availability === 'gap').length,
  }))
  const [worst] = gaps.sort((a, b) => b.count - a.count)
  const first = `${provides} of ${sites.length} services in ${placeName(place)} provide interventional oncology or have a formal way to refer for it.`
  return worst && worst.count > 0
    ? `${first} Gaps are most for ${inSentence(procedureName(worst.procedure))}: ${worst.count} services neither offer it nor refer for it.`
    : first
}

function proposalSection({ title, finding, author, madeOn, tables, notes }: ReportProposal): ReportSection {
  return {
    heading: `Proposal: ${title}`,
    parts: [
      { kind: 'text', text: finding },
      ...tables.map((table) => ({
        kind: 'table' as const,
        caption: table.caption,
        columns: table.columns.map((words) => column(words)),
        rows: table.rows,
      })),
      ...(notes.length > 0 ? [{ kind: 'list' as const, items: notes }] : []),
      { kind: 'text', text: `Computed for ${author} on ${madeOn}.` },
    ],
  }
}

function demandSection(demand: readonly ReportDemand[], lines: readonly StatedLine[]): ReportSection {
  const year = demand[0]?.year
  return {
    heading: 'Demand and supply',
    parts: [
      {
        kind: 'table',
        caption: 'Patients a year: expected, observed, declared',
        columns: [
          column('Procedure'),
          column('Expected', true),
          column('Expected per million', true),
          column(`Observed in ${year}`, true),
          column('Declared: offer it, of those that answered'),
        ],
        rows: demand.map(({ procedure, row: { place, observed, declared } }) => [
          procedureName(procedure),
          place.treated === null ? 'Not stated' : place.treated.toFixed(1),
          place.perMillion === null ? 'Not stated' : place.perMillion.toFixed(1),
          observed === null ? 'Not observed' : observed === '*' ? '*' : observed.toLocaleString('en-GB'),
          `${declared.offering} of ${declared.answered}`,
        ]),
      },
      {
        kind: 'table',
        caption: 'What the expectation rests on',
        columns: [column('Of'), column('Place'), column('Value', true), column('Source')],
        rows: lines.map((line) => [
          line.procedure
            ? `${procedureName(line.procedure)}, ${CANCERS[line.cancer].name.toLowerCase()}`
            : `Incidence: ${CANCERS[line.cancer].name.toLowerCase()}`,
          placeWords(line),
          `${line.value} ${UNITS[line.what]}`,
          `${line.basis === 'assumption' ? 'Assumption. ' : ''}${line.source}${line.years ? `, ${line.years}` : ''}${line.by === null && !line.verified ? ' (not verified)' : ''}`,
        ]),
      },
    ],
  }
}
