/** From an edition's provision to a map: each service's mark and words, the pathways, the counts. */
import { type Availability, availabilityOf, referralPathwaysOf } from '#core/census/availability.ts'
import { PROVISION_CLASSES, type Provision } from '#core/census/provision.ts'
import type { OrganisationAnswers } from '#store/census/provision-data.ts'
import { paths } from '../paths.ts'
import { AVAILABILITY_MARKS, CLASS_MARKS, type Mark } from './national-map/marks.ts'
import type { MapPathway, MapService } from './national-map/national-map.tsx'
import type { ProvisionView } from './provision-view.ts'

/** One service as map, legend and list show it. */
export interface MappedService extends MapService {
  readonly nation: string
  readonly region: string
  readonly mainSite: string
  readonly refersTo: readonly {
    readonly code: string
    readonly name: string
    /** Both ends' records state it; else it is declared in the census. */
    readonly confirmed?: boolean
  }[]
  readonly corrected: boolean
}

export interface MapModel {
  readonly services: readonly MappedService[]
  readonly marks: Readonly<Record<string, Mark>>
  /** Marks in the order of the legend. */
  readonly order: readonly string[]
  readonly pathways: readonly MapPathway[]
}

/** The map of classes, or of one procedure. `linked` false leaves the addresses out, for downloads. */
export function mapModel(
  { members, provisions }: Pick<ProvisionView, 'members' | 'provisions'>,
  procedure?: string,
  linked = true,
): MapModel {
  const names = new Map(members.map(({ code, name }) => [code, name]))
  const services = members.map((member): MappedService => {
    const { mark, words, to } = procedure
      ? byProcedure(procedure, member.code, provisions)
      : byClass(provisions.get(member.code))
    const { code, name, nation, region, mainSite, latitude, longitude } = member
    const refersTo = to.map((other) => ({ code: other, name: names.get(other) ?? other }))
    return {
      ...{ code, name, nation, region, mainSite, latitude, longitude, mark, refersTo },
      words: words + refersWords(procedure, refersTo),
      corrected: isCorrected(member),
      ...(linked ? { href: paths.service(code) } : {}),
    }
  })
  const pathways = services.flatMap(({ code, refersTo }) =>
    refersTo.map((to) => ({ from: code, to: to.code })),
  )
  return procedure
    ? { services, pathways, marks: AVAILABILITY_MARKS, order: AVAILABILITIES }
    : { services, pathways, marks: CLASS_MARKS, order: [...PROVISION_CLASSES, 'no-answer'] }
}

const AVAILABILITIES: readonly Availability[] = ['here', 'by-referral-pathway', 'not-offered', 'no-answer']

function byClass(provision: Provision | undefined) {
  const mark = provision?.class ?? 'no-answer'
  const words = provision && !provision.class ? 'Answered, but not enough to tell' : CLASS_MARKS[mark].words
  return { mark, words, to: provision ? referralPathwaysOf(provision) : [] }
}

function byProcedure(procedure: string, code: string, provisions: ReadonlyMap<string, Provision>) {
  const { availability, to } = availabilityOf(procedure, code, provisions)
  const silent = availability === 'no-answer' && provisions.has(code)
  const words = silent ? 'Did not say which procedures' : AVAILABILITY_MARKS[availability].words
  return { mark: availability, words, to }
}

function refersWords(procedure: string | undefined, refersTo: MappedService['refersTo']): string {
  return procedure && refersTo.length > 0 ? ` to ${listWords(refersTo.map(({ name }) => name))}` : ''
}

/** "A", "A and B", "A, B and C". */
export function listWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function isCorrected({ correctedLateAt }: OrganisationAnswers): boolean {
  return correctedLateAt !== null
}

/** How many services have each mark. */
export function countMarks(services: readonly MapService[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { mark } of services) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}
