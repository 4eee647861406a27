/** The cohort as it stands, condition by condition, and what else it can be chosen by. */

import {
  columnOf,
  type FilterColumn,
  filterColumns,
  filterGroups,
  filterNamed,
} from '#core/registry/cohort/columns.ts'
import { conditionWords } from '#core/registry/cohort/sentence.ts'
import type { Names } from '#core/registry/cohort/values.ts'
import { paths } from '../paths.ts'
import { AddForm } from './add-form.tsx'
import type { OptionCounts } from './counts.tsx'
import { type ExploreView, opening, withKnown, without } from './explore-view.ts'

interface CohortPanelProps {
  readonly view: ExploreView
  readonly names: Names
  /** How many treatments each value of the open column would leave. */
  readonly options: OptionCounts
  /** Of the snapshot, the latest first. */
  readonly years: readonly number[]
}

export function CohortPanel({ view, names, options, years }: CohortPanelProps) {
  return (
    <section className="fp-explore__cohort" aria-labelledby="cohort">
      <h2 className="nhsuk-heading-m" id="cohort" tabIndex={-1}>
        Cohort
      </h2>
      <Conditions view={view} names={names} />
      {view.adding && view.adding.asks !== 'known' ? (
        <AddForm view={view} filter={view.adding} names={names} options={options} years={years} />
      ) : null}
      <h3 className="nhsuk-heading-s">Add a condition</h3>
      {Object.entries(filterGroups).map(([group, title]) => (
        <details key={group} className="nhsuk-details fp-explore__group" open={isOpen(view, group)}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{title}</span>
          </summary>
          <div className="nhsuk-details__text">
            {group === 'outcome' ? <Knowns view={view} /> : <Columns view={view} group={group} />}
          </div>
        </details>
      ))}
    </section>
  )
}

const isOpen = (view: ExploreView, group: string) => view.adding?.group === group

/** What a registry page of many services does not choose by: one service's own pages do. */
const offered = filterColumns.filter(({ name }) => name !== 'organisation')

function Conditions({ view, names }: { readonly view: ExploreView; readonly names: Names }) {
  const { conditions } = view.cohort
  if (conditions.length === 0) return <p>No condition yet: every treatment of the registry.</p>
  return (
    <ul className="fp-explore__conditions">
      {conditions.map((condition) => {
        const filter = filterNamed(condition.column)
        if (!filter) return null
        const { label } = columnOf(filter)
        return (
          <li key={condition.column}>
            <span>
              <strong>{label}:</strong> {conditionWords(filter, condition, names)}
            </span>
            <span className="fp-explore__change">
              {filter.asks === 'known' || filter.name === 'organisation' ? null : (
                <a href={`${paths.registryExplore(opening(view, filter.name))}#choose`}>
                  Change<span className="nhsuk-u-visually-hidden"> {label}</span>
                </a>
              )}
              <a href={`${paths.registryExplore(without(view, filter.name))}#cohort`}>
                Remove<span className="nhsuk-u-visually-hidden"> {label}</span>
              </a>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Columns({ view, group }: { readonly view: ExploreView; readonly group: string }) {
  return (
    <ul className="fp-explore__columns">
      {offered
        .filter((filter) => filter.group === group)
        .map((filter) => (
          <li key={filter.name}>
            <a href={`${paths.registryExplore(opening(view, filter.name))}#choose`}>
              {columnOf(filter).label}
            </a>
          </li>
        ))}
    </ul>
  )
}

/** Of an outcome only whether it is known: to choose by the outcome itself would decide the result. */
function Knowns({ view }: { readonly view: ExploreView }) {
  return (
    <>
      <p>A cohort is not chosen by how it turned out, only by whether that is known.</p>
      <ul className="fp-explore__columns">
        {offered
          .filter(({ group }) => group === 'outcome')
          .map((filter) => (
            <li key={filter.name}>
              {capital(filter)}: <KnownLinks view={view} filter={filter} />
            </li>
          ))}
      </ul>
    </>
  )
}

const capital = ({ noun }: FilterColumn) => noun.charAt(0).toUpperCase() + noun.slice(1)

export function KnownLinks({ view, filter }: { readonly view: ExploreView; readonly filter: FilterColumn }) {
  const about = <span className="nhsuk-u-visually-hidden"> {filter.noun}</span>
  return (
    <span className="fp-explore__knowns">
      <a href={`${paths.registryExplore(withKnown(view, filter.name, 'known'))}#cohort`}>known{about}</a>
      <a href={`${paths.registryExplore(withKnown(view, filter.name, 'not-known'))}#cohort`}>
        not known{about}
      </a>
    </span>
  )
}
