/** What was typed into a form of a case is kept as a draft, until it becomes an entry. */

import { keepDraft } from '#store/case/draft.ts'
import { isOwn, type Posted, plainOf, textAt } from '../components/kind-form/posted.ts'
import type { Form } from './record-form.tsx'

export function keep({ db, id: draft, sitting: sat }: Form, posted: Posted): Promise<void> {
  const { opened, kind, corrected, person } = sat
  return keepDraft(db, {
    id: draft,
    caseId: opened.id,
    kind: kind.name,
    corrects: corrected?.entry ?? null,
    person: person.id,
    fields: plainOf(posted, (name) => !isOwn(name)),
    ...seenOf(posted),
  })
}

/** The position of the record's head that the form was written before. */
export function seenOf(posted: Posted): { readonly seen: number } {
  const seen = textAt(posted, '_seen')
  return { seen: /^\d{1,9}$/.test(seen) ? Number(seen) : 0 }
}
