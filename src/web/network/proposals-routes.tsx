/** What would help: proposals, recipients, and what-if by hand. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { whatIfPage } from './what-if.tsx'

export function proposalRoutes(routes: Routes): void {
  routes.get(paths.networkWhatIf(), mayAtOwn('network:see'), whatIfPage)
}
