/**
 * In the form of a kind: fields come and go with what they depend on, rows are added and removed in place,
 * numbers beyond the usual are questioned while one types, and a date goes into its boxes however it is typed.
 */

import { askedNow } from '../components/kind-form/island/asked.ts'
import { datesInBoxes } from '../components/kind-form/island/dates.ts'
import { rowsInPlace } from '../components/kind-form/island/rows.ts'
import { usualNumbers } from '../components/kind-form/island/usual.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-kind-form]')) {
  const form = part.closest('form')
  if (!form) continue
  const refresh = () => askedNow(form)
  rowsInPlace(part, refresh)
  datesInBoxes(part)
  usualNumbers(part)
  form.addEventListener('change', refresh)
  refresh()
}
// A page that the browser kept shows what was chosen then.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form')) askedNow(form)
})
