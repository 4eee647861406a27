/** A letter as a PDF file to be saved; where this machine cannot make one, the way to the page that says the same. */

import type { Letter } from '#core/letter/letter.ts'
import { pdfOf } from '#pdf/pdf.ts'
import type { PageContext } from '../../environment.ts'
import { show } from '../../layout/page.tsx'
import { Refusal } from '../../layout/refusals.tsx'

interface LetterFile {
  /** What it is saved as, without its ending. */
  readonly name: string
  /** The address of the letter's page. */
  readonly page: string
}

export async function letterFile(c: PageContext, letter: Letter, { name, page }: LetterFile) {
  const pdf = await pdfOf(letter).catch(() => null)
  if (!pdf) return withoutPdf(c, page)
  return c.body(pdf, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}.pdf"`,
    'Cache-Control': 'no-store',
  })
}

function withoutPdf(c: PageContext, page: string) {
  return show(
    c,
    <Refusal c={c} title="The PDF could not be made">
      <p>
        This machine could not set the letter as PDF. The <a href={page}>page</a> says the same and can be
        printed.
      </p>
    </Refusal>,
    503,
  )
}
