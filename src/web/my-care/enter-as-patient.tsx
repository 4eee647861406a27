/** The demonstration's way to a patient's own page, with one button; elsewhere a link and a date of birth open it. */

import { z } from 'zod'
import { enterAsPatient, patientsToEnter } from '#demonstration/patients-to-enter.ts'
import { fieldsOf } from '../components/form.ts'
import { keepToPatient } from '../components/private.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { keepVisit } from './visit.ts'

const chosen = z.object({ id: z.string() })

export async function openAsPatient(c: PageContext) {
  const read = chosen.safeParse(await fieldsOf(c))
  const wanted = patientsToEnter.find(({ key }) => key === read.data?.id)
  if (!c.var.config.demonstration || !wanted) return notFound(c)
  const visit = await enterAsPatient(c.var.store.db, wanted, c.var.now())
  if (!visit) return notYet(c)
  keepToPatient(c)
  keepVisit(c, visit.secret, visit.expiresAt)
  return c.redirect(paths.myCare(), 303)
}

function notYet(c: PageContext) {
  return show(
    c,
    <Page c={c} title="This patient is not written yet">
      <h1 className="nhsuk-heading-l">This patient is not written yet</h1>
      <p>
        The demonstration’s cases are being written: the strip at the top says how far they are.{' '}
        <a href={paths.enterAs()}>Go back</a> and try again in a minute.
      </p>
    </Page>,
    503,
  )
}
