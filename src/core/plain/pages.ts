/** The pages that explain interventional oncology in plain words, in the order in which they are listed. */

import type { PlainPage } from './page.ts'
import { accreditation } from './pages/accreditation.ts'
import { radiation } from './pages/radiation.ts'
import { referral } from './pages/referral.ts'
import { team } from './pages/team.ts'
import { whatItIs } from './pages/what-it-is.ts'

export const PLAIN_PAGES: readonly PlainPage[] = [whatItIs, referral, team, radiation, accreditation]
