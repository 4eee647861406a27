/** A map on which something changes, for answers and for what-if: the national map with its marks. */

import type { Point } from '#core/network/network.ts'
import type { AnswerPathway, SiteRole } from '#core/network/proposal/answer.ts'
import { type MapService, NationalMap } from '../components/national-map/national-map.tsx'
import { changeMarks, markOf, symbolOf, tintOf } from './what-if-marks.ts'

export interface ChangeSite extends Point {
  readonly code: string
  readonly name: string
  readonly role: SiteRole
  readonly saves: number | null
  readonly href: string
}

interface ChangeMapProps {
  readonly title: string
  readonly description: string
  readonly sites: readonly ChangeSite[]
  readonly pathways?: readonly AnswerPathway[]
  readonly listHref: string
  /** What pressing a symbol does, where it is not to open a page: said with each, and by the card on a phone. */
  readonly press?: (site: ChangeSite) => string
}

export function ChangeMap({ title, description, sites, pathways = [], listHref, press }: ChangeMapProps) {
  const services = sites.map((site): MapService => {
    const { code, name, role, saves, href, latitude, longitude } = site
    const words = `${symbolOf(role).words}${savesWords(saves)}${press ? `. ${press(site)}` : ''}`
    return { code, name, latitude, longitude, href, words, mark: markOf(role, tintOf(saves)) }
  })
  return (
    <figure className="fp-map-frame" {...(press ? { 'data-what-if': '' } : { 'data-map': '' })}>
      <a className="fp-map-skip" href={listHref}>
        Skip the map: the tables say the same
      </a>
      <div className="fp-map-window" data-live="map">
        <NationalMap
          title={title}
          description={description}
          services={services}
          marks={changeMarks}
          pathways={pathways.filter(({ isNew }) => isNew)}
        />
      </div>
    </figure>
  )
}

function savesWords(saves: number | null): string {
  if (saves === null || Math.abs(saves) < 1) return ''
  const minutes = Math.round(Math.abs(saves))
  return `; those who live nearest to it: ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${saves > 0 ? 'shorter' : 'longer'} on average`
}
