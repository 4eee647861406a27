/** Public pages that explain: about, treatments, accessibility, privacy; and the health of the service. */

import { sql } from 'kysely'
import { procedureById } from '#core/catalogue/procedures.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { AboutPage } from './about.tsx'
import { AccessibilityPage } from './accessibility.tsx'
import { PrivacyPage } from './privacy.tsx'
import { TreatmentPage } from './treatment.tsx'
import { TreatmentsPage } from './treatments.tsx'

export function publicRoutes(routes: Routes): void {
  routes.get(paths.about(), anyone, (c) => show(c, <AboutPage c={c} />))
  routes.get(paths.accessibility(), anyone, (c) => show(c, <AccessibilityPage c={c} />))
  routes.get(paths.privacy(), anyone, (c) => show(c, <PrivacyPage c={c} />))
  routes.get(paths.treatments(), anyone, (c) => show(c, <TreatmentsPage c={c} />))
  routes.get('/treatments/:procedure', anyone, (c) => {
    const procedure = procedureById(c.req.param('procedure') ?? '')
    return procedure ? show(c, <TreatmentPage c={c} procedure={procedure} />) : notFound(c)
  })
  routes.get('/robots.txt', anyone, (c) =>
    c.text('User-agent: *\nDisallow: /answer\nDisallow: /sign-in\nDisallow: /join\nDisallow: /set-up\n'),
  )
  // Pages name their icon themselves; this is for what has no page around it, such as a file or plain text.
  routes.get('/favicon.ico', anyone, (c) => c.redirect(paths.asset('mark.svg'), 301))
  // Answers 200 only when the database does; for a load balancer.
  routes.get(paths.health(), anyone, async (c) => {
    await sql`select 1`.execute(c.var.store.db)
    return c.text('ok')
  })
}
