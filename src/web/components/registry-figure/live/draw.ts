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
 * Puts the picture into `stage` once it is drawn, and not before.
 *
 * @param told of what the pointer is on; null when it leaves
 * @returns all that can be read in it, in the order of its data
 */
export async function drawLive(
  spec: vega.Spec,
  stage: HTMLElement,
  told: (reading: Reading | null) => void,
): Promise<readonly Reading[]> {
  measureByLetters()
  // A syntax tree is walked where a page's policy forbids to make functions of text.
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'svg',
    logLevel: vega.Error,
    hover: false,
  } as vega.ViewOptions)
  view.tooltip((_handler, _event, item, value) => {
    told(value === null || value === undefined ? null : readingOf(item as SceneItem, value))
  })
  await view.initialize(stage).runAsync()
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
