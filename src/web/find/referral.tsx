/** How a referral gets there: who asks, who decides, and by which referral pathway from the organisation nearest by. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import type { FoundService } from '#core/network/find.ts'
import type { SiteStanding } from '#core/network/gaps.ts'
import type { ReferralPathway } from '#core/network/network.ts'
import { listWords } from '../components/map-model.ts'
import { paths } from '../paths.ts'

interface ReferralProps {
  readonly home: FoundService | null
  readonly standings: readonly (SiteStanding & { readonly procedure: string })[]
  readonly names: ReadonlyMap<string, string>
}

export function HowAReferralGetsThere({ home, standings, names }: ReferralProps) {
  return (
    <section aria-labelledby="referral">
      <h2 className="nhsuk-heading-m" id="referral">
        How a referral gets there
      </h2>
      <ol className="fp-find__steps">
        <li>
          <strong>A doctor asks.</strong> You cannot book this yourself. The team that looks after your cancer
          asks; before there is one, your GP refers you to a hospital.
        </li>
        <li>
          <strong>A meeting of specialists decides.</strong> A multidisciplinary team (MDT) looks at your
          scans and results and decides together with you which treatment suits you. It may be another one
          than you looked for here.
        </li>
        <li>
          <strong>They send you where it is done.</strong> Which hospital that is depends on you, not only on
          the distance.
          {home && standings.length > 0 ? <FromHome home={home} standings={standings} names={names} /> : null}
        </li>
      </ol>
    </section>
  )
}

function FromHome({ home, standings, names }: ReferralProps & { readonly home: FoundService }) {
  const by = (availability: SiteStanding['availability']) =>
    standings.filter((standing) => standing.availability === availability)
  const named = (list: typeof standings) => listWords(list.map(({ procedure }) => procedureWithin(procedure)))
  const gaps = by('gap')
  const silent = by('no-answer')
  return (
    <>
      {' '}
      The organisation nearest to where you looked from is{' '}
      <a href={paths.service(home.site.code)}>{home.site.name}</a>; yours may be another.
      <ul>
        {by('here').length > 0 ? <li>It provides {named(by('here'))} itself.</li> : null}
        {by('by-pathway').map(({ procedure, pathways }) => (
          <li key={procedure}>
            For {procedureWithin(procedure)} it has a referral pathway to{' '}
            {pathways.map((pathway, at) => (
              <span key={pathway.to + pathway.basis}>
                {at === 0 ? '' : at === pathways.length - 1 ? ' and ' : ', '}
                <a href={paths.service(pathway.to)}>{names.get(pathway.to) ?? pathway.to}</a>
                {pathwayWords(pathway)}
              </span>
            ))}
            .
          </li>
        ))}
        {gaps.length > 0 ? (
          <li>
            It does not provide {named(gaps)}, and no referral pathway for it is recorded. Ask the team which
            hospital it would refer to.
          </li>
        ) : null}
        {silent.length > 0 ? (
          <li>
            Whether it provides {named(silent)} is not known: it did not answer that in the census. Ask it.
          </li>
        ) : null}
      </ul>
    </>
  )
}

function pathwayWords({ basis, through }: ReferralPathway): string {
  const by = through ? `through ${through}, ` : ''
  const words = {
    confirmed: 'confirmed by both',
    proposed: 'not yet confirmed by the other',
    declared: 'as it told the census',
  }[basis]
  return ` (${by}${words})`
}
