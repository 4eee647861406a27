/** Every case that the person's organisations treat or referred, newest first, with its filters. */

import { Button, Checkboxes, Select } from 'nhsuk-react-components'
import { STAGE_WORDS, type Stage, stages } from '#core/pathway/case-kind.ts'
import { ageWords } from '#core/patient/age.ts'
import { nameOf } from '#core/patient/patient.ts'
import type { ListedCase } from '#store/case/all.ts'
import { dateWords, isoDay } from '../components/dates.ts'
import { PageLinks } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { CaseActions } from './case-actions.tsx'
import { procedureWords, urgencyWords } from './list-words.tsx'

interface CasesPageProps {
  readonly c: PageContext
  readonly filter: CasesFilter
  readonly total: number
  readonly cases: readonly ListedCase[]
  readonly names: ReadonlyMap<string, string>
  readonly next: string | null
  readonly isFirst: boolean
  readonly procedures: readonly { readonly id: string; readonly name: string }[]
}

interface CasesFilter {
  readonly procedure: string
  readonly stage?: Stage | undefined
  readonly urgency?: string | undefined
  readonly side?: string | undefined
  readonly closed: boolean
}

export function CasesPage({ c, filter, total, cases, names, next, isFirst, procedures }: CasesPageProps) {
  const isNarrowed = Boolean(filter.procedure || filter.stage || filter.urgency || filter.side)
  const placeOf = (code: string | null) => (code ? (names.get(code) ?? code) : 'Not recorded')
  return (
    <Page c={c} title="Cases" here={paths.cases()} wide>
      <h1 className="nhsuk-heading-l">Cases</h1>
      <CaseActions c={c} />
      <FilterForm filter={filter} procedures={procedures} />
      <DataTable
        stacks
        caption={`${total} ${total === 1 ? 'case' : 'cases'}${isNarrowed ? ' like that' : ''}, the newest first`}
        rows={cases}
        keyOf={({ caseId }) => caseId}
        empty={
          isNarrowed
            ? 'No case is like that.'
            : 'There is no open case yet. A case appears here when a patient is referred to or by your organisation.'
        }
        columns={[
          {
            heading: 'Patient',
            names: true,
            cell: (row) => (
              <>
                <a href={paths.caseOf(row.caseId)}>{nameOf(row)}</a>
                <br />
                <span className="fp-quiet">{ageWords(row, isoDay(c.var.now()))}</span>
              </>
            ),
          },
          { heading: 'For', cell: ({ procedure }) => procedureWords(procedure) },
          {
            heading: 'Urgency',
            cell: ({ urgency }) => (urgency ? (urgencyWords[urgency] ?? urgency) : 'Not recorded'),
          },
          { heading: 'Stage', cell: ({ stage }) => STAGE_WORDS[stage] },
          { heading: 'Treated at', cell: ({ treating }) => placeOf(treating) },
          { heading: 'Referred by', cell: ({ referring }) => placeOf(referring) },
          { heading: 'Opened', cell: ({ openedAt }) => dateWords(openedAt) },
        ]}
      />
      <PageLinks first={isFirst ? null : hrefOf(filter)} next={next} />
    </Page>
  )
}

const hrefOf = ({ procedure, stage, urgency, side, closed }: CasesFilter) =>
  paths.cases({ procedure, stage, urgency, side, closed: closed ? 'yes' : '' })

interface FilterFormProps {
  readonly filter: CasesFilter
  readonly procedures: CasesPageProps['procedures']
}

function FilterForm({ filter, procedures }: FilterFormProps) {
  return (
    <form
      method="get"
      action={paths.cases()}
      className="fp-inline-form fp-screen-only"
      aria-label="Which cases"
    >
      <Choice
        name="stage"
        label="Stage"
        value={filter.stage}
        options={stages.map((stage) => [stage, STAGE_WORDS[stage]])}
      />
      <Choice
        name="procedure"
        label="Procedure"
        value={filter.procedure}
        options={procedures.map(({ id, name }) => [id, name])}
      />
      <Choice name="urgency" label="Urgency" value={filter.urgency} options={Object.entries(urgencyWords)} />
      <Choice
        name="side"
        label="Whose"
        value={filter.side}
        options={[
          ['treating', 'Treated by us'],
          ['referring', 'Referred by us'],
        ]}
      />
      <Checkboxes id="closed" name="closed" small>
        <Checkboxes.Item value="yes" defaultChecked={filter.closed}>
          Closed ones as well
        </Checkboxes.Item>
      </Checkboxes>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
}

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <Select id={name} name={name} label={label} defaultValue={value ?? ''}>
      <Select.Option value="">Any</Select.Option>
      {options.map(([option, words]) => (
        <Select.Option key={option} value={option}>
          {words}
        </Select.Option>
      ))}
    </Select>
  )
}
