/** What the columns of a file hold, to be looked over and changed; and how they differ from those of the last file. */

import { Button, Details, InsetText } from 'nhsuk-react-components'
import { uploadColumns } from '#core/registry/upload/columns.ts'
import { type Mapping, type Moved, mappingProblems } from '#core/registry/upload/mapping.ts'
import { inSentence } from '#core/sentence.ts'
import type { Upload } from '#store/upload/upload.ts'
import { paths } from '../paths.ts'
import { counted } from './words.ts'

export function MovedColumns({ moved }: { readonly moved: Moved | null }) {
  if (!moved) return null
  const { gone, added, isReordered } = moved
  return (
    <InsetText>
      <p>The columns are not those of your last file.</p>
      <ul>
        {gone.map(({ column, label }) => (
          <li key={column}>
            “{column}” is gone: it held {inSentence(label)}
          </li>
        ))}
        {added.length > 0 ? <li>New: {added.map((column) => `“${column}”`).join(', ')}</li> : null}
        {isReordered ? (
          <li>They stand in another order, which changes nothing: they are known by their headings</li>
        ) : null}
      </ul>
    </InsetText>
  )
}

interface MappingFormProps {
  readonly at: { readonly code: string; readonly upload: Upload }
}

export function MappingForm({ at }: MappingFormProps) {
  const { mapping } = at.upload
  const unread = mapping.filter(({ holds }) => holds === null).length
  const read = counted(mapping.length - unread, 'column is', 'columns are')
  return (
    <Details open={mappingProblems(mapping).length > 0}>
      <Details.Summary>
        What the columns hold: {read} read{unread > 0 ? `, ${unread} not` : ''}
      </Details.Summary>
      <Details.Text>
        <form
          method="post"
          action={paths.uploadOf(at.code, at.upload.id, 'mapping')}
          className="fp-upload-mapping"
        >
          {mapping.map(({ column, holds }, index) => (
            <div key={`${index}`} className="nhsuk-form-group">
              <label className="nhsuk-label fp-wrap" htmlFor={`column-${index}`}>
                {column === '' ? `Column ${index + 1}, without a heading` : column}
              </label>
              <select
                className="nhsuk-select"
                id={`column-${index}`}
                name={`column-${index}`}
                defaultValue={holds ?? ''}
              >
                <option value="">Not read</option>
                {uploadColumns.map(({ name, label, needed }) => (
                  <option key={name} value={name}>
                    {label}
                    {needed ? ' (needed)' : ''}
                  </option>
                ))}
              </select>
            </div>
          ))}
          <Button small preventDoubleClick>
            Check with these columns
          </Button>
        </form>
      </Details.Text>
    </Details>
  )
}

/** The mapping that the form sent, for these headings. */
export function mappingSent(columns: readonly string[], fields: Readonly<Record<string, string>>): Mapping {
  return columns.map((column, index) => ({ column, holds: fields[`column-${index}`] || null }))
}
