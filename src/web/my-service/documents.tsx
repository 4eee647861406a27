/** The documents that belong to an entry, and the form that adds one. */

import { Button, TextInput } from 'nhsuk-react-components'
import { document } from '#core/service/kinds/said-of.ts'
import { acceptAttribute, acceptedWords, sizeWords, typeWords } from '#store/files/accepted-file.ts'
import { dateWords } from '../components/dates.ts'
import { FileField } from '../components/file-field.tsx'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import type { EntryAt } from './at.ts'
import { newFormId } from './statement.ts'

interface DocumentsProps {
  readonly at: EntryAt
  readonly names: ReadonlyMap<string, string>
  readonly returned?: { readonly title: string; readonly problems: readonly FieldProblem[] }
}

export function Documents({ at, names, returned }: DocumentsProps) {
  const { code, course, stated } = at
  const held = course.of(document).filter(({ body }) => course.standing(body.of)?.first === stated.first)
  if (held.length === 0 && !at.mayRecord) return null
  return (
    <section aria-labelledby="documents">
      <h2 className="nhsuk-heading-m" id="documents">
        Documents
      </h2>
      {held.length === 0 ? <p>None is recorded.</p> : null}
      <ul className="fp-said">
        {held.map(({ entry, body, author, recordedAt }) => (
          <li key={entry}>
            <a href={paths.myServiceEntry(code, entry, 'file')}>{body.title}</a> (
            {typeWords[body.type] ?? body.type}, {sizeWords(body.bytes)})
            <span className="fp-quiet">
              {dateWords(recordedAt)}, {names.get(author) ?? 'a colleague'}. SHA-256{' '}
              <span className="fp-digest">{body.digest.slice(0, 16)}…</span>
            </span>
          </li>
        ))}
      </ul>
      {at.mayRecord ? (
        <DocumentForm
          at={at}
          returned={returned}
          isAwaited={at.kind.name === 'attestation' && held.length === 0}
        />
      ) : null}
    </section>
  )
}

interface DocumentFormProps {
  readonly at: EntryAt
  readonly returned: DocumentsProps['returned']
  /** The entry says little without one. */
  readonly isAwaited: boolean
}

function DocumentForm({ at, returned, isAwaited }: DocumentFormProps) {
  const problems = returned?.problems ?? []
  return (
    <details className="nhsuk-details" open={problems.length > 0 || isAwaited}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Add a document</span>
      </summary>
      <div className="nhsuk-details__text">
        <form
          method="post"
          action={paths.myServiceEntry(at.code, at.stated.first, 'documents')}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="id" value={newFormId()} />
          <TextInput
            id="title"
            name="title"
            label="What it is"
            labelProps={{ size: 's' }}
            hint="Without a patient’s name"
            defaultValue={returned?.title ?? ''}
            {...errorFor(problems, 'title')}
          />
          <FileField
            name="file"
            label="File"
            hint={`${acceptedWords}. Without anything that identifies a patient.`}
            accept={acceptAttribute}
            problems={problems}
          />
          <Button small preventDoubleClick>
            Add document
          </Button>
        </form>
      </div>
    </details>
  )
}
