/** The parts of the network's pages, in the order of the row of links, and who sees each. */

import type { Action } from '#core/access/may.ts'
import { paths } from '../paths.ts'

export interface NetworkPart {
  readonly part: string
  readonly text: string
  readonly href: string
  /** What the part is for: a card's sentence on the front page. */
  readonly for: string
  readonly need: Action
}

export const networkParts: readonly NetworkPart[] = [
  {
    part: 'pathways',
    text: 'Referral pathways',
    href: paths.networkPathways(),
    for: 'Who refers where, for what, through which MDT: agreed, confirmed, due for review, unused.',
    need: 'network:see',
  },
  {
    part: 'gaps',
    text: 'Gaps',
    href: paths.networkGaps(),
    for: 'Which services neither offer a procedure nor have a way to refer for it, and who is nearest.',
    need: 'network:see',
  },
  {
    part: 'access',
    text: 'Access',
    href: paths.networkAccess(),
    for: 'How many people live within 30, 45, 60 and 90 minutes of a procedure, and who has the longest way.',
    need: 'network:see',
  },
  {
    part: 'proposals',
    text: 'What would help',
    href: paths.networkProposals(),
    for: 'Which new referral pathways or services would bring most people within reach, with the proof.',
    need: 'network:see',
  },
  {
    part: 'what-if',
    text: 'What if',
    href: paths.networkWhatIf(),
    for: 'Open or close a service on the map and see who gains and who loses.',
    need: 'network:see',
  },
  {
    part: 'demand',
    text: 'Demand',
    href: paths.networkDemand(),
    for: 'How many procedures would be expected, beside what is observed and declared.',
    need: 'network:see',
  },
  {
    part: 'cost',
    text: 'Cost',
    href: paths.networkCost(),
    for: 'What a referral pathway costs beside a new service, by inputs that you state.',
    need: 'network:see',
  },
  {
    part: 'reports',
    text: 'Reports',
    href: paths.networkReports(),
    for: 'How a nation or region stands, as one PDF with a permanent address.',
    need: 'network:see',
  },
]
