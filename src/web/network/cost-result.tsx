/** What the cost model comes to: the two side by side, the break-even, year by year, and which inputs matter. */

import { sensitivityOf } from '#core/network/cost/sensitivity.ts'
import type { Comparison, Option } from '#core/network/cost.ts'
import { DataTable } from '../components/table.tsx'
import { Tornado } from './cost-tornado.tsx'
import { breakEvenWords, costFinding, plainNumber, pounds } from './cost-words.ts'

interface CostResultProps {
  readonly compared: Comparison
  readonly spread: number
}

export function CostResult({ compared, spread }: CostResultProps) {
  const { pathway, newService, difference, breakEven, years } = compared
  const rows: readonly { words: string; of: (option: Option) => string; less: string }[] = [
    line('Treatments, for each patient', ({ treatment }) => treatment),
    line('Travel and transfers, for each patient', ({ travel }) => travel),
    line('Whatever the activity, a year', ({ fixedPerYear }) => fixedPerYear),
    line('In an undiscounted year', ({ perYear }) => perYear),
    line('Once, at the start', ({ once }) => once),
    line('Over the horizon, as paid', ({ undiscounted }) => undiscounted),
    line('Over the horizon, present value', ({ presentValue }) => presentValue),
    line('Present value for each patient', ({ presentValuePerPatient }) => presentValuePerPatient ?? 0),
  ]
  function line(words: string, value: (option: Option) => number) {
    return {
      words,
      of: (option: Option) => pounds(value(option)),
      less: pounds(value(newService) - value(pathway)),
    }
  }
  return (
    <section aria-labelledby="result">
      <h2 className="nhsuk-heading-m" id="result">
        {costFinding(compared)}
      </h2>
      <p>{breakEvenWords(breakEven)}</p>
      <DataTable
        caption="Side by side"
        rows={rows}
        keyOf={({ words }) => words}
        columns={[
          { heading: 'Cost', names: true, cell: ({ words }) => words },
          { heading: 'Referral pathway', number: true, cell: ({ of }) => of(pathway) },
          { heading: 'New service', number: true, cell: ({ of }) => of(newService) },
          { heading: 'New service less pathway', number: true, cell: ({ less }) => less },
        ]}
      />
      <h2 className="nhsuk-heading-m">Which inputs matter</h2>
      <Tornado rows={sensitivityOf(compared.inputs, spread)} {...{ difference, spread }} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Year by year</span>
        </summary>
        <div className="nhsuk-details__text">
          <DataTable
            caption="As paid each year, and the discounted difference so far"
            rows={years}
            keyOf={({ year }) => String(year)}
            columns={[
              {
                heading: 'Year',
                names: true,
                cell: ({ year }) => (year === 0 ? 'At the start' : String(year)),
              },
              { heading: 'Referral pathway', number: true, cell: (each) => pounds(each.pathway) },
              { heading: 'New service', number: true, cell: (each) => pounds(each.newService) },
              {
                heading: 'New service less pathway so far, discounted',
                number: true,
                cell: ({ differenceSoFar }) => pounds(differenceSoFar),
              },
            ]}
          />
        </div>
      </details>
      <Definitions compared={compared} />
    </section>
  )
}

function Definitions({ compared: { annuity, inputs } }: { readonly compared: Comparison }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">How it is computed</h2>
      <ul className="nhsuk-u-reading-width">
        <li>
          Pathway, for each patient = treatments × cost at the recipient + journeys × 2 × (km × £ per km +
          minutes × £ per minute) + transfers × £ per transfer. New service, for each patient = treatments ×
          cost there: its patients travel no further than to their own hospital.
        </li>
        <li>A year = patients × cost for each patient + what runs whatever the activity.</li>
        <li>
          Present value = what is paid once + cost of a year × the sum of (1 + rate)<sup>−t</sup> over the
          years t = 0 to {inputs.horizonYears - 1}: here {plainNumber(annuity)}. The first year is not
          discounted.
        </li>
        <li>
          Break-even: the number of patients a year at which both present values are equal, all else as given.
        </li>
        <li>
          Not in it: outcomes, waiting, the value of experience that comes with numbers, what else the money
          could do, inflation.
        </li>
      </ul>
    </>
  )
}
