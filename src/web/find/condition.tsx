/** What may be used for a condition, in plain words, with the source of each; never advice. */

import type { Condition, MayBeUsed } from '#core/catalogue/conditions.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import { paths } from '../paths.ts'

interface WhatMayBeUsedProps {
  readonly condition: Condition
  /** Procedures that are looked for: the census asked about them, and they treat. */
  readonly soughtFor: readonly string[]
  /** The procedures of which a leaflet is published. */
  readonly leaflets: ReadonlySet<string>
  /** Where to look for one of them alone. */
  readonly hrefOf: (procedure: string) => string
}

export function WhatMayBeUsed({ condition, soughtFor, leaflets, hrefOf }: WhatMayBeUsedProps) {
  return (
    <section aria-labelledby="may-be-used">
      <h2 className="nhsuk-heading-m" id="may-be-used">
        What may be used
      </h2>
      <p>This is no advice: an MDT meeting decides what suits a person, and it may be none of these.</p>
      <ul className="fp-find__uses">
        {condition.mayBeUsed.map((use) => (
          <Use
            key={use.procedure}
            use={use}
            isSought={soughtFor.includes(use.procedure)}
            leaflet={leaflets.has(use.procedure)}
            href={hrefOf(use.procedure)}
          />
        ))}
      </ul>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Where these are from</span>
        </summary>
        <div className="nhsuk-details__text">
          <ul>
            {condition.mayBeUsed.map(({ procedure, source }) => (
              <li key={procedure}>
                {procedureById(procedure)?.name}:{' '}
                {source ?? 'stated by no source that we read; it awaits review by a clinician'}.
              </li>
            ))}
          </ul>
        </div>
      </details>
    </section>
  )
}

interface UseProps {
  readonly use: MayBeUsed
  readonly isSought: boolean
  readonly leaflet: boolean
  readonly href: string
}

function Use({ use: { procedure: id, source }, isSought, leaflet, href }: UseProps) {
  const procedure = procedureById(id)
  if (!procedure) return null
  return (
    <li>
      <a href={leaflet ? paths.leaflet(id) : paths.treatment(id)}>{procedure.plainName}</a> ({procedure.name}
      ). {procedure.plainly}{' '}
      {source === null ? <strong className="nhsuk-tag nhsuk-tag--grey">Awaits clinical review</strong> : null}{' '}
      <span className="fp-screen-only">
        <a href={href}>{isSought ? 'Look for this alone' : 'Not looked for below: look for it'}</a>
      </span>
    </li>
  )
}
