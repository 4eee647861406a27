/** The case's letter and radiation card: on screen, printed, and as PDF. */

import { ukDay } from '#core/calendar/uk-day.ts'
import type { LetterFacts } from '#core/letter/facts.ts'
import type { Letter } from '#core/letter/letter.ts'
import { radiationCard } from '#core/letter/radiation-card.ts'
import { summaryLetter } from '#core/letter/summary-letter.ts'
import { contact } from '#core/service/kinds/the-service.ts'
import { inForce } from '#core/service/state.ts'
import { letterFile } from '../components/letter/letter-file.tsx'
import { LetterSheet } from '../components/letter/letter-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { caseCrumbs } from './crumbs.ts'
import { type CaseView, onCase } from './view.ts'

type Which = 'letter' | 'radiation-card'

const written: Readonly<Record<Which, (facts: LetterFacts) => Letter | null>> = {
  letter: summaryLetter,
  'radiation-card': radiationCard,
}

const looked = { letter: 'case letter', 'radiation-card': 'radiation card' } as const

export const letterPage = (which: Which) => (c: PageContext) =>
  onCase(c, looked[which], (view) => {
    const letter = written[which](factsOf(c, view))
    if (!letter) return notFound(c)
    return show(
      c,
      <Page c={c} title={letter.title} here={paths.cases()} breadcrumbs={caseCrumbs(view.id)}>
        <p className="fp-letter__actions">
          <a className="nhsuk-button" href={paths.caseLetter(view.id, which, 'pdf')} draggable="false">
            Download as PDF
          </a>
          <span>
            {which === 'radiation-card'
              ? 'Or print this page: only the card is printed. Cut it out and fold it once; it is then as large as a bank card.'
              : 'Or print this page: only the letter is printed.'}
          </span>
        </p>
        <LetterSheet letter={letter} />
      </Page>,
    )
  })

export const letterPdf = (which: Which) => (c: PageContext) =>
  onCase(c, looked[which], (view) => {
    const letter = written[which](factsOf(c, view))
    if (!letter) return notFound(c)
    return letterFile(c, letter, { name: which, page: paths.caseLetter(view.id, which) })
  })

function factsOf(c: PageContext, view: CaseView): LetterFacts {
  const today = ukDay(view.now)
  return {
    course: view.course,
    patient: view.patient,
    treating: view.treating,
    organisations: view.organisations,
    contact: inForce(view.surroundings.service, contact, today).at(-1)?.body ?? null,
    today,
    fictional: c.var.config.demonstration,
  }
}
