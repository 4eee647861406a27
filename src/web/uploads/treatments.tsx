/** Past treatments as they stand: a list by the service's own key, one with its record, and its withdrawal. */

import { Button, Radios, SummaryList, Tag, TextInput } from 'nhsuk-react-components'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { type Field, fieldOf } from '#core/record/field.ts'
import { kindOf } from '#core/record/kind.ts'
import { pastTreatmentFields } from '#core/registry/past-treatment.ts'
import { withdrawalField } from '#core/registry/past-withdrawn.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { keysOf } from '#store/upload/key.ts'
import { type PastRecord, pastById, pastOf, pastOnPage, withdrawPast } from '#store/upload/past.ts'
import { dateTimeWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { signer, type UploadsAt, uploadsAt } from './at.ts'
import { UploadsFrame } from './frame.tsx'
import { counted } from './words.ts'

export async function treatmentsPage(c: PageContext) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  const page = pageNumber(c.req.query('page'))
  const key = (c.req.query('key') ?? '').trim().slice(0, 60) || undefined
  const { rows, total } = await inScope(c, 'upload:see', (db) => pastOf(db, at.code, { page, key }))
  return show(
    c,
    <UploadsFrame c={c} at={at} part="treatments" title="Past treatments" wide>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.name}</span>
        Past treatments
      </h1>
      <form method="get" action={paths.uploadsPart(at.code, 'treatments')} className="fp-upload-find">
        <TextInput
          id="key"
          name="key"
          label="Your own key of the treatment"
          labelProps={{ size: 's' }}
          width={20}
          defaultValue={key ?? ''}
        />
        <Button small secondary>
          Find
        </Button>
      </form>
      <DataTable
        stacks
        caption={key ? `With the key ${key}` : counted(total, 'past treatment')}
        rows={rows}
        keyOf={({ id }) => id}
        empty={key ? 'None has this key.' : 'None was uploaded yet.'}
        columns={[
          {
            heading: 'Your key',
            names: true,
            cell: (row) => (
              <a className="fp-wrap" href={paths.uploadTreatment(at.code, row.id)}>
                {row.key}
              </a>
            ),
          },
          { heading: 'Treated', cell: ({ treatedOn }) => dayWords(treatedOn) },
          { heading: 'Procedure', cell: ({ procedure }) => procedureName(procedure) },
          {
            heading: 'Patient',
            cell: ({ isLinked }) => (isLinked ? 'Registered at your hospital' : 'Not registered here'),
          },
          { heading: 'State', cell: (row) => <State of={row} /> },
        ]}
      />
      <Pager
        page={page}
        pages={Math.ceil(total / pastOnPage)}
        hrefOf={(number) => paths.uploadsPart(at.code, 'treatments', { page: String(number), key })}
      />
    </UploadsFrame>,
  )
}

const State = ({ of }: { readonly of: { readonly withdrawnAt: Date | null } }) =>
  of.withdrawnAt ? <Tag color="grey">Withdrawn</Tag> : <Tag color="green">In the registry</Tag>

async function treatmentAt(c: PageContext): Promise<(UploadsAt & { readonly past: PastRecord }) | null> {
  const id = c.req.param('id') ?? ''
  const at = isId(id) ? await uploadsAt(c) : null
  if (!at) return null
  const past = await inScope(c, 'upload:see', (db) => pastById(db, id))
  return past?.organisation === at.code ? { ...at, past } : null
}

