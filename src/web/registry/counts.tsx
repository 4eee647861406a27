/** How many treatments, patients and services a cohort holds, as far as disclosure control allows. */

/** A number as it may be shown: '*' stands for one that is withheld. */
export type Shown = number | '*'
export type OptionCounts = ReadonlyMap<string, Shown>

export interface CohortCounts {
  readonly treatments: Shown
  readonly patients: Shown
  readonly organisations: Shown
}

const numberFormat = new Intl.NumberFormat('en-GB')
export const shownWords = (count: Shown): string => (count === '*' ? '*' : numberFormat.format(count))

const terms = { treatments: 'treatments', patients: 'patients', organisations: 'services' } as const

/** Kept current by the island while one chooses. */
export function Counts({ counts }: { readonly counts: CohortCounts }) {
  return (
    <dl className="fp-explore__counts">
      {Object.entries(terms).map(([name, words]) => (
        <div key={name}>
          <dt>{words}</dt>
          <dd data-count={name}>{shownWords(counts[name as keyof typeof terms])}</dd>
        </div>
      ))}
    </dl>
  )
}

export const hasStar = (counts: CohortCounts): boolean => Object.values(counts).includes('*')
