/** Letters as PDF. */

import type { Letter } from '#core/letter/letter.ts'
import { typeset } from './press.ts'

/**
 * A letter as a PDF file.
 *
 * @throws PdfError where it cannot be made; the letter's page can still be printed
 */
export function pdfOf(letter: Letter): Promise<Uint8Array<ArrayBuffer>> {
  return typeset('letter', letter)
}
