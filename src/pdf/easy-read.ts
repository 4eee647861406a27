/** The easy read version of a leaflet as PDF: one short sentence to a line, its picture beside it. */

import { isApproved, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { pictogramPaths } from '#core/leaflet/pictogram-paths.ts'
import type { Pictogram } from '#core/leaflet/pictograms.ts'
import { wordsOf } from '#core/leaflet/words/words.ts'
import { type LeafletPaper, versionOf } from './leaflet.ts'
import { typeset } from './press.ts'

/**
 * Easy read as a PDF file.
 *
 * @throws PdfError where it cannot be made; the page can still be printed
 */
export function easyReadPdf(
  leaflet: LeafletBody,
  paper: Pick<LeafletPaper, 'address' | 'fictional'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const words = wordsOf(leaflet.language)
  const { calls, local, page, pictures } = words
  return typeset('easy-read', {
    ...paper,
    words,
    language: leaflet.language,
    title: leaflet.title,
    version: versionOf(leaflet),
    notChecked: isApproved(leaflet) ? null : { said: page.easyNotChecked, ask: page.easyAsk },
    lines: leaflet.easyRead.map(({ says, picture }) => ({
      says: withLocal(says, leaflet.local),
      picture: drawn(picture),
      pictureSays: pictures[picture],
    })),
    ring: [
      { when: calls.byDay, whom: leaflet.local.telephone },
      { when: local.outOfHours, whom: leaflet.local.outOfHours },
      { when: calls.inEmergency, whom: '999' },
    ],
  })
}

const drawn = (picture: Pictogram): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48"><path d="${pictogramPaths[picture]}" fill="none" stroke="#212b32" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
