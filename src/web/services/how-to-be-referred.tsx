/** How one is referred, in plain words: an MDT decides; and by which referral pathway where there is one. */
import { referralPathwaysOf } from '#core/census/availability.ts'
import type { Provision } from '#core/census/provision.ts'
import type { ServiceHistory } from '#store/census/provision-data.ts'
import { listWords } from '../components/map-model.ts'
import type { ProvisionView } from '../components/provision-view.ts'
import { RecordedPathways, type RecordedView } from './recorded.tsx'

interface HowToBeReferredProps {
  readonly history: ServiceHistory
  readonly own: Provision | undefined
  readonly view: ProvisionView
  readonly recorded: RecordedView
}

const VIA_WORDS: Readonly<Record<string, string>> = {
  'regional-cancer-network': 'the regional cancer network',
  'ir-network': 'the interventional radiology network',
  other: 'another arrangement',
}

export function HowToBeReferred({ history, own, view, recorded }: HowToBeReferredProps) {
  const names = new Map(view.members.map(({ code, name }) => [code, name]))
  const to = own ? referralPathwaysOf(own).map((code) => names.get(code) ?? code) : []
  const via = viaWords(history)
  return (
    <section aria-labelledby="referred">
      <h2 className="nhsuk-heading-l" id="referred">
        How to be referred
      </h2>
      <p className="nhsuk-u-reading-width">
        You cannot book these procedures yourself. The doctor who looks after your cancer asks, and a
        multidisciplinary team (MDT) of specialists decides together what suits you.
      </p>
      {to.length > 0 ? (
        <p className="nhsuk-u-reading-width">
          This organisation told the census that it has a formal referral pathway to {listWords(to)}
          {via ? `, through ${via}` : ''}: its MDT can send you there for what is not done here.
        </p>
      ) : null}
      {hasUnnamedPathway(own) && to.length === 0 ? (
        <p className="nhsuk-u-reading-width">
          It has a formal referral pathway{via ? ` through ${via}` : ''}; to whom is not recorded.
        </p>
      ) : null}
      <RecordedPathways {...recorded} />
    </section>
  )
}

function hasUnnamedPathway(own: Provision | undefined): boolean {
  return own?.referralPathway === true || own?.diseaseModifyingPathway === true
}

function viaWords({ editions }: ServiceHistory): string {
  const answer = editions.find(({ answers }) => answers)?.answers?.diseaseModifyingPathwayVia
  const values = answer === undefined ? [] : typeof answer === 'string' ? [answer] : answer
  return listWords(values.map((value) => VIA_WORDS[value] ?? value))
}
