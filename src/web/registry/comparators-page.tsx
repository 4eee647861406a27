/** What other registries of this field published, as data: shown beside a figure as a reference, never mixed into it. */

import type { Comparator } from '#core/registry/figure/comparator.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface ComparatorsPageProps {
  readonly c: PageContext
  readonly comparators: readonly Comparator[]
}

export function ComparatorsPage({ c, comparators }: ComparatorsPageProps) {
  const registries = [...new Set(comparators.map(({ registry }) => registry))]
  return (
    <Page
      c={c}
      title="Comparators"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
      description="What other registries of interventional oncology published, with population, estimate, interval and source."
    >
      <h1 className="nhsuk-heading-l">Comparators</h1>
      <p className="nhsuk-lede-text">
        What other registries published. Where one measures the same in the same patients, it stands beside a
        figure as a reference. It is never mixed into it: other patients, other years, other rules.
      </p>
      {registries.map((registry) => (
        <DataTable
          key={registry}
          stacks
          caption={registry}
          rows={comparators.filter((each) => each.registry === registry)}
          keyOf={({ id }) => id}
          columns={[
            { heading: 'Population', names: true, cell: ({ population }) => population },
            { heading: 'Measure', cell: ({ measure }) => measureWords[measure] },
            { heading: 'Estimate (95% interval)', number: true, cell: estimateWords },
            { heading: 'Of', number: true, cell: ({ of }) => of ?? 'not given' },
            {
              heading: 'Source',
              cell: ({ source, verified }) => (
                <span className="fp-wrap">
                  {source}
                  {verified ? '' : ' (not read in the source itself)'}
                </span>
              ),
            },
          ]}
        />
      ))}
    </Page>
  )
}

const measureWords: Readonly<Record<Comparator['measure'], string>> = {
  'median-survival-months': 'Median survival, months',
  proportion: 'Share',
}

function estimateWords({ measure, estimate, lower, upper }: Comparator): string {
  const words = (value: number) => (measure === 'proportion' ? `${round(value * 100)}%` : String(value))
  if (lower === null && upper === null) return `${words(estimate)} (not given)`
  return `${words(estimate)} (${lower === null ? 'not given' : words(lower)} to ${upper === null ? 'not reached' : words(upper)})`
}

const round = (value: number) => Math.round(value * 10) / 10
