/** What to show of a cohort: the kind of figure, then what that kind has to be told. A form that needs no script. */

import { Button, Checkboxes, Select, TextInput } from 'nhsuk-react-components'
import { columnLabel, groupColumns, regressionColumns } from '#core/registry/explore/columns.ts'
import { endpointsFor } from '#core/registry/explore/endpoint.ts'
import { type OfferedKind, offeredKinds } from '#core/registry/explore/kinds.ts'
import { intervals } from '#core/registry/explore/spec.ts'
import { errorFor } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { Kept } from './add-form.tsx'
import { type ExploreView, withFigure } from './explore-view.ts'
import { OwnEndpoint } from './own-endpoint.tsx'

export interface Edition {
  readonly id: string
  readonly title: string
}

interface FigureFormProps {
  readonly view: ExploreView
  readonly editions: readonly Edition[]
}

/** Every kind with the question that it answers. */
export function Kinds({ view }: Pick<FigureFormProps, 'view'>) {
  return (
    <ul className="fp-explore__kinds" id="show">
      {offeredKinds.map(({ kind, title, asks }) => (
        <li key={kind}>
          <a
            href={`${paths.registryExplore(withFigure(view, `show=${kind}`))}#figure`}
            aria-current={view.figure.kind?.kind === kind ? 'true' : undefined}
          >
            <strong>{title}</strong>
            <span>{asks}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

export function FigureForm({ view, editions }: FigureFormProps) {
  const { figure, problems } = view
  const { kind } = figure
  if (!kind || !hasChoices(kind)) return null
  return (
    <form className="fp-explore__figure-form" method="get" action={paths.registryExplore()} noValidate>
      <Kept address={withFigure(view, `show=${kind.kind}`)} />
      <input type="hidden" name="go" value="figure" />
      {kind.takes ? <EndpointSelect view={view} kind={kind} /> : null}
      <div className="fp-explore__fields">
        {kind.by ? (
          <Select
            id="by"
            name="by"
            label="Groups by"
            defaultValue={figure.by ?? ''}
            {...errorFor(problems, 'by')}
          >
            <Select.Option value="">One group</Select.Option>
            {groupColumns.map((filter) => (
              <Select.Option key={filter.name} value={filter.name}>
                {columnLabel(filter)}
              </Select.Option>
            ))}
          </Select>
        ) : null}
        {kind.months ? (
          <TextInput
            id="months"
            name="months"
            label="Months on the axis"
            width={4}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={figure.months}
            {...errorFor(problems, 'months')}
          />
        ) : null}
        {kind.interval ? (
          <Select
            id="interval"
            name="interval"
            label="Confidence interval"
            defaultValue={figure.interval}
            {...errorFor(problems, 'interval')}
          >
            {intervals.map((interval) => (
              <Select.Option key={interval} value={interval}>
                {intervalWords[interval]}
              </Select.Option>
            ))}
          </Select>
        ) : null}
        {kind.edition ? (
          <Select
            id="edition"
            name="edition"
            label="Census"
            defaultValue={figure.edition ?? ''}
            {...errorFor(problems, 'edition')}
          >
            {editions.map(({ id, title }) => (
              <Select.Option key={id} value={id}>
                {title}
              </Select.Option>
            ))}
          </Select>
        ) : null}
      </div>
      {kind.columns ? <input type="hidden" name="columns" value="" /> : null}
      {kind.columns ? <ColumnChoices view={view} kind={kind} /> : null}
      <div className="fp-actions">
        <Button secondary>Draw the figure</Button>
      </div>
    </form>
  )
}

const intervalWords = { 'log-log': 'Log-log', log: 'Log', plain: 'Plain' } as const

const hasChoices = ({ takes, by, months, columns, edition }: OfferedKind) =>
  Boolean(takes || by || months || columns || edition)

function EndpointSelect({ view, kind }: { readonly view: ExploreView; readonly kind: OfferedKind }) {
  const id = view.figure.endpoint?.id ?? ''
  return (
    <>
      <Select
        id="endpoint"
        name="endpoint"
        label="Endpoint"
        defaultValue={id}
        {...errorFor(view.problems, 'endpoint')}
      >
        {id === '' ? <Select.Option value="">Select one</Select.Option> : null}
        {endpointsFor(kind).map((each) => (
          <Select.Option key={each.id} value={each.id}>
            {each.title}
          </Select.Option>
        ))}
        <Select.Option value="own">A definition of your own</Select.Option>
      </Select>
      {id === 'own' ? <OwnEndpoint view={view} kind={kind} /> : null}
    </>
  )
}

function ColumnChoices({ view, kind }: { readonly view: ExploreView; readonly kind: OfferedKind }) {
  const adjusts = kind.columns === 'any'
  return (
    <Checkboxes
      id="columns"
      name="columns"
      small
      legend={adjusts ? 'Adjusted for' : 'Compared by'}
      legendProps={{ size: 's' }}
      hint={
        adjusts
          ? 'None: what was observed, as it is. At most 8.'
          : 'Each adjusted for all the others. At most 8.'
      }
      className="fp-explore__options"
      {...errorFor(view.problems, 'columns')}
    >
      {regressionColumns.map((filter, index) => (
        <Checkboxes.Item
          key={filter.name}
          id={`columns-${index + 1}`}
          value={filter.name}
          defaultChecked={view.figure.columns.includes(filter.name)}
        >
          {columnLabel(filter)}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  )
}
