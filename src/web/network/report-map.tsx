/** A report's map: on the page, and as a picture that stands alone for the PDF. */

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReportMap } from '#core/network/report/data.ts'
import type { DrawnMap } from '#pdf/report.ts'
import { focusRound } from '../components/national-map/focus-round.ts'
import { AVAILABILITY_MARKS, CLASS_MARKS, type Mark } from '../components/national-map/marks.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { PICTURE } from '../components/national-map/plane.ts'
import { MarkShape } from '../components/national-map/symbols.tsx'

const GAP = { shape: 'cross', colour: '#D5281B', tint: '#F3BFBB', words: 'Gap: neither' } as const

export const marksOf = ({ marks }: ReportMap): Readonly<Record<string, Mark>> =>
  marks === 'provision' ? CLASS_MARKS : { ...AVAILABILITY_MARKS, 'not-offered': GAP }

interface ReportMapProps {
  readonly map: ReportMap
  readonly prefix: string
  readonly bounded?: boolean
}

/** The whole United Kingdom, or as much of it as a nation or region takes. */
export function ReportMapDrawing({ map, prefix, bounded = false }: ReportMapProps) {
  const marks = marksOf(map)
  return (
    <NationalMap
      title={map.title}
      description={map.alt}
      services={map.services.map(({ own, mark, ...service }) => ({
        ...service,
        mark,
        words: marks[mark]?.words ?? mark,
        quiet: !own,
      }))}
      marks={marks}
      prefix={prefix}
      focus={focusRound(map.services)}
      bounded={bounded}
      {...(bounded ? { width: PICTURE.width } : {})}
    />
  )
}

/** Of provision, which comes once and first; of procedures, so that two stand on a page. */
const room = {
  provision: { widest: 95, highest: 140 },
  availability: { widest: 80, highest: 100 },
} as const

export function drawnMap(map: ReportMap): DrawnMap {
  const focus = focusRound(map.services)
  const { width, height } = focus?.viewBox ?? PICTURE
  const { widest, highest } = room[map.marks]
  return {
    svg: renderToStaticMarkup(<ReportMapDrawing map={map} prefix="map" bounded />),
    height: Math.round(Math.min(highest, (widest * height) / width)),
    symbols: Object.fromEntries(
      Object.entries(marksOf(map)).map(([mark, drawn]) => [
        mark,
        {
          shape: drawn.shape,
          svg: renderToStaticMarkup(
            <svg
              xmlns="http://www.w3.org/2000/svg"
              viewBox="-9 -9 18 18"
              width="18"
              height="18"
              aria-hidden="true"
            >
              <MarkShape mark={drawn} />
            </svg>,
          ),
        },
      ]),
    ),
  }
}
