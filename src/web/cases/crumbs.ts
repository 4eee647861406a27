/** What lies above the pages of one case. No name and no number: breadcrumbs are read aloud and printed. */

import type { Crumb } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export const caseCrumbs = (caseId: string): readonly Crumb[] => [
  { text: 'Cases', href: paths.cases() },
  { text: 'Case', href: paths.caseOf(caseId) },
]
