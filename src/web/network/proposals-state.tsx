/** Where a question stands: its tag, its progress, and a moment's wait for what is quick. */

import { setTimeout as pause } from 'node:timers/promises'
import { Tag } from 'nhsuk-react-components'
import { type Proposal, proposalStand } from '#store/network/proposal.ts'
import type { ProposalState } from '#store/network/proposal-tables.ts'
import type { Database } from '#store/open.ts'
import { Fact } from '../components/fact.tsx'
import { paths } from '../paths.ts'

export const isWaiting = (state: ProposalState): boolean => state === 'queued' || state === 'running'

const words: Readonly<Record<ProposalState, string>> = {
  queued: 'Waits its turn',
  running: 'Being computed',
  done: 'Answered',
  stopped: 'Stopped at its time limit',
  failed: 'Broke off',
  cancelled: 'Cancelled',
}

const colours = {
  queued: 'grey',
  running: 'blue',
  done: 'green',
  stopped: 'yellow',
  failed: 'red',
  cancelled: 'grey',
} as const

export function StateTag({ state }: { readonly state: ProposalState }) {
  return <Tag modifier={colours[state]}>{words[state]}</Tag>
}

const longestMs = 900
const lookMs = 60

/** Returns when it is answered or has ended, or after a moment. */
export async function settled(db: Database, id: string): Promise<void> {
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    const stand = await proposalStand(db, id)
    if (!stand || !isWaiting(stand.state)) return
    await pause(lookMs)
  }
}

/** How far it is: what an open page fetches again and again. */
export function ProgressOf({
  proposal,
  mayCancel,
}: {
  readonly proposal: Proposal
  readonly mayCancel: boolean
}) {
  const { id, state, progress, askedBy } = proposal
  const { phase, gap, seconds } = progress
  return (
    <div data-state={state}>
      <p className="nhsuk-lede-text" data-live-words="">
        {state === 'queued'
          ? 'It waits until another computation ends.'
          : `${phase ?? 'It is being computed'}.`}
      </p>
      <dl className="nhsuk-summary-list">
        <Fact term="Asked by">{askedBy}. Whoever asks the same meanwhile sees this one</Fact>
        <Fact term="Time so far">{seconds === null ? 'Not begun' : `${Math.round(seconds)} seconds`}</Fact>
        <Fact term="Best found, from the best possible">{gapWords(gap)}</Fact>
      </dl>
      <div className="fp-actions">
        {mayCancel ? (
          <form method="post" action={paths.networkProposal(id, 'cancel')}>
            <button className="nhsuk-button nhsuk-button--secondary" type="submit">
              Cancel the computation
            </button>
          </form>
        ) : null}
        <a href={paths.networkProposal(id)}>See where it stands now</a>
      </div>
    </div>
  )
}

const gapWords = (gap: number | null): string =>
  gap === null ? 'Not known yet' : gap <= 0 ? 'Nothing: proven best' : `Within ${(gap * 100).toFixed(2)}%`
