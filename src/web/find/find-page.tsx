/** Find a service: the form, and below it what was found or which place is meant. */

import type { Found } from '#core/network/find.ts'
import type { PlaceFound } from '#core/place/find-place.ts'
import type { Place } from '#core/place/place.ts'
import type { Ways } from '#store/place/ways.ts'
import { EditionNote } from '../components/edition-note.tsx'
import { Parts } from '../components/parts.tsx'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { ProvisionView } from '../components/provision-view.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { WhatMayBeUsed } from './condition.tsx'
import { FindMap } from './find-map.tsx'
import { FindForm } from './form.tsx'
import { HowAReferralGetsThere } from './referral.tsx'
import { Results } from './results.tsx'
import type { ServiceFacts } from './service-list.tsx'
import { Share } from './share.tsx'
import { idOf, providedWords, type Sought, soughtWords } from './sought.ts'
import { WhereTo } from './where-to.tsx'

interface AskProps {
  readonly c: PageContext
  readonly words: string
  readonly what: string
  readonly problems?: readonly FieldProblem[]
  readonly found?: Exclude<PlaceFound, { kind: 'place' }>
}

/** Before there is a place: the form alone, with what is wrong, or with the places to choose from. */
export function AskPage({ c, words, what, problems = [], found }: AskProps) {
  return (
    <Page
      c={c}
      title="Find a service"
      here={paths.find()}
      hasErrors={problems.length > 0}
      description={DESCRIPTION}
    >
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-xl">Find a service</h1>
        {found ? null : <p className="nhsuk-lede-text">{DESCRIPTION}</p>}
        {found && found.kind !== 'none' ? <WhereTo words={words} found={found} what={what} /> : null}
        <FindForm place={words} what={what} problems={problems} />
        {found?.kind === 'none' ? <WhereTo words={words} found={found} what={what} /> : null}
        <p>
          <a href={paths.services()}>All services in a list</a>, or{' '}
          <a href={paths.map()}>on the national map</a>.
        </p>
      </div>
    </Page>
  )
}

const DESCRIPTION =
  'Who near you provides interventional oncology, how long it takes to get there, and how a referral gets there.'

export interface FoundProps {
  readonly c: PageContext
  readonly place: Place
  /** What was put right in what was typed; null: nothing. */
  readonly readAs: string | null
  readonly closed: {
    readonly on: string
    readonly successor: { readonly code: string; readonly name: string } | null
  } | null
  readonly sought: Sought
  /** Of those sought, the ones that the census asked about. */
  readonly procedures: readonly string[]
  readonly found: Found
  /** Null: not looked from a point. */
  readonly ways: Pick<Ways, 'basis' | 'area'> | null
  readonly standings: Parameters<typeof HowAReferralGetsThere>[0]['standings']
  readonly provision: ProvisionView
  readonly facts: ServiceFacts
  /** The procedures of which a leaflet is published. */
  readonly leaflets: ReadonlySet<string>
  readonly as: 'list' | 'map'
  readonly day: string
}

export function FoundPage(props: FoundProps) {
  const { c, place, sought, procedures, found, provision, facts, as } = props
  const what = soughtWords(sought)
  const asked = { near: place.key, for: idOf(sought) }
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} ${place.point ? 'near' : 'in'} ${place.name}`
  const names = new Map(provision.members.map(({ code, name }) => [code, name]))
  const nationalMap = paths.map({
    place: place.key,
    procedure: procedures.length === 1 ? procedures[0] : undefined,
  })
  const unasked = sought.kind !== 'any' && procedures.length === 0
  return (
    <Page
      c={c}
      title={title}
      here={paths.find()}
      islands={as === 'map' ? ['map'] : []}
      description={DESCRIPTION}
    >
      <div className="fp-find">
        <h1 className="nhsuk-heading-l">{title}</h1>
        {sought.kind === 'procedure' ? (
          <p className="nhsuk-lede-text">
            {sought.procedure.plainly} <a href={paths.treatment(sought.procedure.id)}>Read about it</a>
            {props.leaflets.has(sought.procedure.id) ? (
              <>
                , or <a href={paths.leaflet(sought.procedure.id)}>read the leaflet</a>
              </>
            ) : null}
            .
          </p>
        ) : null}
        <Notices {...props} />
        {unasked ? (
          <p>The census has not asked about this procedure, so nobody can say here who provides it.</p>
        ) : null}
        {sought.kind === 'condition' ? (
          <WhatMayBeUsed
            condition={sought.condition}
            soughtFor={procedures}
            leaflets={props.leaflets}
            hrefOf={(procedure) => paths.find({ near: place.key, for: procedure })}
          />
        ) : null}
        {unasked ? null : (
          <>
            {place.point ? (
              <Parts
                label="The same as a list or a map"
                parts={[
                  { text: 'List', href: paths.find(asked), isHere: as === 'list' },
                  { text: 'Map', href: paths.find({ ...asked, as: 'map' }), isHere: as === 'map' },
                ]}
              />
            ) : null}
            {as === 'map' && place.point ? (
              <>
                <FindMap provision={provision} found={found} place={place} what={what} />
                <p>
                  <a href={nationalMap}>Open this place on the national map</a>
                </p>
              </>
            ) : (
              <Results
                found={found}
                ways={props.ways}
                place={place}
                what={providedWords(sought)}
                naming={procedures.length !== 1}
                facts={facts}
                mapHref={nationalMap}
              />
            )}
          </>
        )}
        <EditionNote {...provision} />
        <HowAReferralGetsThere home={found.home} standings={props.standings} names={names} />
        <Share
          address={`${c.var.config.baseUrl}${paths.find(asked)}`}
          title={title}
          place={place}
          day={props.day}
        />
        <section className="fp-screen-only" aria-labelledby="again">
          <h2 className="nhsuk-heading-m" id="again">
            Look again
          </h2>
          <FindForm place={place.name} what={idOf(sought)} />
        </section>
      </div>
    </Page>
  )
}

function Notices({ readAs, closed, place }: Pick<FoundProps, 'readAs' | 'closed' | 'place'>) {
  if (!readAs && !closed) return null
  return (
    <div className="nhsuk-inset-text">
      <span className="nhsuk-u-visually-hidden">Information: </span>
      {readAs ? (
        <p>We took what you typed for a postcode in {readAs}. If it is another, look again below.</p>
      ) : null}
      {closed ? (
        <p>
          {place.name} closed on {closed.on}
          {closed.successor ? (
            <>
              {'; '}
              <a href={paths.service(closed.successor.code)}>{closed.successor.name}</a> carries on its
              services
            </>
          ) : (
            ', and who carries on its services is not recorded'
          )}
          . It is not in the list below.
        </p>
      ) : null}
    </div>
  )
}
