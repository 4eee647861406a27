/** Says what a page of the network rests on, and where a later edition shows. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { paths } from '../paths.ts'
import type { NetworkAt } from './at.ts'

interface AsOfProps {
  readonly at: NetworkAt
  /** The same page by another edition. */
  readonly hrefOf: (edition: string) => string
}

export function AsOf({ at: { day, network, edition, later }, hrefOf }: AsOfProps) {
  return (
    <p className="fp-quiet" data-live="as-of">
      Services and referral pathways as of {dayWords(day)}; provision by{' '}
      {edition ? (
        <a href={paths.figures(edition.id)}>{edition.title}</a>
      ) : (
        'no census, for none has opened yet'
      )}
      {edition
        ? ` (${network.provisions.size} of ${network.sites.length} services of today answered it)`
        : ''}
      .
      {later ? (
        <>
          {' '}
          {later.title} is under way: <a href={hrefOf(later.id)}>see it by its answers so far</a>.
        </>
      ) : null}
    </p>
  )
}
