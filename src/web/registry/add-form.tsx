/** The choices of one column, with how many treatments each would leave; a form that needs no script. */

import { Button, Checkboxes, Radios, Select } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { columnOf, type FilterColumn } from '#core/registry/cohort/columns.ts'
import { dayText } from '#core/registry/cohort/days.ts'
import { upTo } from '#core/registry/cohort/sentence.ts'
import { type Names, valuesOf } from '#core/registry/cohort/values.ts'
import { bandsOf } from '#core/registry/figure/bands.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { KnownLinks } from './cohort-panel.tsx'
import { type OptionCounts, shownWords } from './counts.tsx'
import { type ExploreView, without } from './explore-view.ts'

interface AddFormProps {
  readonly view: ExploreView
  readonly filter: FilterColumn
  readonly names: Names
  readonly options: OptionCounts
  /** Of the snapshot, the latest first. */
  readonly years: readonly number[]
}

export function AddForm({ view, filter, names, options, years }: AddFormProps) {
  const { label, meaning } = columnOf(filter)
  return (
    <form
      className="fp-explore__choose"
      id="choose"
      method="get"
      action={paths.registryExplore()}
      noValidate
      data-explore-count={paths.registryExploreCount()}
    >
      <Kept address={without(view, filter.name)} />
      <input type="hidden" name="add" value={filter.name} />
      <input type="hidden" name="go" value="cohort" />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{label}</legend>
        <p className="nhsuk-hint">{meaning}.</p>
        {filter.asks === 'values' ? (
          <Values view={view} filter={filter} names={names} options={options} />
        ) : filter.asks === 'days' ? (
          <Days view={view} filter={filter} years={years} />
        ) : (
          <Range view={view} filter={filter} />
        )}
      </fieldset>
      {filter.always ? null : (
        <p>
          Or where it is <KnownLinks view={view} filter={filter} />
        </p>
      )}
      <div className="fp-actions">
        <Button secondary>Use this condition</Button>
        <a href={`${paths.registryExplore(view.address)}#cohort`}>Cancel</a>
      </div>
    </form>
  )
}

/** The rest of an address as hidden fields, so that a form that is sent keeps it. */
export function Kept({ address }: { readonly address: string }) {
  return [...new URLSearchParams(address)].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

type PartProps = Pick<AddFormProps, 'view' | 'filter'>

/** ICD-10 categories are not listed here: those that occur are. */
function Values({ view, filter, names, options }: Omit<AddFormProps, 'years'>) {
  const listed = valuesOf(filter, names)
  const values =
    listed.length > 0 ? listed : [...options.keys()].sort().map((value) => ({ value, label: value }))
  const condition = view.cohort.conditions.find(({ column }) => column === filter.name)
  const chosen = condition?.is === 'one-of' ? condition.values : []
  const present = values.filter(({ value }) => chosen.includes(value) || (options.get(value) ?? 0) !== 0)
  const absent = values.filter((each) => !present.includes(each))
  // Places are shown one at a time: of several together, one could be worked out.
  const Options = filter.group === 'where' ? Radios : Checkboxes
  if (values.length === 0) return <p>None occurs in this cohort.</p>
  return (
    <>
      {present.length === 0 ? null : (
        <Options name={filter.name} className="fp-explore__options">
          {present.map(({ value, label }, index) => (
            <Options.Item
              key={value}
              id={`${filter.name}-${index + 1}`}
              value={value}
              defaultChecked={chosen.includes(value)}
            >
              {label} <OptionCount count={options.get(value)} />
            </Options.Item>
          ))}
        </Options>
      )}
      {absent.length === 0 ? null : (
        <p className="fp-quiet">None in this cohort: {absent.map(({ label }) => label).join(', ')}.</p>
      )}
    </>
  )
}

function OptionCount({ count }: { readonly count: number | '*' | undefined }) {
  if (count === undefined) return null
  return (
    <span className="fp-explore__option">
      <span className="nhsuk-u-visually-hidden">: </span>
      {shownWords(count)}
      <span className="nhsuk-u-visually-hidden"> treatments</span>
    </span>
  )
}

/** Limits are those of fixed bands, so that what is chosen is what is shown. */
function Range({ view, filter }: PartProps) {
  const { name } = filter
  const column = columnOf(filter)
  const unit = 'unit' in column && column.unit ? ` ${column.unit}` : ''
  const bands = bandsOf(name) ?? []
  const given = rangeOf(view, name)
  const limits = { from: bands.map(({ from }) => from), to: bands.map(({ to }) => to) }
  return (
    <div className="fp-explore__range">
      <Limit
        id={`${name}-from`}
        label="From"
        none="No lower limit"
        chosen={given.from}
        problems={view.problems}
      >
        {limits.from.map(
          (limit) => limit !== null && <Choice key={limit} limit={limit} words={`${limit}${unit}`} />,
        )}
      </Limit>
      <Limit id={`${name}-to`} label="To" none="No upper limit" chosen={given.to} problems={view.problems}>
        {limits.to.map(
          (limit) => limit !== null && <Choice key={limit} limit={limit} words={`${upTo(limit)}${unit}`} />,
        )}
      </Limit>
    </div>
  )
}

/** By whole years: a finer limit could set one patient apart from the next. */
function Days({ view, filter: { name }, years }: PartProps & { readonly years: readonly number[] }) {
  const given = rangeOf(view, name)
  const yearOf = (day: number | undefined) =>
    day === undefined ? undefined : Number(dayText(day).slice(0, 4))
  return (
    <div className="fp-explore__range">
      {(['from', 'to'] as const).map((end) => (
        <Limit
          key={end}
          id={`${name}-${end}-year`}
          label={end === 'from' ? 'From' : 'To the end of'}
          none={end === 'from' ? 'The beginning' : 'The snapshot'}
          chosen={yearOf(given[end])}
          problems={view.problems}
        >
          {years.map((year) => (
            <Choice key={year} limit={year} words={String(year)} />
          ))}
        </Limit>
      ))}
    </div>
  )
}

function rangeOf(view: ExploreView, name: string): { readonly from?: number; readonly to?: number } {
  const condition = view.cohort.conditions.find((each) => each.column === name)
  return condition?.is === 'between' ? condition : {}
}

interface LimitProps {
  readonly id: string
  readonly label: string
  readonly none: string
  readonly chosen: number | undefined
  readonly problems: readonly FieldProblem[]
  readonly children: ReactNode
}

function Limit({ id, label, none, chosen, problems, children }: LimitProps) {
  return (
    <Select id={id} name={id} label={label} defaultValue={chosen ?? ''} {...errorFor(problems, id)}>
      <Select.Option value="">{none}</Select.Option>
      {children}
    </Select>
  )
}

function Choice({ limit, words }: { readonly limit: number; readonly words: string }) {
  return <Select.Option value={limit}>{words}</Select.Option>
}
