/** On paper only: when a page with patients on it was printed, and what becomes of the sheet. */

import { dateTimeWords } from './dates.ts'

interface PrintedNoteProps {
  readonly now: Date
  /** Whose names are on it. */
  readonly of: 'a patient' | 'patients'
}

export function PrintedNote({ now, of }: PrintedNoteProps) {
  const names = of === 'a patient' ? 'a patient’s name' : 'patients’ names'
  return (
    <p className="fp-print-only">
      Printed {dateTimeWords(now)}. Holds {names}: destroy it as confidential waste.
    </p>
  )
}
