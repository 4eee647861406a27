/** Every look at the patients of an organisation, for its Caldicott guardian: by whom, when, on which page. */

import { Button, Select, TextInput } from 'nhsuk-react-components'
import {
  checkIdentifier,
  IDENTIFIER_WORDS,
  type IdentifierSystem,
  identifierSystems,
} from '#core/patient/identifiers.ts'
import { type LoggedLook, looksAt } from '#store/case/look.ts'
import { patientsWithNumber } from '#store/patient/patient.ts'
import { dateTimeWords } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import {
  type Filter,
  filterOf,
  type Narrowed,
  NarrowedBy,
  narrowedBy,
  PatientSign,
  Sections,
} from './filter.tsx'
import { pageWords } from './words.ts'

export async function looks(c: PageContext) {
  return showLooks(c, filterOf(c), {}, [])
}

/** A patient's looks, found by a number that is sent and never stands in an address. */
export async function findLooks(c: PageContext) {
  const fields = await fieldsOf(c)
  const system = identifierSystems.find((each) => each === fields.system) ?? 'nhs'
  const checked = checkIdentifier(system, fields.number ?? '')
  if (checked.problem !== undefined)
    return showLooks(c, {}, fields, [{ field: 'number', words: checked.problem }])
  const number = { system, value: checked.value }
  const [found] = await inScope(c, 'looks:see', (db) => patientsWithNumber(db, [number]))
  if (found) return c.redirect(paths.looks({ patient: found.id }), 303)
  return showLooks(c, {}, fields, [
    { field: 'number', words: 'No patient of your organisation has this number' },
  ])
}

async function showLooks(c: PageContext, filter: Filter, fields: Fields, problems: readonly FieldProblem[]) {
  const { organisations } = scopeFor(c, 'looks:see')
  const asked = Number(c.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const narrowed = await narrowedBy(c, filter)
  const found = await inScope(c, 'looks:see', (db) => looksAt(db, { organisations, ...filter }, before))
  const parts = { c, filter, narrowed, fields, problems, ...found, isFirst: before === null }
  return show(c, <LooksPage {...parts} />, problems.length > 0 ? 422 : 200)
}

interface LooksPageProps {
  readonly c: PageContext
  readonly filter: Filter
  readonly narrowed: readonly Narrowed[]
  readonly looks: readonly LoggedLook[]
  readonly more: boolean
  readonly isFirst: boolean
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function LooksPage({ c, filter, narrowed, looks, more, isFirst, fields, problems }: LooksPageProps) {
  const last = looks.at(-1)
  return (
    <Page c={c} title="Who looked" here={paths.looks()} hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Who looked</h1>
      <p className="nhsuk-lede-text">
        Each look at a patient of your organisation is kept. It cannot be changed or removed by anyone.
      </p>
      <Sections here="looks" filter={filter} />
      <NarrowedBy narrowed={narrowed} hrefOf={(each) => paths.looks({ ...each })} />
      <NumberForm fields={fields} problems={problems} />
      <DataTable
        stacks
        caption={isFirst ? 'The latest looks' : 'Earlier looks'}
        rows={looks}
        keyOf={({ id }) => String(id)}
        empty="Nobody has looked."
        columns={[
          { heading: 'When', names: true, cell: ({ at }) => dateTimeWords(at) },
          {
            heading: 'Who',
            cell: ({ person, personName }) => (
              <a href={paths.looks({ ...filter, person })}>{personName ?? 'Not known any more'}</a>
            ),
          },
          { heading: 'For', cell: ({ organisationName }) => organisationName ?? 'No organisation' },
          {
            heading: 'At',
            cell: ({ patient }) => (
              <PatientSign patient={patient} href={paths.looks({ ...filter, patient })} />
            ),
          },
          { heading: 'On', cell: ({ page }) => pageWords(page) },
        ]}
      />
      {more && last ? (
        <p>
          <a rel="next" href={paths.looks({ ...filter, before: String(last.id) })}>
            Earlier looks
          </a>
        </p>
      ) : null}
    </Page>
  )
}

interface NumberFormProps {
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function NumberForm({ fields, problems }: NumberFormProps) {
  return (
    <form className="fp-inline-form" method="post" action={paths.looks()} noValidate>
      <SystemSelect chosen={fields.system} systems={identifierSystems} />
      <TextInput
        label="A patient’s number"
        width={20}
        autoComplete="off"
        {...inputOf(fields, problems, 'number')}
      />
      <Button secondary>Show who looked at them</Button>
    </form>
  )
}

interface SystemSelectProps {
  readonly chosen: string | undefined
  readonly systems: readonly IdentifierSystem[]
}

export function SystemSelect({ chosen, systems }: SystemSelectProps) {
  return (
    <Select id="system" name="system" label="Which number" defaultValue={chosen ?? 'nhs'}>
      {systems.map((system) => (
        <Select.Option key={system} value={system}>
          {IDENTIFIER_WORDS[system]}
        </Select.Option>
      ))}
    </Select>
  )
}
