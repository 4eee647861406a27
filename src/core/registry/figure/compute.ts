/** Computes a figure from its specification and a snapshot's rows: the same for the server and for who doubts it. */

import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { cusumFigure } from './cusum.ts'
import { declaredObservedFigure } from './declared-observed.ts'
import type { Figure } from './figure.ts'
import { forestFigure } from './forest.ts'
import { funnelFigure } from './funnel.ts'
import { incidenceFigure } from './incidence.ts'
import { swimmerFigure, waterfallFigure } from './individual.ts'
import { proportionFigure } from './proportion.ts'
import { runFigure } from './run.ts'
import { survivalFigure } from './survival.ts'
import { volumeFigure } from './volume.ts'

/**
 * @param vectors what `neededFor` asked for
 * @throws RangeError where a column was not read, or can make no groups
 */
export function computeFigure(spec: FigureSpec, vectors: Vectors, around: Around): Figure {
  switch (spec.kind) {
    case 'survival':
      return survivalFigure(spec, vectors, around)
    case 'incidence':
      return incidenceFigure(spec, vectors, around)
    case 'proportion':
      return proportionFigure(spec, vectors, around)
    case 'forest':
      return forestFigure(spec, vectors, around)
    case 'swimmer':
      return swimmerFigure(spec, vectors, around)
    case 'waterfall':
      return waterfallFigure(spec, vectors, around)
    case 'funnel':
      return funnelFigure(spec, vectors, around)
    case 'run':
      return runFigure(spec, vectors, around)
    case 'cusum':
      return cusumFigure(spec, vectors, around)
    case 'volume':
      return volumeFigure(spec, vectors, around)
    case 'declared-observed':
      return declaredObservedFigure(spec, vectors, around)
    default:
      return unreachable(spec)
  }
}

function unreachable(spec: never): never {
  throw new RangeError(`no figure of the kind ${JSON.stringify(spec)}`)
}
