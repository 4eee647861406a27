/** What changed between two versions of a leaflet, part by part, word by word. */

import { diffWords } from 'diff'
import type { ReactNode } from 'react'
import type { PartChange } from '#core/leaflet/compare.ts'

/** Each change under the heading where it stands. `beside` adds something to a change: a choice, a reason. */
export function Comparison({
  changes,
  beside,
  empty = 'Nothing differs.',
}: {
  readonly changes: readonly PartChange[]
  readonly beside?: (change: PartChange) => ReactNode
  readonly empty?: string
}) {
  if (changes.length === 0) return <p>{empty}</p>
  return (
    <ol className="fp-comparison">
      {changes.map((change) => (
        <li key={change.path} className="fp-comparison__change">
          <h3 className="nhsuk-heading-s">
            {change.under} <span className="fp-comparison__how">{howWords(change)}</span>
          </h3>
          <p className="fp-comparison__words">
            <Words change={change} />
          </p>
          {beside?.(change)}
        </li>
      ))}
    </ol>
  )
}

function howWords({ before, after, kind }: PartChange): string {
  const how = before === null ? 'new' : after === null ? 'taken out' : 'changed'
  return kind === 'clinical' ? `${how}, clinical` : how
}

/** Taken out words are struck through, new ones underlined; both are marked for whoever does not see that. */
function Words({ change: { before, after } }: { readonly change: PartChange }) {
  return diffWords(before ?? '', after ?? '').map(({ value, added, removed }, index) => {
    const key = `${index}${value}`
    if (added)
      return (
        <ins key={key}>
          <span className="nhsuk-u-visually-hidden">[new: </span>
          {value}
          <span className="nhsuk-u-visually-hidden">]</span>
        </ins>
      )
    if (removed)
      return (
        <del key={key}>
          <span className="nhsuk-u-visually-hidden">[taken out: </span>
          {value}
          <span className="nhsuk-u-visually-hidden">]</span>
        </del>
      )
    return <span key={key}>{value}</span>
  })
}
