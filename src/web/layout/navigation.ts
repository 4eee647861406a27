/** What the top navigation offers, by what this person may do. */

import { type Action, allows } from '#core/access/may.ts'
import type { Person } from '#core/access/role.ts'
import { paths } from '../paths.ts'

interface Item {
  readonly text: string
  readonly href: string
  /** Shown to those who may do one of these; absent: to everyone. */
  readonly for?: readonly Action[]
}

const publicItems: readonly Item[] = [
  { text: 'Map', href: paths.map() },
  { text: 'Find a service', href: paths.find() },
  { text: 'Treatments', href: paths.treatments() },
  { text: 'Stories', href: paths.stories() },
  { text: 'Figures', href: paths.figures() },
  { text: 'Registry', href: paths.registry() },
  { text: 'About', href: paths.about() },
]

const staffItems: readonly Item[] = [
  { text: 'My work', href: paths.myWork(), for: ['account:own'] },
  { text: 'Cases', href: paths.cases(), for: ['case:see'] },
  { text: 'Meetings', href: paths.meetings(), for: ['meeting:see'] },
  { text: 'My service', href: paths.myService(), for: ['service:see'] },
  { text: 'Looks', href: paths.looks(), for: ['looks:see'] },
  { text: 'Standards', href: paths.standard('rcr-2013'), for: ['standards:see'] },
  { text: 'Benchmark', href: paths.benchmark(), for: ['quality:see'] },
  { text: 'Data quality', href: paths.quality(), for: ['quality:see'] },
  { text: 'Leaflets', href: paths.leafletEditor(), for: ['leaflet:see'] },
  { text: 'Stories', href: paths.storiesModerate(), for: ['story:moderate'] },
  { text: 'Census', href: paths.census(), for: ['census:see'] },
  { text: 'Network', href: paths.network(), for: ['network:see'] },
  { text: 'Directory', href: paths.directory(), for: ['directory:manage'] },
  { text: 'People', href: paths.people(), for: ['people:manage'] },
  { text: 'Outbox', href: paths.outbox(), for: ['outbox:see'] },
  { text: 'Record', href: paths.integrity(), for: ['record:verify'] },
  { text: 'Map', href: paths.map() },
  // Of the nation's answers; staff of a service find them at the foot of each page.
  { text: 'Figures', href: paths.figures(), for: ['census:see'] },
  { text: 'Registry', href: paths.registry() },
]

/** One navigation for one person, whatever the number of roles; what they may not do is not there. */
export function navigationFor(person: Person | null): readonly Item[] {
  if (!person) return publicItems
  return staffItems.filter((item) => !item.for || item.for.some((action) => mayAnywhere(person, action)))
}

function mayAnywhere(person: Person, action: Action): boolean {
  return person.memberships.some(({ organisation }) => allows(person.memberships, action, organisation))
}
