/** Referral pathways as work: those asked of a service and its own to review, for those who write its record. */

import { organisationsOf } from '#core/access/may.ts'
import { referralPathway } from '#core/service/kinds.ts'
import { pathwayWork } from '#store/network/pathway-work.ts'
import { organisationNames } from '#store/service/read.ts'
import { isoDay } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import type { CountedList } from './list-summary.tsx'

/** Two lists of each service whose record this person writes; none for whom writes none. */
export async function pathwayLists(c: PageContext): Promise<readonly CountedList[]> {
  const codes = organisationsOf(c.var.person?.memberships ?? [], 'service:record')
  if (codes.length === 0) return []
  const { db } = c.var.store
  const [work, names] = await Promise.all([
    pathwayWork(db, codes, isoDay(c.var.now())),
    codes.length > 1 ? organisationNames(db, codes) : new Map<string, string>(),
  ])
  return codes.flatMap((code): CountedList[] => {
    const { toAnswer, toReview, overdue } = work.get(code) ?? { toAnswer: 0, toReview: 0, overdue: 0 }
    const at = names.has(code) ? ` at ${names.get(code)}` : ''
    return [
      {
        key: `asked-${code}`,
        title: `Referral pathways asked of us${at}`,
        href: paths.myServiceAsked(code),
        none: 'No other service waits for an answer.',
        ...{ due: toAnswer, overdue: 0 },
      },
      {
        key: `review-${code}`,
        title: `Referral pathways to review${at}`,
        href: paths.myServiceRegister(code, referralPathway.name),
        none: 'None is due for review within 8 weeks.',
        ...{ due: toReview, overdue },
      },
    ]
  })
}
