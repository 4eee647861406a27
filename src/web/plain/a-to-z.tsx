/** Conditions and treatments A to Z: what there is, where it is explained, where it is done. */

import { CONDITIONS, type Condition } from '#core/catalogue/conditions.ts'
import { PROCEDURES, type Procedure, procedureById } from '#core/catalogue/procedures.ts'
import { leafletTitles } from '#store/leaflet/titles.ts'
import { storiesByProcedure } from '#store/story/read.ts'
import { AToZ } from '../components/a-to-z.tsx'
import { keptPages } from '../components/kept-pages.ts'
import type { PageContext } from '../environment.ts'
import { htmlOf } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { PlainFrame } from './frame.tsx'

/** By what they depend on: which leaflets there are, and how many stories. */
const pages = keptPages(4)

export async function conditionsPage(c: PageContext) {
  const withLeaflet = await leafletsInEnglish(c)
  const unchecked = CONDITIONS.flatMap(({ mayBeUsed }) => mayBeUsed).filter(({ source }) => !source).length
  return pages.answer(c, `conditions ${[...withLeaflet].join(' ')}`, () =>
    htmlOf(
      <PlainFrame
        c={c}
        id="conditions"
        title="Conditions A to Z"
        about="Illnesses and complaints, and the treatments that may be used for each."
      >
        <div className="nhsuk-u-reading-width">
          <p className="nhsuk-lede-text">What may be used for which illness or complaint.</p>
          <p>
            It says what there is, and not what suits you: that is for you and your team.{' '}
            {unchecked > 0
              ? `${unchecked} of the entries are marked with a small ring (°): a clinician has still to check them.`
              : null}
          </p>
          <AToZ items={CONDITIONS} nameOf={({ name }) => name}>
            {(conditions) =>
              conditions.map((condition) => (
                <ConditionPart key={condition.id} condition={condition} withLeaflet={withLeaflet} />
              ))
            }
          </AToZ>
        </div>
      </PlainFrame>,
    ),
  )
}

interface ConditionPartProps {
  readonly condition: Condition
  readonly withLeaflet: ReadonlySet<string>
}

function ConditionPart({ condition: { id, name, mayBeUsed }, withLeaflet }: ConditionPartProps) {
  return (
    <section aria-labelledby={id}>
      <h3 className="nhsuk-heading-s" id={id}>
        {name}
      </h3>
      <ul>
        {mayBeUsed.map(({ procedure, source }) => (
          <li key={procedure}>
            <TreatmentLink procedure={procedure} withLeaflet={withLeaflet} />
            {source ? null : <span title="Waits for a clinician’s check"> °</span>}
          </li>
        ))}
      </ul>
      <p className="fp-screen-only">
        <a href={paths.find({ for: id })}>
          Find a service<span className="nhsuk-u-visually-hidden"> for {name}</span>
        </a>
      </p>
    </section>
  )
}

function TreatmentLink({
  procedure,
  withLeaflet,
}: {
  readonly procedure: string
  readonly withLeaflet: ReadonlySet<string>
}) {
  const known = procedureById(procedure)
  if (!known) return null
  const href = withLeaflet.has(procedure) ? paths.leaflet(procedure) : paths.treatment(procedure)
  return <a href={href}>{known.plainName}</a>
}

export async function treatmentsPage(c: PageContext) {
  const [withLeaflet, stories] = await Promise.all([leafletsInEnglish(c), storiesByProcedure(c.var.store.db)])
  const key = JSON.stringify(['treatments', [...withLeaflet], [...stories]])
  return pages.answer(c, key, () =>
    htmlOf(
      <PlainFrame
        c={c}
        id="treatments"
        title="Treatments A to Z"
        about="Each treatment in a sentence, with its leaflet."
      >
        <div className="nhsuk-u-reading-width">
          <p className="nhsuk-lede-text">Each treatment in a sentence, with its leaflet.</p>
          <AToZ items={PROCEDURES} nameOf={({ plainName }) => plainName}>
            {(procedures) => (
              <ul className="fp-az">
                {procedures.map((procedure) => (
                  <Treatment
                    key={procedure.id}
                    procedure={procedure}
                    hasLeaflet={withLeaflet.has(procedure.id)}
                    stories={stories.get(procedure.id) ?? 0}
                  />
                ))}
              </ul>
            )}
          </AToZ>
        </div>
      </PlainFrame>,
    ),
  )
}

interface TreatmentProps {
  readonly procedure: Procedure
  readonly hasLeaflet: boolean
  readonly stories: number
}

function Treatment({ procedure: { id, plainName, plainly }, hasLeaflet, stories }: TreatmentProps) {
  const about = <span className="nhsuk-u-visually-hidden"> on {plainName}</span>
  return (
    <li>
      <a href={paths.treatment(id)}>{plainName}</a>
      <p>{plainly}</p>
      {hasLeaflet || stories > 0 ? (
        <p>
          {hasLeaflet ? <a href={paths.leaflet(id)}>Leaflet{about}</a> : null}
          {hasLeaflet && stories > 0 ? ', ' : null}
          {stories > 0 ? (
            <a href={paths.stories({ procedure: id })}>
              {stories === 1 ? '1 story' : `${stories} stories`}
              {about}
            </a>
          ) : null}
        </p>
      ) : null}
    </li>
  )
}

async function leafletsInEnglish(c: PageContext): Promise<ReadonlySet<string>> {
  const titles = await leafletTitles(c.var.store.db)
  return new Set(titles.filter(({ language }) => language === 'en').map(({ procedure }) => procedure))
}
