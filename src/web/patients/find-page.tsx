/** Finding a patient: by number, or by name and birth date; what is found, a page at a time. */

import { Button } from 'nhsuk-react-components'
import { ageWords } from '#core/patient/age.ts'
import { nameOf, type Patient } from '#core/patient/patient.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import type { Fields } from '../components/form.ts'
import { Pager } from '../components/pager.tsx'
import { Finder } from '../components/patient-finder.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { numberWords } from './words.ts'

interface FindPageProps {
  readonly c: PageContext
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  /** Null: nothing was asked for yet. */
  readonly found: Found | null
  /** Somebody is looked for in order to refer them. */
  readonly refers: boolean
  readonly registers: boolean
  /** They may open a patient elsewhere. */
  readonly breaksGlass: boolean
}

export interface Found {
  /** Of the search, for the addresses of its pages. */
  readonly search: string
  readonly patients: readonly Patient[]
  readonly total: number
  /** More were found than are listed. */
  readonly isCut: boolean
  /** Nobody was found, and the number has a digit wrong. */
  readonly isMistyped: boolean
  readonly page: number
  readonly pages: number
}

export function FindPage({ c, fields, problems, found, refers, registers, breaksGlass }: FindPageProps) {
  const title = refers ? 'Refer a patient' : 'Patients'
  const view = refers ? { for: 'refer' } : {}
  return (
    <Page
      c={c}
      title={title}
      here={refers ? paths.refer() : paths.cases()}
      {...(refers ? { backHref: paths.refer() } : { breadcrumbs: [{ text: 'Cases', href: paths.cases() }] })}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">{refers ? 'Who is the patient?' : 'Patients'}</h1>
      {found ? <Results c={c} found={found} refers={refers} registers={registers} /> : null}
      {found ? <h2 className="nhsuk-heading-m">Look again</h2> : null}
      <Finder action={paths.patients(view)} fields={fields} problems={problems} />
      {breaksGlass ? (
        <p className="nhsuk-u-reading-width">
          In front of you, and treated by another organisation?{' '}
          <a href={paths.breakGlass()}>Find a patient elsewhere</a>, with a reason.
        </p>
      ) : null}
    </Page>
  )
}

interface ResultsProps {
  readonly c: PageContext
  readonly found: Found
  readonly refers: boolean
  readonly registers: boolean
}

function Results({ c, found, refers, registers }: ResultsProps) {
  const { search, patients, total, isCut, isMistyped, page, pages } = found
  const view = { search, ...(refers ? { for: 'refer' } : {}) }
  return (
    <>
      {isMistyped ? (
        <div className="nhsuk-inset-text nhsuk-u-reading-width">
          <p>
            These ten digits are no NHS, CHI or Health and Care number: one of them is wrong. Check the number
            against the letter or wristband before you register anyone.
          </p>
        </div>
      ) : null}
      <DataTable
        stacks
        caption={captionOf(total, isCut)}
        rows={patients}
        keyOf={({ id }) => id}
        empty="Nobody known to your organisation is like that. Look again, or register the patient."
        columns={[
          {
            heading: 'Name',
            names: true,
            cell: (patient) =>
              refers ? nameOf(patient) : <a href={paths.patient(patient.id)}>{nameOf(patient)}</a>,
          },
          { heading: 'Number', cell: (patient) => numberWords(patient) },
          {
            heading: 'Born',
            cell: (patient) => `${dateWords(patient.birthOn)}, ${ageWords(patient, isoDay(c.var.now()))}`,
          },
          { heading: 'Postcode', cell: ({ postcode }) => postcode ?? 'Not recorded' },
          ...(refers
            ? [{ heading: 'Refer', cell: (patient: Patient) => <ReferButton patient={patient} /> }]
            : []),
        ]}
      />
      <Pager
        page={page}
        pages={pages}
        hrefOf={(number) => paths.patients({ ...view, page: String(number) })}
      />
      {registers ? (
        <p>
          Not there? <a href={paths.patientNew(view)}>Register a new patient</a>
        </p>
      ) : null}
    </>
  )
}

function captionOf(total: number, isCut: boolean): string {
  if (total === 0) return 'Nobody was found'
  if (isCut) return `The first ${total} patients: add the date of birth to find fewer`
  return `${total} ${total === 1 ? 'patient' : 'patients'} found`
}

function ReferButton({ patient }: { readonly patient: Patient }) {
  return (
    <form method="post" action={paths.refer()}>
      <input type="hidden" name="patient" value={patient.id} />
      <Button small secondary preventDoubleClick>
        Refer<span className="nhsuk-u-visually-hidden"> {nameOf(patient)}</span>
      </Button>
    </form>
  )
}
