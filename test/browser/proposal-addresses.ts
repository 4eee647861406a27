/** What would help: the questions, an answer of each kind, one that waits, one that was cancelled; and what-if. */

import { setTimeout as pause } from 'node:timers/promises'
import { offering } from '#core/network/offering.ts'
import { stopProposal } from '#jobs/answer-proposals.ts'
import { askProposal, proposalById } from '#store/network/proposal.ts'
import { situationOf } from '#store/network/situation.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

const procedure = 'lung-ablation'

export async function proposalVisits(
  site: TestSite,
  visit: Add,
  viewer: (key: string) => Viewer,
): Promise<void> {
  const [cora, lead] = [viewer('commissioner'), viewer('io-lead')]
  const { store } = site
  const day = new Date().toISOString().slice(0, 10)
  const { network } = await situationOf(store, { day })
  const [provider] = offering(network, procedure)
  const other = network.sites.find(({ code }) => code !== provider?.code)?.code ?? ''
  visit('/network/what-if', paths.networkWhatIf(), lead)
  visit('/network/what-if', paths.networkWhatIf({ procedure, open: other, close: provider?.code }), cora)
  visit('/network/proposals', paths.networkProposals(), lead)
  for (const ask of ['pathways', 'services', 'recipients'])
    visit('/network/proposals', paths.networkProposals({ ask, show: 'all' }), cora)
  visit('/network/proposals/recipients', paths.networkRecipients({ procedure, service: other }), cora)
  visit('/network/proposals/recipients', paths.networkRecipients(), lead)
  const one = '/network/proposals/:id{[0-9a-f-]{36}}'
  const answered = [
    { ask: 'recipients', procedure },
    { ask: 'pathways', procedure, goal: 'count', pathwayCount: '2', pathwayMinutes: '60' },
    { ask: 'pathways', procedure, share: '100', pathwayMinutes: '30' },
    { ask: 'services', procedure, count: '2', aim: 'covering', minutes: '45' },
  ]
  for (const form of answered) {
    const sent = await site.post(paths.networkProposals(), form, cora.cookie)
    const address = sent.headers.get('location') ?? ''
    const id = address.split('/').at(-1) ?? ''
    for (let look = 0; look < 300 && !(await proposalById(store.db, id))?.endedAt; look++) await pause(100)
    visit(one, address, cora)
  }
  // Nobody works on what is asked without the page: one waits, and one is told not to.
  const by = { id: 'test', name: 'Cora Fictional' }
  const question = { kind: 'recipients', procedure: 'liver-ablation', nation: 'Wales' } as const
  const cancelled = await askProposal(store, { question, by, day, at: new Date() })
  await stopProposal(store, cancelled.id, by.name)
  visit(one, paths.networkProposal(cancelled.id), cora)
  const later = { ...question, nation: 'Scotland' } as const
  const waiting = await askProposal(store, { question: later, by, day, at: new Date() })
  visit(one, paths.networkProposal(waiting.id), lead)
}
