/** One part of a section in the form: its words, its source, and what its section needs beside. */

import { Select, Textarea, TextInput } from 'nhsuk-react-components'
import { pictograms } from '#core/leaflet/pictograms.ts'
import { PLAIN_SOURCES } from '#core/plain/sources.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { type EditedSection, mainColumn, type Row } from './rows.ts'

interface RowFieldsProps {
  readonly section: EditedSection
  readonly row: Row
  readonly index: number
  readonly problems: readonly FieldProblem[]
  /** Of a variant: what the master says here; null: nothing. Undefined: this is the master. */
  readonly master: string | null | undefined
  readonly reason: string | undefined
}

const mainLabels: Readonly<Partial<Record<EditedSection, string>>> = {
  'when-to-call': 'What to look out for',
  questions: 'Question',
  risks: 'What happens, and what is done about it',
}

export function RowFields({ section, row, index, problems, master, reason }: RowFieldsProps) {
  const main = mainColumn(section)
  const of = (column: string) => ({
    id: `${index}-${column}`,
    name: `${index}.${column}`,
    defaultValue: row[column] ?? '',
    ...errorFor(problems, `${index}-${column}`),
  })
  return (
    <fieldset className="nhsuk-fieldset fp-leaflet-row">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">
        {row.id ? `Part ${index + 1}` : 'A new part'}
      </legend>
      <input type="hidden" name={`${index}.id`} value={row.id ?? ''} />
      {section === 'risks' ? <TextInput label="Risk" {...of('name')} /> : null}
      <Textarea label={mainLabels[section] ?? 'What it says'} rows={3} {...of(main)} />
      {master !== undefined && row.id ? (
        <p className="nhsuk-hint">The master says: {master ?? 'nothing here'}</p>
      ) : null}
      <div className="fp-leaflet-row__beside">
        {section === 'when-to-call' ? (
          <Select label="How fast" {...of('urgency')}>
            <Select.Option value="same-day">Ring the team the same day</Select.Option>
            <Select.Option value="999">Call 999 at once</Select.Option>
          </Select>
        ) : null}
        {section === 'easy-read' ? (
          <Select label="Picture" {...of('picture')}>
            {pictograms.map((picture) => (
              <Select.Option key={picture} value={picture}>
                {picture}
              </Select.Option>
            ))}
          </Select>
        ) : null}
        {section === 'risks' ? <Often of={of} /> : null}
        {section === 'questions' ? null : <Sources of={of} />}
        <TextInput label="Place" width={3} inputMode="numeric" {...of('order')} />
      </div>
      {master !== undefined && row.id && section !== 'questions' ? (
        <TextInput
          label="Reason, where it differs from the master"
          {...of('reason')}
          defaultValue={row.reason ?? reason ?? ''}
        />
      ) : null}
    </fieldset>
  )
}

interface FieldOf {
  readonly of: (column: string) => {
    readonly id: string
    readonly name: string
    readonly defaultValue: string
    readonly error?: string
  }
}

function Often({ of }: FieldOf) {
  return (
    <>
      <TextInput label="From" hint="Empty: not known" width={4} inputMode="decimal" {...of('from')} />
      <TextInput label="To" width={4} inputMode="decimal" {...of('to')} />
      <Select label="In every" {...of('per')}>
        {['100', '1000', '10000'].map((per) => (
          <Select.Option key={per} value={per}>
            {Number(per).toLocaleString('en-GB')}
          </Select.Option>
        ))}
      </Select>
    </>
  )
}

function Sources({ of }: FieldOf) {
  return (
    <>
      <Select label="Source" {...of('source')}>
        <Select.Option value="for-review">None: for a clinician to review</Select.Option>
        {Object.entries(PLAIN_SOURCES).map(([id, { title, publisher }]) => (
          <Select.Option key={id} value={id}>
            {publisher}: {title}
          </Select.Option>
        ))}
      </Select>
      <TextInput label="Where in it" {...of('at')} />
    </>
  )
}
