/** Draws a Vega-Lite specification as SVG on the server: no browser, no canvas, no style attribute. */
import { Error as ErrorLevel, parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

export interface DrawnChart {
  readonly svg: string
  readonly width: number
  readonly height: number
}

export async function drawChart(spec: TopLevelSpec): Promise<DrawnChart> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none', logLevel: ErrorLevel })
  try {
    const svg = tidy(await view.toSVG())
    const [, width = '0', height = '0'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
    return { svg, width: Math.ceil(Number(width)), height: Math.ceil(Number(height)) }
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
