/** Networks for tests: a handful of services in plain data, and the demonstration's closed edition. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { existsOn } from '#core/catalogue/organisations.ts'
import { type Provision, provisionOf } from '#core/census/provision.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import type { Network, Site } from '#core/network/network.ts'
import { networkOf } from '#core/network/network-of.ts'
import { type RegisteredPathway, registerOf } from '#core/network/register.ts'
import type { Course } from '#core/pathway/course.ts'

export interface Made {
  readonly network: Network
  readonly register: readonly RegisteredPathway[]
}

interface Given {
  readonly day: string
  readonly censusOn?: string | null
  readonly sites: readonly Site[]
  readonly answers?: Readonly<Record<string, Answers>>
  readonly courses?: Readonly<Record<string, Course>>
}

/** A network of these sites; every other organisation that is named has closed. */
export function networkFrom({
  day,
  censusOn = '2025-01-01',
  sites,
  answers = {},
  courses = {},
}: Given): Made {
  const provisions = new Map<string, Provision>(
    Object.entries(answers).map(([code, given]) => [code, provisionOf(given)]),
  )
  const register = registerOf({
    day,
    censusOn,
    existing: new Set(sites.map(({ code }) => code)),
    provisions,
    courses: new Map(Object.entries(courses)),
  })
  const edition = censusOn === null ? null : { id: 'uk-2025', title: 'Census 2025' }
  return {
    network: networkOf({ day, edition, fictional: false, sites, provisions, register }),
    register,
  }
}

/** A service at a place in the north of England, unless said otherwise. */
export const site = (code: string, more: Partial<Site> = {}): Site => ({
  code,
  name: `Hospital ${code}`,
  nation: 'England',
  region: 'North West',
  alliance: 'An alliance',
  latitude: 53,
  longitude: -2,
  ...more,
})

/** The network of an edition whose answers are at hand, on a day. */
export function networkOfAnswers(
  organisations: readonly Organisation[],
  answers: ReadonlyMap<string, Answers>,
  day: string,
): Made {
  return networkFrom({
    day,
    censusOn: day,
    sites: organisations.filter((each) => existsOn(each, day)).map((each) => ({ ...each, alliance: null })),
    answers: Object.fromEntries(answers),
  })
}
