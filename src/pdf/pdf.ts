/** Letters as PDF: tagged for screen readers (PDF/UA-1), fonts embedded, set by Typst in this process. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Letter } from '#core/letter/letter.ts'

/** There is no compiler for this machine, or it refused the letter. Its own words hold the letter's: they stay here. */
export class PdfError extends Error {
  override name = 'PdfError'
}

interface Press {
  readonly compiler: NodeCompiler
  readonly template: string
}

let press: Promise<Press> | null = null

/**
 * A letter as a PDF file.
 *
 * @throws PdfError where it cannot be made; the letter's page can still be printed
 */
export async function pdfOf(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  press ??= startPress()
  const { compiler, template } = await press
  const inputs = { letter: JSON.stringify(printable(letter)) }
  const set = (options: { pdfStandard?: string }) =>
    new Uint8Array(compiler.pdf({ mainFileContent: template, inputs }, options))
  try {
    return set({ pdfStandard: 'ua-1' })
  } catch {
    // A character that no font here can show makes PDF/UA impossible. Tagged the letter is all the same.
    try {
      return set({})
    } catch {
      throw new PdfError('the letter could not be set')
    }
  } finally {
    // What was compiled is remembered for faster repeats: no patient's letter stays in memory.
    compiler.evictCache(0)
  }
}

async function startPress(): Promise<Press> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
    const resolve = createRequire(import.meta.url).resolve
    const fontBlobs = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) =>
      readFileSync(resolve(`@expo-google-fonts/arimo/${file}`)),
    )
    const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs }] })
    return { compiler, template: readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8') }
  } catch (error) {
    press = null
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
