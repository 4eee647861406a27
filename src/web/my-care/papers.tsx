/** What a patient takes along: the radiation card, and the dates as a calendar file. */

import { radiationCard } from '#core/letter/radiation-card.ts'
import { patientCalendar } from '#core/patient-page/calendar.ts'
import { pdfOf } from '#pdf/pdf.ts'
import { LetterSheet } from '../components/letter/letter-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { visitOf } from './visit.ts'

export async function cardPage(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const card = radiationCard(visit.facts)
  if (!card) return notFound(c)
  return show(
    c,
    <Page c={c} title={card.title} focused backHref={paths.myCare()}>
      <p className="fp-screen-only">
        <a href={paths.myCarePart('radiation-card.pdf')}>Download as PDF</a>, or print this page. Cut the card
        out and fold it once: it is then as large as a bank card.
      </p>
      <LetterSheet letter={card} />
    </Page>,
  )
}

export async function cardPdf(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const card = radiationCard(visit.facts)
  if (!card) return notFound(c)
  const pdf = await pdfOf(card).catch(() => null)
  if (!pdf) return withoutPdf(c)
  return c.body(pdf, 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'attachment; filename="radiation-card.pdf"',
  })
}

function withoutPdf(c: PageContext) {
  return show(
    c,
    <Page c={c} title="The PDF could not be made" focused backHref={paths.myCare()}>
      <h1 className="nhsuk-heading-l">The PDF could not be made</h1>
      <p>
        <a href={paths.myCarePart('radiation-card')}>The card as a page</a> says the same. You can print it.
      </p>
    </Page>,
    503,
  )
}

/** Whole days and times in London; it names neither the patient nor the hospital's treatment by its clinical name. */
export async function datesFile(c: PageContext) {
  const visit = await visitOf(c)
  if (!visit) return c.redirect(paths.myCareClosed(), 303)
  const file = patientCalendar(visit.page, visit.service, c.var.now().toISOString())
  return c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="dates.ics"',
  })
}
