/** The clauses that no data can decide, each with what the service attests of it today. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { attestationOf } from '#core/service/standing.ts'
import type { Clause } from '#core/standards/clause.ts'
import { STANDARDS } from '#core/standards/editions.ts'
import { clausesOf, type Standard } from '#core/standards/standard.ts'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'
import type { ServiceAt } from './at.ts'

interface ToAttest {
  readonly standard: Standard
  readonly clause: Clause
}

const toAttest: readonly ToAttest[] = STANDARDS.flatMap((standard) =>
  clausesOf(standard)
    .filter(({ means }) => means.includes('attestation'))
    .map((clause) => ({ standard, clause })),
)

export function ClausesToAttest({ at }: { readonly at: ServiceAt }) {
  return (
    <DataTable
      stacks
      caption="Clauses that no data can decide"
      keyOf={({ standard, clause }) => `${standard.id} ${clause.number}`}
      rows={toAttest}
      empty="Data decide every clause."
      columns={[
        { heading: 'Clause', names: true, cell: ({ clause }) => clause.number },
        { heading: 'Asks', cell: ({ clause }) => `${clause.asks}.` },
        { heading: 'Of', cell: ({ standard }) => standard.id },
        { heading: 'Your service', cell: (row) => <Attested at={at} {...row} /> },
      ]}
    />
  )
}

function Attested({ at, standard, clause }: ToAttest & { readonly at: ServiceAt }) {
  const held = attestationOf(at.course, standard.id, clause.number, at.day)
  if (held)
    return (
      <a href={paths.myServiceEntry(at.code, held.first)}>
        {held.body.verdict === 'met' ? 'Meets it' : 'Does not meet it'}, attested to{' '}
        {dayWords(held.body.until)}
      </a>
    )
  if (!at.mayRecord) return 'Not attested'
  const href = paths.myServiceNew(at.code, 'attestation', { standard: standard.id, clause: clause.number })
  return (
    <>
      Not attested.{' '}
      <a href={href}>
        Attest<span className="nhsuk-u-visually-hidden"> clause {clause.number}</span>
      </a>
    </>
  )
}
