/** Referral pathways of the demonstration: what the neighbours of a service state, and what the service answered. */

import { v7 as uuid } from 'uuid'
import type { Answers } from '#core/census/questionnaire.ts'
import { ending, pathwayConfirmation } from '#core/service/kinds/said-of.ts'
import { referralPathway } from '#core/service/kinds.ts'
import { personName } from '../names.ts'
import type { Chance } from '../random.ts'
import type { ServiceSaying } from './service-record.ts'
import { dayOf, days } from './story.ts'
import type { Colleague, Team } from './team.ts'

/** One service's statement, in its own record. */
export interface StatedAt extends ServiceSaying {
  readonly organisation: string
}

export interface StatedPathway {
  readonly id: string
  readonly from: string
  readonly to: string
}

export interface PathwaysTold {
  readonly said: readonly StatedAt[]
  readonly pathways: readonly StatedPathway[]
}

interface PathwayOptions {
  readonly chance: Chance
  readonly team: Team
  readonly neighbours: readonly string[]
  readonly closed: ReadonlyMap<string, Answers>
  readonly known: ReadonlyMap<string, readonly Colleague[]>
  readonly now: Date
}

/** How the pathways of the nearest neighbours stand: agreed so long ago, to be reviewed so soon, days both. */
const courses = [
  { agreed: 720, review: 210, answered: true, ended: 0 },
  { agreed: 410, review: 25, answered: true, ended: 0 },
  { agreed: 70, review: 660, answered: false, ended: 0 },
  { agreed: 900, review: -40, answered: true, ended: 0 },
  { agreed: 1000, review: -200, answered: true, ended: 150 },
] as const

/** Those neighbours that do not offer what the service does state a pathway to it for up to three of its procedures. */
export function neighboursPathways(options: PathwayOptions): PathwaysTold {
  const { chance, team, neighbours, closed, known, now } = options
  const offered = (code: string) => [closed.get(code)?.diseaseModifyingProcedures ?? []].flat()
  const own = offered(team.organisation)
  const said: StatedAt[] = []
  const pathways: StatedPathway[] = []
  const idAt = (at: Date) => uuid({ msecs: at.getTime(), random: chance.bytes(16) })
  const referring = neighbours.filter((code) => closed.has(code) && offered(code).length === 0)
  for (const [index, from] of referring.slice(0, courses.length).entries()) {
    const { agreed, review, answered, ended } = courses[index] ?? courses[0]
    const procedures = own.slice(0, 1 + chance.whole(3))
    if (procedures.length === 0) continue
    const lead = leadOf(chance, from, known.get(from) ?? [])
    const at = days(now, -agreed)
    const id = idAt(at)
    pathways.push({ id, from, to: team.organisation })
    said.push({
      ...{ id, organisation: from, at, by: lead },
      kind: referralPathway as unknown as ServiceSaying['kind'],
      body: {
        to: team.organisation,
        procedures: procedures.map((procedure) => ({ procedure })),
        through: index % 2 === 0 ? 'Hepatobiliary MDT' : 'Cancer network’s specialist MDT',
        reviewDue: dayOf(days(now, review)),
      },
    })
    if (answered) {
      const on = days(at, 9)
      said.push({
        ...{ id: idAt(on), organisation: team.organisation, at: on, by: team.lead },
        kind: pathwayConfirmation as unknown as ServiceSaying['kind'],
        body: { from, pathway: id, statement: id, answer: 'confirmed' },
      })
    }
    if (ended > 0) {
      const on = days(now, -ended)
      said.push({
        ...{ id: idAt(on), organisation: from, at: on, by: lead },
        kind: ending as unknown as ServiceSaying['kind'],
        body: { ends: id, why: 'Replaced by the network’s own pathway' },
      })
    }
  }
  return { said, pathways }
}

function leadOf(chance: Chance, organisation: string, known: readonly Colleague[]): Colleague {
  const name = personName(chance)
  const held = known.find(({ role }) => role === 'io-lead')
  return held ?? { person: `fictional-${organisation.toLowerCase()}-io-lead-1`, name, role: 'io-lead' }
}
