/** Looks for patients: what is typed is kept under an id, and the page of that id shows who was found. */

import { isMistyped } from '#core/patient/identifiers.ts'
import { noteLooks } from '#store/case/look.ts'
import { findPatients, mostFound } from '#store/patient/patient.ts'
import { keepSearch, type SearchWords, searchOf } from '#store/referral/search.ts'
import { dateIn, dayFields } from '../components/date-fields.tsx'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { pageNumber } from '../components/pager.tsx'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { FindPage } from './find-page.tsx'

const rowsOnPage = 25

const refers = (c: PageContext) => c.req.query('for') === 'refer'
/** To look at, not to refer. */
const breaksGlass = (c: PageContext) => !refers(c) && scopeFor(c, 'case:break-glass').organisations.length > 0
const registers = (c: PageContext) => scopeFor(c, 'patient:register').organisations.length > 0

export async function find(c: PageContext) {
  const id = c.req.query('search') ?? ''
  const person = c.var.person?.id ?? ''
  const { organisations } = scopeFor(c, 'case:see')
  // Whom break-glass opened can be looked at, not referred.
  const result = await inScope(c, refers(c) ? 'case:refer' : 'case:see', async (db) => {
    const words = isId(id) ? await searchOf(db, id, person) : null
    if (!words) return null
    const all = await findPatients(db, [words.number || words.name, words.birthOn].join(' '))
    const pages = Math.max(1, Math.ceil(all.length / rowsOnPage))
    const page = Math.min(pageNumber(c.req.query('page')), pages)
    const patients = all.slice((page - 1) * rowsOnPage, page * rowsOnPage)
    await noteLooks(db, {
      person,
      organisation: organisations[0] ?? null,
      page: 'patients found',
      looked: patients.map((patient) => ({ patient: patient.id, caseId: null })),
    })
    const found = {
      ...{ search: id, patients, total: all.length, isCut: all.length >= mostFound, page, pages },
      isMistyped: all.length === 0 && isMistyped(words.number),
    }
    return { words, found }
  })
  return show(
    c,
    <FindPage
      c={c}
      fields={result ? fieldsOfSearch(result.words) : {}}
      problems={[]}
      found={result?.found ?? null}
      refers={refers(c)}
      registers={registers(c)}
      breaksGlass={breaksGlass(c)}
    />,
  )
}

/** A search as the fields that would ask it; a new patient's form begins with them too. */
export function fieldsOfSearch(words: SearchWords): Fields {
  return { number: words.number, name: words.name, ...dayFields('birthOn', words.birthOn || null) }
}

export async function look(c: PageContext) {
  const fields = await fieldsOf(c)
  const number = (fields.number ?? '').trim().slice(0, 60)
  const name = (fields.name ?? '').trim().slice(0, 120)
  const birthOn = dateIn(fields, 'birthOn')
  const problems: FieldProblem[] = []
  if (number === '' && name === '') {
    problems.push({ field: 'number', words: 'Enter a number, or a name and the date of birth' })
  }
  if (birthOn === 'not-a-date')
    problems.push({ field: 'birthOn', words: 'The date of birth has to be a real date, such as 31 3 1958' })
  else if (birthOn !== null && birthOn > isoDay(c.var.now()))
    problems.push({ field: 'birthOn', words: 'The date of birth is in the future' })
  if (problems.length > 0) {
    const role = { refers: refers(c), registers: registers(c), breaksGlass: breaksGlass(c) }
    return show(c, <FindPage {...{ c, fields, problems, found: null, ...role }} />, 422)
  }
  const words = { number, name: number ? '' : name, birthOn: birthOn ?? '' }
  const search = await inScope(c, 'case:see', (db) => keepSearch(db, c.var.person?.id ?? '', words))
  return c.redirect(paths.patients({ search, for: refers(c) ? 'refer' : '' }), 303)
}
