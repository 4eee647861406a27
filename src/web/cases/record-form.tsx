/** A form on its way: whose, which, and the page that shows it. */

import { favouritesFor } from '#store/case/favourite.ts'
import type { Database } from '#store/open.ts'
import { type Posted, textAt } from '../components/kind-form/posted.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { RecordPage, type RecordPageProps } from './record-page.tsx'
import type { Sitting } from './record-sitting.ts'

export interface Form {
  readonly c: PageContext
  readonly db: Database
  readonly sitting: Sitting
  /** The id of the form, which becomes the entry's. */
  readonly id: string
  readonly action: string
}

/** The page of the form; what differs from a form that was just opened comes as `more`. */
export async function showForm(
  form: Form,
  posted: Posted,
  more: Partial<RecordPageProps> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { c, db, sitting: sat, action } = form
  const favourites = await favouritesFor(db, favouredBy(sat, posted))
  const props = {
    c,
    sitting: sat,
    form: form.id,
    action,
    posted,
    seen: sat.opened.course.position,
    favourites,
  }
  return show(c, <RecordPage {...props} {...more} />, status)
}

/** Whose favourites the form offers: the person's, for the kind and the procedure. */
export function favouredBy({ person, kind, facts }: Sitting, posted: Posted) {
  const procedure = textAt(posted, 'procedure') || facts.procedure || ''
  return { person: person.id, kind: kind.name, procedure }
}
