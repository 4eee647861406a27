/** A report as a page draws it: what it comes to, its sections, tables and maps. */

import { dayWords } from '#core/calendar/uk-time.ts'
import type { ReportData, ReportPart } from '#core/network/report/data.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { DataTable } from '../components/table.tsx'
import { marksOf, ReportMapDrawing } from './report-map.tsx'

interface ReportSheetProps {
  readonly data: ReportData
}

export function ReportSheet({ data }: ReportSheetProps) {
  return (
    <article className="fp-report">
      <p className="nhsuk-lede-text">{data.finding}</p>
      <p className="fp-quiet">
        {data.place}, as of {dayWords(data.day)}. {data.author}.
      </p>
      {data.sections.map(({ heading, parts }, section) => (
        <section key={heading}>
          <h2 className="nhsuk-heading-m">{heading}</h2>
          {parts.map((part, at) => (
            <Part key={`${at}`} part={part} id={`map-${section}-${at}`} />
          ))}
        </section>
      ))}
    </article>
  )
}

function Part({ part, id }: { readonly part: ReportPart; readonly id: string }) {
  switch (part.kind) {
    case 'text':
      return <p className="nhsuk-u-reading-width">{part.text}</p>
    case 'list':
      return (
        <ul className="nhsuk-u-reading-width">
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'table':
      return (
        <DataTable
          caption={part.caption}
          rows={part.rows.map((cells, index) => ({ cells, index }))}
          keyOf={({ index }) => String(index)}
          columns={part.columns.map(({ heading, number }, at) => ({
            heading,
            number,
            names: at === 0,
            cell: ({ cells }: { readonly cells: readonly string[]; readonly index: number }) => cells[at],
          }))}
        />
      )
    case 'map': {
      const marks = marksOf(part)
      return (
        <figure className="fp-report__map">
          <figcaption className="nhsuk-heading-s">{part.title}</figcaption>
          <ul className="fp-figure__legend">
            {part.legend.map(({ mark, words, count }) => (
              <li key={mark} className="fp-mark-words">
                {marks[mark] ? <MarkIcon mark={marks[mark]} /> : null}
                <span>
                  {words}: <strong>{count}</strong>
                </span>
              </li>
            ))}
          </ul>
          <ReportMapDrawing map={part} prefix={id} />
        </figure>
      )
    }
  }
}
