/** What the form of a report asks, read from an address: the place, what goes in, whose words. */

import { NATIONS } from '#core/catalogue/organisations.ts'
import { inPaperTable } from '#core/catalogue/procedures.ts'
import type { Network } from '#core/network/network.ts'
import { placeName, type ReportPlace } from '#core/network/report/sections.ts'
import { regionsIn } from '#store/network/demand-view.ts'
import { isId } from '../components/id.ts'
import type { FieldProblem } from '../components/problems.tsx'

export const reportProcedures = inPaperTable('disease-modifying')

export interface AskedReport {
  /** `nation|region`; empty: the United Kingdom. */
  readonly place: string
  readonly title: string
  readonly procedures: readonly string[]
  readonly parts: readonly string[]
  readonly proposals: readonly string[]
  readonly note: string
}

export const REPORT_PARTS = {
  access: 'Access and the worst served districts',
  demand: 'Demand and supply',
} as const

const longestNote = 3000

/** Null where nothing was asked yet. */
export function askedReport(search: URLSearchParams): AskedReport | null {
  if (!search.has('place')) return null
  return {
    place: search.get('place') ?? '',
    title: (search.get('title') ?? '').trim(),
    procedures: reportProcedures.map(({ id }) => id).filter((id) => search.getAll('procedure').includes(id)),
    parts: Object.keys(REPORT_PARTS).filter((part) => search.getAll('part').includes(part)),
    proposals: [...new Set(search.getAll('proposal'))].filter(isId).slice(0, 20),
    note: (search.get('note') ?? '').replaceAll('\r\n', '\n').trim(),
  }
}

/** What says it again in an address. */
export function reportView(asked: AskedReport): string {
  const search = new URLSearchParams({ place: asked.place, title: asked.title, note: asked.note })
  for (const id of asked.procedures) search.append('procedure', id)
  for (const part of asked.parts) search.append('part', part)
  for (const id of asked.proposals) search.append('proposal', id)
  return search.toString()
}

export function reportPlaces(
  network: Network,
): readonly { readonly value: string; readonly place: ReportPlace }[] {
  const regions = regionsIn(network).toSorted(
    (one, other) =>
      NATIONS.indexOf(one.nation) - NATIONS.indexOf(other.nation) ||
      one.region.localeCompare(other.region, 'en-GB'),
  )
  const nations = [...new Set(regions.map(({ nation }) => nation))]
  return [
    { value: '', place: { nation: null, region: null } },
    ...nations.map((nation) => ({ value: nation, place: { nation, region: null } })),
    ...regions
      .filter(({ nation, region }) => nation !== region)
      .map((place) => ({ value: `${place.nation}|${place.region}`, place })),
  ]
}

export const usualTitle = (place: ReportPlace): string => `Interventional oncology in ${placeName(place)}`

export function reportProblems(asked: AskedReport, place: ReportPlace | undefined): FieldProblem[] {
  const problems: FieldProblem[] = []
  const wrong = (field: string, words: string) => void problems.push({ field, words })
  if (!place) wrong('place', 'Choose a place of the list')
  if (asked.title.length > 200) wrong('title', 'The title has to be 200 characters or fewer')
  if (asked.title !== '' && asked.title.length < 3) wrong('title', 'The title has to be 3 characters or more')
  if (asked.procedures.length === 0) wrong('procedure', 'Choose one procedure or more')
  if (asked.note.length > longestNote)
    wrong('note', `Your words have to be ${longestNote.toLocaleString('en-GB')} characters or fewer`)
  return problems
}
