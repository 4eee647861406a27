/** Draws a compiled specification in the browser, without eval: what is read in it is told to a listener. */

import * as vega from 'vega'
import { expressionInterpreter } from 'vega-interpreter'
import { measureByLetters } from '../../drawing/metrics.ts'

/** Something in a picture that says its value. */
export interface Reading {
  readonly element: Element
  readonly words: readonly (readonly [name: string, value: string])[]
}

interface SceneItem {
  readonly tooltip?: unknown
  readonly items?: readonly SceneItem[]
  readonly _svg?: Element
}

/**
 * Puts the picture into `stage`.
 *
 * @param told of what the pointer is on; null when it leaves
 * @returns all that can be read in it, in the order of its data
 * @throws where it cannot be drawn; what stands in `stage` then is half a picture
 */
export async function drawLive(
  spec: vega.Spec,
  stage: HTMLElement,
  told: (reading: Reading | null) => void,
): Promise<readonly Reading[]> {
  measureByLetters()
  // The library reports what goes wrong while it draws, and goes on as if it were done.
  const faults: unknown[] = []
  const logger = vega.logger(vega.Error)
  logger.error = (...words: readonly unknown[]) => {
    faults.push(...words)
    return logger
  }
  // A syntax tree is walked where a page's policy forbids to make functions of text.
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    logger,
    hover: false,
  } as vega.ViewOptions)
  view.tooltip((_handler, _event, item, value) => {
    told(value === null || value === undefined ? null : readingOf(item as SceneItem, value))
  })
  await view.initialize(stage).runAsync()
  if (faults.length > 0) throw faults[0]
  const { root } = view.scenegraph() as unknown as { readonly root: SceneItem }
  return readingsIn(root)
}

function readingsIn(item: SceneItem): readonly Reading[] {
  const own = item._svg && item.tooltip ? readingOf(item, item.tooltip) : null
  return [...(own ? [own] : []), ...(item.items ?? []).flatMap(readingsIn)]
}

function readingOf({ _svg: element }: SceneItem, value: unknown): Reading | null {
  if (!element) return null
  if (typeof value !== 'object' || value === null) return { element, words: [['', String(value)]] }
  return { element, words: Object.entries(value).map(([name, each]) => [name, String(each)]) }
}
