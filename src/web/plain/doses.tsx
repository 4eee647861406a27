/** Doses compared with what nature gives: a picture of bars, and a table that says the same. */

import type { CitedSource } from '#core/leaflet/sources-of.ts'
import { BACKGROUND, backgroundWords, DOSES, type Dose } from '#core/plain/radiation.ts'
import { DataTable } from '../components/table.tsx'

const row = 66
const largest = Math.max(...DOSES.map(({ mSv }) => mSv))
const width = 640
/** Room for the number behind the longest bar. */
const barAtMost = width - 90

export function Doses({ cited }: { readonly cited: readonly CitedSource[] }) {
  const numberOf = (dose: Dose) => cited.find(({ id }) => id === dose.source)?.number
  return (
    <section aria-labelledby="doses">
      <h2 className="nhsuk-heading-l" id="doses">
        How much is it?
      </h2>
      <p className="nhsuk-u-reading-width">
        A CT scan of the belly gives some {DOSES.find(({ id }) => id === 'ct-abdomen')?.mSv} mSv: as much as
        nature in {backgroundWords(10)}. An X-ray of the chest gives as much as nature in{' '}
        {backgroundWords(0.02)}. Your own dose can be quite different: ask your team.
      </p>
      <figure className="fp-plain__doses">
        <svg
          viewBox={`0 0 ${width} ${row * DOSES.length}`}
          role="img"
          aria-label={`Bars of typical doses in millisieverts, from ${DOSES[0]?.name} (${DOSES[0]?.mSv}) to ${DOSES.at(-1)?.name} (${DOSES.at(-1)?.mSv}). The table below says the same.`}
        >
          {DOSES.map(({ id, name, mSv, kind }, index) => {
            const long = Math.max(2, (mSv / largest) * barAtMost)
            return (
              <g key={id} transform={`translate(0 ${index * row})`}>
                <text x="0" y="24" className="fp-plain__name">
                  {name}
                </text>
                <rect
                  x="0"
                  y="34"
                  width={long}
                  height="20"
                  className={`fp-plain__bar fp-plain__bar--${kind}`}
                />
                <text x={long + 6} y="52" className="fp-plain__number">
                  {mSv} mSv
                </text>
              </g>
            )
          })}
        </svg>
        <figcaption>
          <span className="fp-plain__key fp-plain__key--nature">Nature</span>{' '}
          <span className="fp-plain__key fp-plain__key--scan">Scans</span>{' '}
          <span className="fp-plain__key fp-plain__key--treatment">Treatments guided by X-rays</span>
        </figcaption>
      </figure>
      <DataTable
        stacks
        caption="Typical doses, and how long nature takes to give as much"
        rows={DOSES}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: 'What',
            names: true,
            cell: ({ name, note }) => (
              <>
                {name}
                {note ? <span className="fp-quiet"> ({note})</span> : null}
              </>
            ),
          },
          { heading: 'mSv', number: true, cell: ({ mSv }) => mSv },
          { heading: 'As much as nature in', cell: ({ mSv }) => backgroundWords(mSv) },
          {
            heading: 'Source',
            cell: (dose) => (
              <a href={`#source-${numberOf(dose)}`} aria-label={`Source ${numberOf(dose)}`}>
                {numberOf(dose)}
              </a>
            ),
          },
        ]}
      />
      <p className="nhsuk-u-reading-width fp-quiet">
        Nature gives {BACKGROUND.mSvAYear} mSv in a year on average in the UK; in some places it is more. We
        found no dose for SIRT, and none for ablation in the lung or in bone, that we could stand for: there
        is none here.
      </p>
    </section>
  )
}
