/** A report of the network as PDF: its data and its drawn maps, the same bytes whenever the same code sets it. */

import { dayWords } from '#core/calendar/uk-time.ts'
import type { ReportData, ReportMap, ReportTable } from '#core/network/report/data.ts'
import { typeset } from './press.ts'

/** A map of the report as pictures that stand alone: SVG. */
export interface DrawnMap {
  readonly svg: string
  /** Millimetres on paper. */
  readonly height: number
  /** By mark: its symbol, and what that looks like in a word. */
  readonly symbols: Readonly<Record<string, { readonly svg: string; readonly shape: string }>>
}

export interface ReportPaper {
  readonly draw: (map: ReportMap) => DrawnMap
  /** Why it was withdrawn; null: it was not. */
  readonly withdrawn: string | null
}

/**
 * A report as a PDF file: tagged, titled, in English, dated by the day that it describes.
 *
 * @throws PdfError where it cannot be made; its page can still be printed
 */
export function reportPdf(
  data: ReportData,
  { draw, withdrawn }: ReportPaper,
): Promise<Uint8Array<ArrayBuffer>> {
  const [year = 0, month = 0, day = 0] = data.day.split('-').map(Number)
  return typeset('report', {
    ...{ title: data.title, author: data.author, place: data.place, finding: data.finding, withdrawn },
    ...{ fictional: data.fictional, address: data.address ?? 'Draft', dated: dayWords(data.day) },
    date: { year, month, day },
    sections: data.sections.map(({ heading, parts }) => ({
      heading,
      parts: parts.map((part) =>
        part.kind === 'map' ? onPaper(part, draw(part)) : part.kind === 'table' ? withWidths(part) : part,
      ),
    })),
  })
}

function onPaper(map: ReportMap, { svg, height, symbols }: DrawnMap) {
  const { title, alt, legend } = map
  return {
    ...{ kind: 'map', title, alt, svg, height },
    legend: legend.map(({ mark, words, count }) => ({
      ...{ words, count: String(count) },
      ...{ symbol: symbols[mark]?.svg ?? '', shape: symbols[mark]?.shape ?? '' },
    })),
  }
}

/** Columns of words take more room than columns of numbers. */
function withWidths(table: ReportTable) {
  const longest = table.columns.map((_, at) =>
    Math.max(0, ...table.rows.map((row) => (row[at] ?? '').length)),
  )
  return { ...table, wide: longest.map((length) => length > 22) }
}
