/** Makes a figure of an edition, by its id. */
import { procedureTable, provisionCharts } from './chart-figures.ts'
import { FIGURE_IDS, type Figure, type FigureId, type View } from './figure.ts'
import { kindsMap, overallMap, procedureMaps } from './map-figures.ts'

export function figureOf(view: View, id: FigureId): Figure {
  switch (id) {
    case 'figure-1':
      return overallMap(view)
    case 'figure-2':
      return provisionCharts(view)
    case 'figure-3':
      return kindsMap(view)
    case 'table-1':
    case 'table-2':
      return procedureTable(view, id)
    default:
      return procedureMaps(view, id)
  }
}

export function isFigureId(id: string): id is FigureId {
  return (FIGURE_IDS as readonly string[]).includes(id)
}
