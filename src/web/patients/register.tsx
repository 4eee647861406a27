/** Registers a patient: the details, then, where someone known is like them, the question who it is. */

import { Button } from 'nhsuk-react-components'
import type { Identity } from '#core/patient/patient.ts'
import { noteLooks } from '#store/case/look.ts'
import { type Candidate, matchesFor } from '#store/patient/match.ts'
import { registerPatient } from '#store/patient/register.ts'
import { startDraft } from '#store/referral/draft.ts'
import { searchOf } from '#store/referral/search.ts'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { DetailsForm, readDetails } from './details-form.tsx'
import { fieldsOfSearch } from './find.tsx'
import { SamePersonPage } from './same-person-page.tsx'

const refersNow = (c: PageContext) => c.req.query('for') === 'refer'
const viewOf = (c: PageContext) => ({ for: refersNow(c) ? 'refer' : '' })

export async function showRegister(c: PageContext) {
  const search = c.req.query('search') ?? ''
  const words = isId(search)
    ? await inScope(c, 'patient:register', (db) => searchOf(db, search, c.var.person?.id ?? ''))
    : null
  return showForm(c, words ? known(fieldsOfSearch(words)) : {}, [])
}

/** The number and name that were looked for, in their places. */
function known(fields: Fields): Fields {
  const [family = '', given = ''] = splitName(fields.name ?? '')
  return { ...fields, familyName: family, givenName: given }
}

/** `Smith, Anna` and `Anna Smith`; a single word is the family name. */
function splitName(name: string): readonly [string, string] | readonly [] {
  if (name === '') return []
  const [before = '', after] = name.split(',')
  if (after !== undefined) return [before.trim(), after.trim()]
  const words = name.split(/\s+/)
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')]
}

function showForm(c: PageContext, fields: Fields, problems: readonly FieldProblem[]) {
  return show(
    c,
    <Page
      c={c}
      title="Register a patient"
      here={paths.cases()}
      backHref={refersNow(c) ? paths.refer() : paths.patients()}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Register a patient</h1>
      <form method="post" action={paths.patientNew(viewOf(c))} noValidate>
        <DetailsForm fields={fields} problems={problems} />
        <Button preventDoubleClick>Register</Button>
      </form>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function register(c: PageContext) {
  const fields = await fieldsOf(c)
  const signed = signedBy(c, 'patient:register')
  if (!signed) return forbidden(c)
  // From the question whether it is the same person, back to what was typed.
  if (fields.back === 'yes') return showForm(c, fields, [])
  const read = readDetails(fields, isoDay(c.var.now()))
  if (read.problems) return showForm(c, fields, read.problems)
  const { identity } = read
  const outcome = await inScope(c, 'patient:register', async (db) => {
    const candidates = fields.apart === 'yes' ? [] : await matchesFor(db, identity)
    if (candidates.length > 0) {
      await noteLooks(db, {
        person: signed.person,
        organisation: signed.organisation,
        page: 'same person?',
        looked: candidates.map(({ patient }) => ({ patient: patient.id, caseId: null })),
      })
      return { outcome: 'alike' as const, candidates }
    }
    return registerPatient(db, { ...signed, identity })
  })
  switch (outcome.outcome) {
    case 'registered':
      return c.redirect(await nextAfter(c, outcome.id), 303)
    case 'alike':
      return asked(c, fields, identity, outcome.candidates)
    // Registered meanwhile by somebody else, or of a number that nobody else can have.
    case 'known':
      return asked(c, fields, identity, [{ patient: outcome.patient, likeness: 'same-number', score: 100 }])
    case 'refused':
      return showForm(
        c,
        fields,
        outcome.problems.map(({ path, words }) => ({ field: path.split('.').at(1) ?? '', words })),
      )
  }
}

/** Whoever registers in order to refer goes on to choose the service. */
async function nextAfter(c: PageContext, patient: string): Promise<string> {
  const refers = signedBy(c, 'case:refer')
  if (!refersNow(c) || !refers) return paths.patient(patient)
  const { person, organisation } = refers
  const draft = await inScope(c, 'case:refer', (db) =>
    startDraft(db, { person, organisation, patient, onwardOf: null }),
  )
  return paths.referPart(draft, 'service')
}

function asked(c: PageContext, fields: Fields, identity: Identity, candidates: readonly Candidate[]) {
  return show(
    c,
    <SamePersonPage
      c={c}
      fields={fields}
      identity={identity}
      candidates={candidates}
      action={paths.patientNew(viewOf(c))}
      refers={refersNow(c)}
    />,
    409,
  )
}
