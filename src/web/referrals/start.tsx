/** /refer: whom to refer, and what was begun and not sent. */

import { Button } from 'nhsuk-react-components'
import { procedureName } from '#core/catalogue/procedures.ts'
import { nameOf } from '#core/patient/patient.ts'
import { noteLooks } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { patientById } from '#store/patient/patient.ts'
import { startDraft, type UnfinishedDraft, unfinishedDrafts } from '#store/referral/draft.ts'
import { dateTimeWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { Finder } from '../components/patient-finder.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { nextPart } from './draft-page.tsx'

export async function start(c: PageContext) {
  const person = c.var.person?.id ?? ''
  const { organisations } = scopeFor(c, 'case:refer')
  const { drafts, names } = await inScope(c, 'case:refer', async (db) => {
    const drafts = await unfinishedDrafts(db, person)
    await noteLooks(db, {
      person,
      organisation: organisations[0] ?? null,
      page: 'referrals in the making',
      looked: drafts.map(({ patient }) => ({ patient, caseId: null })),
    })
    const codes = drafts.flatMap(({ treating }) => (treating ? [treating] : []))
    return { drafts, names: await organisationNames(db, codes) }
  })
  return show(
    c,
    <Page c={c} title="Refer a patient" here={paths.cases()}>
      <h1 className="nhsuk-heading-l">Refer a patient</h1>
      <p className="nhsuk-u-reading-width">
        To your own service or another: who it is, which service, what for, and it is sent. What you type is
        kept until then.
      </p>
      {drafts.length > 0 ? <Drafts drafts={drafts} names={names} /> : null}
      <h2 className="nhsuk-heading-m">Who is the patient?</h2>
      <Finder action={paths.patients({ for: 'refer' })} fields={{}} problems={[]} />
      <p>
        New to your organisation? <a href={paths.patientNew({ for: 'refer' })}>Register the patient</a>
      </p>
    </Page>,
  )
}

interface DraftsProps {
  readonly drafts: readonly UnfinishedDraft[]
  readonly names: ReadonlyMap<string, string>
}

function Drafts({ drafts, names }: DraftsProps) {
  return (
    <DataTable
      stacks
      caption="Begun and not sent"
      rows={drafts}
      keyOf={({ id }) => id}
      columns={[
        { heading: 'Patient', names: true, cell: nameOf },
        {
          heading: 'For',
          cell: ({ procedure }) => (procedure ? procedureName(procedure) : 'Not chosen yet'),
        },
        {
          heading: 'To',
          cell: ({ treating }) => (treating ? (names.get(treating) ?? treating) : 'Not chosen yet'),
        },
        { heading: 'Kept', cell: ({ savedAt }) => dateTimeWords(savedAt) },
        {
          heading: 'What to do',
          cell: (draft) => (
            <form
              method="post"
              action={paths.referPart(draft.id, 'discard')}
              className="fp-actions fp-actions--row"
            >
              <a href={paths.referPart(draft.id, nextPart(draft))}>
                Go on<span className="nhsuk-u-visually-hidden"> with {nameOf(draft)}</span>
              </a>
              <Button small secondary preventDoubleClick>
                Discard<span className="nhsuk-u-visually-hidden"> {nameOf(draft)}</span>
              </Button>
            </form>
          ),
        },
      ]}
    />
  )
}

/** A patient was chosen: a draft of theirs begins, or goes on. */
export async function choosePatient(c: PageContext) {
  const { patient = '' } = await fieldsOf(c)
  const { organisations } = scopeFor(c, 'case:refer')
  const [organisation] = organisations
  if (!organisation || !isId(patient)) return notFound(c)
  const draft = await inScope(c, 'case:refer', async (db) => {
    if (!(await patientById(db, patient))) return null
    return startDraft(db, { person: c.var.person?.id ?? '', organisation, patient, onwardOf: null })
  })
  return draft ? c.redirect(paths.referPart(draft, 'service'), 303) : notFound(c)
}
