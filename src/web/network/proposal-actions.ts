/** What is done to one question: give its answer a name, cancel it, begin it again. */

import { answerProposals, stopProposal } from '#jobs/answer-proposals.ts'
import { beginAgain, nameProposal, type Proposal, proposalById } from '#store/network/proposal.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { longestName } from './proposal-name.tsx'
import { showProposal } from './proposal-page.tsx'
import { settled } from './proposals-state.tsx'

async function named(c: PageContext): Promise<Proposal | null> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? proposalById(c.var.store.db, id) : null
}

export async function name(c: PageContext) {
  const proposal = await named(c)
  const { person } = c.var
  if (!proposal || !person) return notFound(c)
  const given = ((await fieldsOf(c)).name ?? '').trim()
  if (given.length > longestName)
    return showProposal(c, proposal, [
      { field: 'name', words: `The name has to be ${longestName} characters or fewer` },
    ])
  await nameProposal(c.var.store.db, proposal.id, given, person)
  return c.redirect(`${paths.networkProposal(proposal.id)}?done=${given === '' ? 'unnamed' : 'named'}`, 303)
}

export async function cancel(c: PageContext) {
  const proposal = await named(c)
  const { person, store } = c.var
  if (!proposal || !person) return notFound(c)
  const isCancelled = await stopProposal(store, proposal.id, person.name)
  await settled(store.db, proposal.id)
  return c.redirect(`${paths.networkProposal(proposal.id)}${isCancelled ? '?done=cancelled' : ''}`, 303)
}

export async function again(c: PageContext) {
  const proposal = await named(c)
  if (!proposal) return notFound(c)
  await beginAgain(c.var.store.db, proposal.id)
  answerProposals(c.var.store)
  await settled(c.var.store.db, proposal.id)
  return c.redirect(paths.networkProposal(proposal.id), 303)
}
