/** What would help: questions and their answers, recipients of a gap, and what-if by hand. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { again, cancel, name } from './proposal-actions.ts'
import { proposalPage } from './proposal-page.tsx'
import { ask, proposalsPage } from './proposals.tsx'
import { recipientsPage } from './proposals-recipients.tsx'
import { whatIfPage } from './what-if.tsx'

export function proposalRoutes(routes: Routes): void {
  const [see, propose] = [mayAtOwn('network:see'), mayAtOwn('network:propose')]
  routes.get(paths.networkWhatIf(), see, whatIfPage)
  routes.get(paths.networkProposals(), see, proposalsPage)
  routes.post(paths.networkProposals(), propose, ask)
  routes.get(paths.networkRecipients(), see, recipientsPage)
  const one = '/network/proposals/:id{[0-9a-f-]{36}}'
  routes.get(one, see, proposalPage)
  routes.post(`${one}/cancel`, propose, cancel)
  routes.post(`${one}/again`, propose, again)
  routes.post(`${one}/name`, propose, name)
}
