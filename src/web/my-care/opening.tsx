/**
 * Opens a patient's page: the link and the date of birth together. Every link asks the same and refuses in the same
 * words, so that nobody learns which links there are.
 */

import { Button } from 'nhsuk-react-components'
import { endVisit, openPatientLink, patientVisit, wrongDatesAtMost } from '#store/patient-page/link.ts'
import { DateFields, dateIn } from '../components/date-fields.tsx'
import { type Fields, fieldsOf } from '../components/form.ts'
import { keepToPatient } from '../components/private.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { rateLimit } from '../components/rate-limit.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { forgetVisit, keepVisit, visitSecret } from './visit.ts'

/** A ward's worth of patients behind one address, and no guesser's worth of guesses. */
const triesAMinute = 20
const tries = rateLimit(triesAMinute)

export function openPage(c: PageContext) {
  return page(c, {}, [])
}

export async function openWithDate(c: PageContext) {
  const fields = await fieldsOf(c)
  const taken = tries.take(c)
  if (!taken.isAllowed) {
    c.header('Retry-After', String(taken.seconds))
    const words = `Too many tries from here. Wait ${taken.seconds} seconds, then try again`
    return page(c, fields, [{ field: 'born-day', words }], 429)
  }
  const birthOn = dateIn(fields, 'born')
  if (birthOn === null || birthOn === 'not-a-date')
    return page(c, fields, [{ field: 'born', words: 'Enter your date of birth, such as 27 3 1951' }], 422)
  const token = c.req.param('token') ?? ''
  const visit = await openPatientLink(c.var.store.db, { token, birthOn, now: c.var.now() })
  if (!visit)
    return page(
      c,
      fields,
      [
        {
          field: 'born',
          words: `This link does not open with that date. Check the date; after ${wrongDatesAtMost} wrong ones a link is closed`,
        },
      ],
      422,
    )
  keepToPatient(c)
  keepVisit(c, visit.secret, visit.expiresAt)
  return c.redirect(paths.myCare(), 303)
}

export async function leave(c: PageContext) {
  keepToPatient(c)
  const { db } = c.var.store
  const secret = visitSecret(c)
  const opened = await patientVisit(db, secret, c.var.now())
  if (opened) await endVisit(db, opened, secret)
  forgetVisit(c)
  return c.redirect(paths.myCareClosed(), 303)
}

/** What stands when a visit is over, or there was none. */
export function closedPage(c: PageContext) {
  keepToPatient(c)
  return show(
    c,
    <Page c={c} title="Your page is closed" focused>
      <div className="fp-reading nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">Your page is closed</h1>
        <p>
          It closes by itself after an hour. To open it again, use the link or the square code on your sheet.
        </p>
        <p>
          You can also read about <a href={paths.treatments()}>treatments</a> without a link.
        </p>
      </div>
    </Page>,
  )
}

function page(
  c: PageContext,
  fields: Fields,
  problems: readonly FieldProblem[],
  status: 200 | 422 | 429 = 200,
) {
  keepToPatient(c)
  return show(
    c,
    <Page c={c} title="Open your page" focused hasErrors={problems.length > 0}>
      <div className="fp-reading">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Open your page</h1>
        <form method="post" action={paths.patientLink(c.req.param('token') ?? '')} noValidate>
          <DateFields
            name="born"
            legend="Your date of birth"
            hint="For example, 27 3 1951. It makes sure that nobody else opens your page."
            fields={fields}
            problems={problems}
          />
          <Button>Open</Button>
        </form>
        <p>
          It does not open? The link may be old, or closed. Ring the number on your leaflet or your letter and
          ask for a new one.
        </p>
      </div>
    </Page>,
    status,
  )
}
