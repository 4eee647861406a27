/** What each column of a file of answers holds: the form, and what it sent. */

import { Button, Select } from 'nhsuk-react-components'
import type { CellTable } from '#core/census/import.ts'
import type { MappedColumn, Mapping } from '#core/census/import-mapping.ts'
import { optionsOf, type Questionnaire, questionOf } from '#core/census/questionnaire.ts'
import { DataTable } from '../components/table.tsx'
import { counted } from './step.tsx'

/** A column's use as the value of its select. */
export function choiceOf(mapped: MappedColumn): string {
  if (mapped.use === 'answer') return `answer ${mapped.question}`
  return mapped.use === 'tick' ? `tick ${mapped.question} ${mapped.value}` : mapped.use
}

interface MappingFormProps {
  readonly questionnaire: Questionnaire
  readonly staged: { readonly mapping: Mapping; readonly table: CellTable }
  readonly action: string
}

export function MappingForm({ questionnaire, staged, action }: MappingFormProps) {
  const rows = staged.mapping.map((mapped, index) => ({ mapped, index }))
  const ignored = staged.mapping.filter(({ use }) => use === 'ignored').length
  return (
    <form method="post" action={action} className="fp-mapping">
      <h2 className="nhsuk-heading-m">What each column holds</h2>
      <p>
        Guessed from the headings
        {ignored > 0 ? `; ${counted(ignored, 'column is', 'columns are')} not imported` : ''}. What you change
        is kept for the next file of this edition.
      </p>
      <DataTable
        stacks
        caption="Columns of the file"
        captionHidden
        rows={rows}
        keyOf={({ index }) => String(index)}
        columns={[
          {
            heading: 'Column',
            names: true,
            cell: ({ mapped }) => <span className="fp-wrap">{mapped.column || 'No heading'}</span>,
          },
          {
            heading: 'For example',
            cell: ({ index }) => <span className="fp-wrap fp-quiet">{examplesOf(staged.table, index)}</span>,
          },
          {
            heading: 'Holds',
            cell: ({ mapped, index }) => (
              <UseSelect questionnaire={questionnaire} mapped={mapped} name={`use-${index}`} />
            ),
          },
        ]}
      />
      <Button secondary>Read it again like this</Button>
    </form>
  )
}

function examplesOf({ rows }: CellTable, index: number): string {
  const cells = rows.slice(0, 50).map(({ cells: own }) => (own[index] ?? '').trim())
  const some = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, 3)
  return some.length === 0
    ? 'Empty'
    : some.map((cell) => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)).join('; ')
}

interface UseSelectProps {
  readonly questionnaire: Questionnaire
  readonly mapped: MappedColumn
  readonly name: string
}

function UseSelect({ questionnaire, mapped, name }: UseSelectProps) {
  const many = questionnaire.questions.filter(({ type }) => type === 'many')
  return (
    <Select
      id={name}
      name={name}
      label={`What ${mapped.column || 'the column without a heading'} holds`}
      labelProps={{ className: 'nhsuk-u-visually-hidden' }}
      defaultValue={choiceOf(mapped)}
    >
      <Select.Option value="ignored">Not imported</Select.Option>
      <Select.Option value="organisation">The organisation: its code or name</Select.Option>
      <optgroup label="The answer to">
        {questionnaire.questions.map(({ id, asks }) => (
          <option key={id} value={`answer ${id}`}>
            {asks}
          </option>
        ))}
      </optgroup>
      {many.map((question) => (
        <optgroup key={question.id} label={`One answer, ticked: ${question.asks}`}>
          {optionsOf(question).map(({ value, label }) => (
            <option key={value} value={`tick ${question.id} ${value}`}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  )
}

/** What a select sent; whatever is not among its options leaves the column as it was. */
export function readUse(questionnaire: Questionnaire, before: MappedColumn, sent: string): MappedColumn {
  const { column } = before
  const [use, id = '', value = ''] = sent.split(' ')
  if (sent === choiceOf(before)) return before
  if (use === 'ignored' || use === 'organisation') return { column, use }
  const question = questionOf(questionnaire, id)
  if (!question) return before
  if (use === 'answer') return { column, use, question: id }
  const known = optionsOf(question).some((option) => option.value === value)
  return use === 'tick' && known ? { column, use, question: id, value } : before
}
