/** The summary of what to put right, at the top of a form that came back. */

import { ErrorSummary } from 'nhsuk-react-components'

export interface FieldProblem {
  /** The id of the field that the summary leads to. */
  readonly field: string
  readonly words: string
}

export function Problems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <ErrorSummary>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {problems.map(({ field, words }) => (
          <ErrorSummary.ListItem key={field + words} href={`#${field}`}>
            {words}
          </ErrorSummary.ListItem>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  )
}

/** The words for one field, for its `error` property: spread so that no error is no property. */
export function errorFor(problems: readonly FieldProblem[], field: string): { error?: string } {
  const found = problems.find((problem) => problem.field === field)
  return found ? { error: found.words } : {}
}

/** What all fields of a form have in common: the name as id, what was typed, the words where that is wrong. */
export function inputOf<Name extends string>(
  typed: { readonly [Field in Name]?: string | null | undefined },
  problems: readonly FieldProblem[],
  name: Name,
) {
  return { id: name, name, defaultValue: typed[name] ?? '', ...errorFor(problems, name) }
}
