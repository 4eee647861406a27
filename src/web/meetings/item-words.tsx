/** What stands of a case at a meeting: what was written about it so far, or recorded. */

import { procedureName } from '#core/catalogue/procedures.ts'
import type { Item } from '#store/meeting/meeting.ts'
import { recommendations } from './view.ts'

/** What stands, for everybody; changes while the page is open. */
export function ItemWordsShown({ item }: { readonly item: Item }) {
  const recommended = item.recommendation
    ? (recommendations.get(item.recommendation) ?? item.recommendation)
    : null
  return (
    <section className="fp-meeting__words" data-live="words" aria-labelledby="words">
      <h2 className="nhsuk-heading-s" id="words">
        {item.state === 'discussed' ? 'Recorded' : 'So far'}
      </h2>
      <dl>
        <dt>Question</dt>
        <dd>{item.question || 'Not recorded'}</dd>
        <dt>Images</dt>
        <dd>{item.images || 'Not recorded'}</dd>
        <dt>Recommendation</dt>
        <dd className="fp-meeting__recommendation">
          {recommended ?? 'Not recorded yet'}
          {recommended && item.procedure ? `: ${procedureName(item.procedure)}` : ''}
        </dd>
        <dt>Who acts</dt>
        <dd>{item.actsNext ?? 'Not recorded'}</dd>
      </dl>
      {item.changedBy ? <p className="nhsuk-hint">Last changed by {item.changedBy}</p> : null}
    </section>
  )
}

/** The same for somebody who has the form beside it: folded away, for the form says it as well. */
export function WhatStands({ item, open }: { readonly item: Item; readonly open: boolean }) {
  return (
    <details className="nhsuk-details" open={open ? true : undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text" data-live="words-by">
          What stands now{item.changedBy ? `, last changed by ${item.changedBy}` : ''}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <ItemWordsShown item={item} />
      </div>
    </details>
  )
}
