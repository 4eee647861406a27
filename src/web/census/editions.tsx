/** Every edition of the census, the latest first, and where a new one is made. */

import { Button } from 'nhsuk-react-components'
import { percent } from '#core/census/percent.ts'
import { type EditionSummary, editionSummaries } from '#store/census/room/editions.ts'
import { dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { StateTag } from './frame.tsx'

export async function editionsPage(c: PageContext) {
  const editions = await editionSummaries(c.var.store.db)
  const leads = may(c, 'census:lead')
  return show(
    c,
    <Page c={c} title="Census" here={paths.census()}>
      <Told c={c} />
      <h1 className="nhsuk-heading-l">Census</h1>
      <p>
        An edition asks every organisation the same questions, as of one date. Open one to see who has
        answered and what to do next.
      </p>
      {leads ? <Button href={paths.censusNew()}>Make an edition</Button> : null}
      {editions.length === 0 ? <NoEditions leads={leads} /> : <EditionTable editions={editions} />}
    </Page>,
  )
}

function NoEditions({ leads }: { readonly leads: boolean }) {
  return (
    <p className="nhsuk-body">
      {leads
        ? 'There is no edition yet. Make one, then open it: nobody is written to until you invite them.'
        : 'There is no edition yet. The census lead makes one.'}
    </p>
  )
}

function EditionTable({ editions }: { readonly editions: readonly EditionSummary[] }) {
  return (
    <DataTable
      stacks
      caption="Editions"
      rows={editions}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: 'Edition',
          names: true,
          cell: ({ id, title }) => <a href={paths.censusRoom(id)}>{title}</a>,
        },
        { heading: 'State', cell: ({ state }) => <StateTag state={state} /> },
        { heading: 'Describes', cell: ({ censusOn }) => dateWords(censusOn) },
        { heading: 'Response', number: true, cell: responseWords },
        { heading: 'Opened', cell: ({ openedAt }) => (openedAt ? dateWords(openedAt) : 'Not open yet') },
        { heading: 'Deadline', cell: ({ deadlineOn }) => (deadlineOn ? dateWords(deadlineOn) : 'None set') },
        { heading: 'Closed', cell: ({ closedAt }) => (closedAt ? dateWords(closedAt) : 'Not closed') },
      ]}
    />
  )
}

function responseWords({ members, answered, state }: EditionSummary): string {
  if (state === 'draft') return 'Nobody asked yet'
  return `${answered} of ${members} (${percent(answered, members) ?? 0}%)`
}