export async function treatmentPage(c: PageContext, problems: readonly FieldProblem[] = []) {
  const at = await treatmentAt(c)
  if (!at) return notFound(c)
  const { past } = at
  const { db } = c.var.store
  const [people, keys] = await Promise.all([
    authorNames(
      db,
      past.entries.map(({ author }) => author),
    ),
    inScope(c, 'upload:see', (own) => keysOf(own, at.code)),
  ])
  const names = new Map([
    ...people,
    ...keys.map(({ id, name }) => [`key:${id}`, `The key “${name}”`] as const),
  ])
  return show(
    c,
    <UploadsFrame
      c={c}
      at={at}
      title={`Past treatment ${past.key}`}
      above={[{ text: 'Past treatments', href: paths.uploadsPart(at.code, 'treatments') }]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l fp-wrap">
        <span className="nhsuk-caption-l">{procedureName(past.procedure)}</span>
        {past.key} <State of={past} />
      </h1>
      {past.body ? <Said body={past.body} /> : <p>What it said was erased.</p>}
      <h2 className="nhsuk-heading-m">Record</h2>
      <ol className="fp-said" reversed>
        {past.entries.toReversed().map((entry) => (
          <li key={entry.id}>
            {entry.corrects ? 'Corrected' : (kindOf(entry.kind, entry.version)?.title ?? entry.kind)}
            <span className="fp-quiet">
              : {dateTimeWords(entry.recordedAt)}, {names.get(entry.author) ?? 'a colleague'}
            </span>
          </li>
        ))}
      </ol>
      {at.mayManage && !past.withdrawnAt ? <WithdrawForm at={at} problems={problems} /> : null}
    </UploadsFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

/** Each field but those that say who the patient is. */
function Said({ body }: { readonly body: Readonly<Record<string, unknown>> }) {
  const rows = Object.entries(pastTreatmentFields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    const value = body[name]
    if (!field || value === undefined || name === 'localKey') return []
    const words =
      name === 'patient' || name === 'birthOn' ? 'Recorded, and not shown here' : wordsOf(field, value)
    return [{ label: field.label, words }]
  })
  return (
    <SummaryList>
      {rows.map(({ label, words }) => (
        <SummaryList.Row key={label}>
          <SummaryList.Key>{label}</SummaryList.Key>
          <SummaryList.Value>{words}</SummaryList.Value>
        </SummaryList.Row>
      ))}
    </SummaryList>
  )
}

function wordsOf(field: Field, value: unknown): string {
  switch (field.input) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? String(value)
    case 'number':
      return `${value}${field.unit ? ` ${field.unit}` : ''}`
    case 'date':
      return dayWords(String(value))
    case 'yes-no':
      return value === true ? 'Yes' : 'No'
    case 'procedure':
      return procedureName(String(value))
    case 'list':
      return (value as readonly Readonly<Record<string, unknown>>[])
        .map((item) =>
          Object.entries(item)
            .map(([name, each]) => {
              const part = field.fields[name] && fieldOf(field.fields[name])
              return part ? wordsOf(part, each) : ''
            })
            .join(', '),
        )
        .join('; ')
    default:
      return String(value)
  }
}

function WithdrawForm({
  at,
  problems,
}: {
  readonly at: UploadsAt & { readonly past: PastRecord }
  readonly problems: readonly FieldProblem[]
}) {
  const field = fieldOf(withdrawalField)
  return (
    <form method="post" action={paths.uploadTreatment(at.code, at.past.id, 'withdraw')} noValidate>
      <h2 className="nhsuk-heading-m">Withdraw it from the registry</h2>
      <Radios
        id="reason"
        name="reason"
        legend="Why"
        legendProps={{ size: 's' }}
        {...errorFor(problems, 'reason')}
      >
        {(field?.input === 'choice' ? field.options : []).map(({ value, label }) => (
          <Radios.Item key={value} value={value}>
            {label}
          </Radios.Item>
        ))}
      </Radios>
      <Button secondary preventDoubleClick>
        Withdraw
      </Button>
    </form>
  )
}

export async function withdraw(c: PageContext) {
  const at = await treatmentAt(c)
  if (!at) return notFound(c)
  const reason = withdrawalField.safeParse((await fieldsOf(c)).reason)
  if (!reason.success) return treatmentPage(c, [{ field: 'reason', words: 'Select why' }])
  const { author, role } = signer(c, at.code)
  const given = { id: at.past.id, organisation: at.code, author, role, reason: reason.data }
  const done = await inScope(c, 'upload:manage', (db) => withdrawPast(db, given, c.var.now()))
  const words = done ? 'withdrawn' : 'already-withdrawn'
  return c.redirect(`${paths.uploadTreatment(at.code, at.past.id)}?done=${words}`, 303)
}
