/** Each procedure against what the clauses ask of a service: there, late, missing, each one press from what answers it. */

import { procedureName } from '#core/catalogue/procedures.ts'
import type { Coverage, Covered, ProcedureCoverage } from '#core/service/coverage.ts'
import { serviceNeeds } from '#core/service/coverage.ts'
import { paths } from '../paths.ts'
import type { ServiceAt } from './at.ts'

interface CoverageTableProps {
  readonly at: ServiceAt
  readonly coverage: Coverage
}

export function CoverageTable(props: CoverageTableProps) {
  return (
    <>
      <Grid {...props} />
      <ul className="fp-coverage__key" aria-label="Key">
        <li>
          <Mark state="there" /> in force
        </li>
        <li>
          <Mark state="late" /> in force, its review overdue
        </li>
        <li>
          <Mark state="missing" /> missing
        </li>
        <li>
          <Mark state="not-needed" /> not asked of this procedure
        </li>
      </ul>
    </>
  )
}

function Grid({ at, coverage }: CoverageTableProps) {
  const asked = serviceNeeds.filter((need) =>
    coverage.procedures.some(({ needs }) =>
      needs.some((each) => each.need === need && each.state !== 'not-needed'),
    ),
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="fp-table-scroll fp-coverage" aria-label="Each procedure by clause" tabIndex={0}>
      <table className="nhsuk-table">
        <caption className="nhsuk-u-visually-hidden">What each procedure has, and what is missing</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col" className="nhsuk-table__header">
              Procedure
            </th>
            {asked.map((need) => (
              <th key={need.key} scope="col" className="nhsuk-table__header fp-coverage__need">
                {need.title}
                <span className="fp-coverage__clause">{need.clause}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {coverage.procedures.map((row) => (
            <tr key={row.procedure} className="nhsuk-table__row">
              <th scope="row" className="nhsuk-table__header">
                {procedureName(row.procedure)}
              </th>
              {asked.map((need) => (
                <td key={need.key} className="nhsuk-table__cell fp-coverage__cell">
                  <Cell at={at} row={row} covered={row.needs.find((each) => each.need === need)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  readonly at: ServiceAt
  readonly row: ProcedureCoverage
  readonly covered: Covered | undefined
}

function Cell({ at, row, covered }: CellProps) {
  if (!covered || covered.state === 'not-needed')
    return (
      <>
        <Mark state="not-needed" />
        <span className="nhsuk-u-visually-hidden">Not asked of this procedure</span>
      </>
    )
  const { state, by, need } = covered
  const what = `${need.title} for ${procedureName(row.procedure)}`
  if (by)
    return (
      <a href={paths.myServiceEntry(at.code, by.first)}>
        <Mark state={state} />
        <span className="nhsuk-u-visually-hidden">
          {what}: {state === 'late' ? 'in force, review overdue' : 'in force'}
        </span>
      </a>
    )
  if (!at.mayRecord)
    return (
      <>
        <Mark state="missing" />
        <span className="nhsuk-u-visually-hidden">{what}: missing</span>
      </>
    )
  return (
    <a href={paths.myServiceNew(at.code, need.kind, { ...need.begin, procedure: row.procedure })}>
      <Mark state="missing" />
      <span className="nhsuk-u-visually-hidden">{what}: missing. Add</span>
    </a>
  )
}

/** Shape before colour: a tick, a clock, a cross, a dash. */
export function Mark({ state }: { readonly state: Covered['state'] }) {
  return (
    <svg
      className={`fp-cover-mark fp-cover-mark--${state}`}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      {state === 'there' ? <path d="M3 10.5 8 15.5 17 5" /> : null}
      {state === 'late' ? (
        <>
          <circle cx="10" cy="10" r="7" />
          <path d="M10 6v4.5l3 2" />
        </>
      ) : null}
      {state === 'missing' ? <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" /> : null}
      {state === 'not-needed' ? <path d="M7 10h6" /> : null}
    </svg>
  )
}
