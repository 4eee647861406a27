/** Sets data by a template as PDF: tagged for screen readers (PDF/UA-1), fonts embedded, by Typst in this process. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** There is no compiler for this machine, or it refused the data. Its own words hold the data: they stay here. */
export class PdfError extends Error {
  override name = 'PdfError'
}

export type Template = 'letter' | 'leaflet' | 'easy-read' | 'report'

let compiler: Promise<NodeCompiler> | null = null
const templates = new Map<Template, string>()

/**
 * The data as a PDF file. It reaches the template as JSON under the template's name and is never read as markup.
 *
 * @throws PdfError where it cannot be made
 */
export async function typeset(template: Template, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  compiler ??= startPress()
  const press = await compiler
  const mainFileContent = textOf(template)
  const inputs = { [template]: JSON.stringify(printable(data)) }
  const set = (options: { pdfStandard?: string }) =>
    new Uint8Array(press.pdf({ mainFileContent, inputs }, options))
  try {
    return set({ pdfStandard: 'ua-1' })
  } catch {
    // A character that no font here can show makes PDF/UA impossible. Tagged it is all the same.
    try {
      return set({})
    } catch {
      throw new PdfError(`the ${template} could not be set`)
    }
  } finally {
    // What was compiled is remembered for faster repeats: no patient's letter stays in memory.
    press.evictCache(0)
  }
}

function textOf(template: Template): string {
  const text = templates.get(template) ?? readFileSync(join(import.meta.dirname, `${template}.typ`), 'utf8')
  templates.set(template, text)
  return text
}

async function startPress(): Promise<NodeCompiler> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const resolve = createRequire(import.meta.url).resolve
    const fontBlobs = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) =>
      readFileSync(resolve(`@expo-google-fonts/arimo/${file}`)),
    )
    return NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] })
  } catch (error) {
    compiler = null
    throw new PdfError('Typst’s compiler did not start', { cause: error })
  }
}

/** Without characters that stand for nothing on paper: controls, halves of pairs, private use. */
function printable<Value>(value: Value): Value {
  if (typeof value === 'string') return cleaned(value) as Value
  if (Array.isArray(value)) return value.map(printable) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, printable(held)])) as Value
}

const unprintable = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}]/gu

function cleaned(words: string): string {
  return words.toWellFormed().replace(unprintable, '')
}
