/** The figures and tables of a census: what each shows, its finding as a sentence, its numbers as rows. */

import type { TopLevelSpec } from 'vega-lite'
import { procedureName } from '#core/catalogue/procedures.ts'
import { inSentence } from '#core/sentence.ts'
import type { Mark } from '../components/national-map/marks.ts'
import type { MapService } from '../components/national-map/national-map.tsx'
import type { ProvisionView } from '../components/provision-view.ts'

export type FigureId = (typeof FIGURE_IDS)[number]

export const FIGURE_IDS = [
  'figure-1',
  'figure-2',
  'figure-3',
  'figure-4',
  'figure-4a',
  'figure-4b',
  'figure-4c',
  'figure-4d',
  'figure-5',
  'figure-5a',
  'figure-5b',
  'table-1',
  'table-2',
] as const

/** The paper's panels: each procedure's map, by the figure and letter that it has there. */
export const PANELS: Readonly<Record<string, readonly string[]>> = {
  'figure-4': ['kidney-ablation', 'liver-ablation', 'bone-ablation', 'lung-ablation'],
  'figure-4a': ['kidney-ablation'],
  'figure-4b': ['liver-ablation'],
  'figure-4c': ['bone-ablation'],
  'figure-4d': ['lung-ablation'],
  'figure-5': ['transarterial-chemoembolisation', 'selective-internal-radiation-therapy'],
  'figure-5a': ['transarterial-chemoembolisation'],
  'figure-5b': ['selective-internal-radiation-therapy'],
}

const SUBJECTS: Readonly<Record<string, string>> = {
  'figure-1': 'Overall provision of interventional oncology',
  'figure-2': 'Provision of the nation, and by country',
  'figure-3': 'Kinds of interventional oncology provided',
  'figure-4': 'Ablation of kidney, liver, bone and lung',
  'figure-5': 'TACE and SIRT',
  'table-1': 'Supportive procedures offered',
  'table-2': 'Disease-modifying procedures offered',
}

/** "Figure 4a", "Table 1". */
export function numberOf(id: FigureId): string {
  return id.charAt(0).toUpperCase() + id.slice(1).replace('-', ' ')
}

/** What it shows, without what it found. */
export function subjectOf(id: FigureId): string {
  return SUBJECTS[id] ?? procedureName(PANELS[id]?.[0] ?? '')
}

export interface Cell {
  readonly heading: string
  readonly number?: boolean
}

export interface FigureTable {
  readonly caption: string
  readonly columns: readonly Cell[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface MapPanel {
  readonly title: string
  readonly services: readonly MapService[]
  readonly marks: Readonly<Record<string, Mark>>
  readonly legend: readonly { readonly mark: Mark; readonly count: number }[]
}

export type Drawing =
  | { readonly kind: 'maps'; readonly panels: readonly MapPanel[] }
  | {
      readonly kind: 'charts'
      readonly charts: readonly { readonly title: string; readonly spec: TopLevelSpec }[]
    }

/** One figure of one edition, all of it computed from the answers. */
export interface Figure {
  readonly id: FigureId
  readonly finding: string
  readonly definition: string
  /** Who is counted: "137 organisations that said which procedures they offer". */
  readonly denominator: string
  /** How many of those asked are not in the denominator, in words. */
  readonly missing: string
  readonly drawing: Drawing
  readonly table: FigureTable
  /** The numbers to download, first row the headings. */
  readonly data: readonly (readonly (string | number | null)[])[]
}

export type View = ProvisionView

/** "22%", or "no answer yet" for a share of nothing. */
export function percentWords(percent: number | null): string {
  return percent === null ? 'no answer yet' : `${percent}%`
}

export function missingWords(missing: number): string {
  return missing === 0 ? 'None missing.' : `${missing} missing: they gave no answer to this.`
}

export function midSentence(name: string): string {
  return inSentence(name)
}
