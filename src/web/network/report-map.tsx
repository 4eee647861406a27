/** A report's map: on the page, and as a picture that stands alone for the PDF. */

import { renderToStaticMarkup } from 'react-dom/server'
import type { ReportMap } from '#core/network/report/data.ts'
import type { DrawnMap } from '#pdf/report.ts'
import type { Focus } from '../components/national-map/focus.ts'
import { AVAILABILITY_MARKS, CLASS_MARKS, type Mark } from '../components/national-map/marks.ts'
import { NationalMap } from '../components/national-map/national-map.tsx'
import { boundsOf, PICTURE, project } from '../components/national-map/plane.ts'
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
      focus={focusOf(map)}
      bounded={bounded}
      {...(bounded ? { width: PICTURE.width } : {})}
    />
  )
}

/** Round the services of the place, with room; null: all. */
export function focusOf({ services }: ReportMap): Focus | null {
  const own = services.filter((each) => each.own)
  if (own.length === services.length || own.length === 0) return null
  const bounds = boundsOf(own.map(({ longitude, latitude }) => project(longitude, latitude)))
  const margin = 45
  const ratio = PICTURE.height / PICTURE.width
  const width = Math.max(bounds.width + 2 * margin, (bounds.height + 2 * margin) / ratio, 160)
  const height = Math.min(PICTURE.height, Math.max(bounds.height + 2 * margin, width * 0.8))
  const x = bounds.x + bounds.width / 2 - width / 2
  const y = bounds.y + bounds.height / 2 - height / 2
  return {
    viewBox: { x, y, width, height },
    zoom: Math.max(1, Math.min(3, PICTURE.width / width)),
    pin: null,
  }
}

/** Of provision, which comes once and first; of procedures, so that two stand on a page. */
const room = {
  provision: { widest: 95, highest: 140 },
  availability: { widest: 80, highest: 100 },
} as const

export function drawnMap(map: ReportMap): DrawnMap {
  const focus = focusOf(map)
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
