/** Who looked at whom, and break-glass: its form, and its uses for the Caldicott guardian. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { breakIt, showForm } from './break-glass.tsx'
import { findLooks, looks } from './looks.tsx'
import { uses } from './uses.tsx'

export function lookRoutes(routes: Routes): void {
  const guard = mayAtOwn('looks:see')
  const open = mayAtOwn('case:break-glass')
  routes.get(paths.looks(), guard, looks)
  routes.post(paths.looks(), guard, findLooks)
  routes.get(paths.breakGlassUses(), guard, uses)
  routes.get(paths.breakGlass(), open, showForm)
  routes.post(paths.breakGlass(), open, breakIt)
}
