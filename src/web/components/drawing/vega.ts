/** Draws a Vega-Lite specification as SVG on the server: no browser, no canvas, no style attribute. */
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { measureByLetters } from './metrics.ts'

measureByLetters()

export interface DrawnChart {
  readonly svg: string
  readonly width: number
  readonly height: number
}

export async function drawChart(spec: TopLevelSpec): Promise<DrawnChart> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none', logLevel: vega.Error })
  try {
    const svg = tidy(await view.toSVG())
    const [, width = '0', height = '0'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
    return { svg, width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) }
  } finally {
    view.finalize()
  }
}

interface Inside {
  readonly _viewWidth: number
  readonly _viewHeight: number
  readonly _origin: readonly [number, number]
  readonly _padding: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
}
interface Padding {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
interface SvgStringRenderer {
  initialize(el: null, width: number, height: number, origin: readonly [number, number], scale: number): void
  render(scene: unknown): void
  svg(): string
}
const { SVGStringRenderer } = vega as unknown as { SVGStringRenderer: new () => SvgStringRenderer }

/** The same, at once: for what is all there already, and loads nothing. As Vega's own `toSVG` does it. */
export function drawNow(spec: TopLevelSpec): DrawnChart {
  return drawCompiled(compiledChart(spec))
}

/** As a browser can draw it again without Vega-Lite. */
export const compiledChart = (spec: TopLevelSpec): vega.Spec => compile(spec).spec

export function drawCompiled(spec: vega.Spec): DrawnChart {
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logLevel: vega.Error })
  try {
    view.run()
    const { _viewWidth, _viewHeight, _origin } = view as unknown as Inside
    const { left, right, top, bottom } = view.padding() as Padding
    const width = Math.ceil(Math.max(0, _viewWidth + left + right))
    const height = Math.ceil(Math.max(0, _viewHeight + top + bottom))
    const renderer = new SVGStringRenderer()
    renderer.initialize(null, width, height, [_origin[0] + left, _origin[1] + top], 1)
    const { root } = view.scenegraph() as unknown as { readonly root: unknown }
    renderer.render(root)
    return { svg: tidy(renderer.svg()), width, height }
  } finally {
    view.finalize()
  }
}

/** A strict content policy refuses style attributes, so that what they say is said by attributes. */
function tidy(svg: string): string {
  return svg
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/ (?:aria-roledescription|aria-label|role|tabindex|pointer-events)="[^"]*"/g, '')
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name, value]) => name && value && name !== 'mix-blend-mode')
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}
