/** What other registries of this field published, as data: shown beside a figure as a reference, never mixed into it. */

import { otherRegistries, type Published, publishedComparators } from '#core/registry/figure/comparators.ts'
import { grouped } from '#core/registry/figure/words.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export function ComparatorsPage({ c }: { readonly c: PageContext }) {
  const registries = [...new Set(publishedComparators.map(({ registry }) => registry))]
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
          rows={publishedComparators.filter((each) => each.registry === registry)}
          keyOf={({ id }) => id}
          columns={[
            { heading: 'Population', names: true, cell: ({ population }) => population },
            { heading: 'Measure', cell: ({ outcome }) => outcomeWords[outcome] },
            { heading: 'Estimate (95% interval)', number: true, cell: estimateWords },
            {
              heading: 'Number',
              number: true,
              cell: ({ of }) => (of === null ? 'not given' : grouped(of)),
            },
            {
              heading: 'Source',
              cell: ({ source, verified }) => (
                <>
                  <Source source={source} />
                  {verified ? '' : ' (not read in the source itself)'}
                </>
              ),
            },
          ]}
        />
      ))}
      <h2 className="nhsuk-heading-m">Registries that measure something else</h2>
      <dl className="fp-terms nhsuk-u-reading-width">
        {otherRegistries.map(({ name, words, source }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {words} <Source source={source} />
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  )
}

const outcomeWords: Readonly<Record<Published['outcome'], string>> = {
  'overall-survival': 'Median overall survival',
  'progression-free-survival': 'Median progression-free survival',
  'mortality-30': 'Deaths within 30 days',
  'severe-30': 'Severe complications',
  'technical-success': 'Technical success',
  'complication-30': 'Complications',
}

function estimateWords({ measure, estimate, lower, upper }: Published): string {
  const isShare = measure === 'proportion'
  const words = (value: number) => (isShare ? `${(value * 100).toFixed(1)}%` : value.toFixed(1))
  const whole = isShare ? words(estimate) : `${words(estimate)} months`
  if (lower === null) return `${whole} (interval not given)`
  return `${whole} (${words(lower)} to ${upper === null ? 'not reached' : words(upper)})`
}

/** Words with a link where they name a number in PubMed, a DOI or an address. */
function Source({ source }: { readonly source: string }) {
  const found = addresses.map(({ pattern, base }) => ({ match: pattern.exec(source), base }))
  const first = found.find(({ match }) => match !== null)
  if (!first?.match) return <span className="fp-wrap">{source}</span>
  return (
    <a className="fp-wrap" href={`${first.base}${first.match[1]}`}>
      {source}
    </a>
  )
}

const addresses = [
  { pattern: /PubMed (\d+)/, base: 'https://pubmed.ncbi.nlm.nih.gov/' },
  { pattern: /\b(10\.\d{4,}\/\S+)/, base: 'https://doi.org/' },
  { pattern: /^(orca\.cardiff\.ac\.uk\/\S+)$/, base: 'https://' },
]
