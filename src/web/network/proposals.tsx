/** What would help: ask the network, and find again what was asked. */

import { questionWords } from '#core/network/proposal/question.ts'
import { answerProposals } from '#jobs/answer-proposals.ts'
import { askProposal, type ListedProposal, listProposals } from '#store/network/proposal.ts'
import { situationOf } from '#store/network/situation.ts'
import { dateTimeWords, isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { NetworkPage } from './frame.tsx'
import { kindOf, oddQuestion, readQuestion } from './proposals-asked.ts'
import { AskForm } from './proposals-form.tsx'
import { StateTag, settled } from './proposals-state.tsx'

export async function proposalsPage(c: PageContext) {
  return page(c, c.req.query(), may(c, 'network:propose') ? oddQuestion(c) : [])
}

/** Asks. A quick answer is there at once; a long one is found on its page. */
export async function ask(c: PageContext) {
  const { person, store } = c.var
  const fields = await fieldsOf(c)
  const at = c.var.now()
  const day = isoDay(at)
  const read = readQuestion(fields, await situationOf(store, { day }))
  if (read.problems || !person) return page(c, fields, read.problems ?? [])
  const by = { id: person.id, name: person.name }
  const { id } = await askProposal(store, { question: read.values, by, day, at })
  answerProposals(store)
  await settled(store.db, id)
  return c.redirect(paths.networkProposal(id), 303)
}

async function page(c: PageContext, fields: Fields, problems: readonly FieldProblem[]) {
  const mayAsk = may(c, 'network:propose')
  const named = c.req.query('show') !== 'all'
  const number = pageNumber(c.req.query('page'))
  const { listed, pages } = await listProposals(c.var.store.db, { named, page: number })
  return show(
    c,
    <NetworkPage c={c} part="proposals" title="What would help" hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">What would help</h1>
      <p className="nhsuk-lede-text">
        Which referral pathways, or which new services, would bring most people within reach: computed over
        every small area of the country, each answer with how near it is to the best possible.
      </p>
      {mayAsk ? (
        <AskForm kind={kindOf(fields.ask)} fields={fields} problems={problems} />
      ) : (
        <p>Commissioners and administrators ask; what they kept is here to read.</p>
      )}
      <p>
        <a href={paths.networkWhatIf(fields.procedure ? { procedure: fields.procedure } : {})}>
          Or open and close services on the map by hand
        </a>
      </p>
      <List c={c} named={named} listed={listed} number={number} pages={pages} />
    </NetworkPage>,
    problems.length > 0 ? 422 : 200,
  )
}

interface ListProps {
  readonly c: PageContext
  readonly named: boolean
  readonly listed: readonly ListedProposal[]
  readonly number: number
  readonly pages: number
}

function List({ named, listed, number, pages }: ListProps) {
  return (
    <section id="asked" aria-labelledby="asked-heading">
      <h2 className="nhsuk-heading-m" id="asked-heading">
        {named ? 'Kept by name' : 'All that was asked'}
      </h2>
      <p>
        {named ? (
          <a href={`${paths.networkProposals({ show: 'all' })}#asked`}>All that was asked, named or not</a>
        ) : (
          <a href={`${paths.networkProposals()}#asked`}>Only those kept by name</a>
        )}
      </p>
      <DataTable
        stacks
        captionHidden
        caption={named ? 'Proposals kept by name' : 'Every question that was asked'}
        rows={listed}
        keyOf={({ id }) => id}
        empty={named ? 'None has been given a name yet.' : 'Nothing has been asked yet.'}
        columns={[
          {
            heading: 'Question',
            names: true,
            cell: ({ id, name, question }) => (
              <a href={paths.networkProposal(id)}>{name ?? questionWords(question)}</a>
            ),
          },
          {
            heading: 'Answer',
            cell: ({ sentence, state }) => (
              <>
                <StateTag state={state} />
                {sentence ? <p className="fp-proposal-sentence">{sentence}</p> : null}
              </>
            ),
          },
          { heading: 'Asked', cell: ({ askedBy, askedAt }) => `${askedBy}, ${dateTimeWords(askedAt)}` },
        ]}
      />
      <Pager
        page={number}
        pages={pages}
        hrefOf={(page) =>
          `${paths.networkProposals({ show: named ? undefined : 'all', page: String(page) })}#asked`
        }
      />
    </section>
  )
}
