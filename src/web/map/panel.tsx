/** The map's panel: every choice as one form that works without scripts; its legend is filter and count. */
import { Button } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { inPaperTable } from '#core/catalogue/procedures.ts'
import type { EditionFacts } from '#store/census/provision-data.ts'
import type { Mark } from '../components/national-map/marks.ts'
import { PathwayKey } from '../components/national-map/pathways.tsx'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { paths } from '../paths.ts'
import { type MapView, mapHref } from './view.ts'

interface PanelProps {
  readonly view: MapView
  readonly editions: readonly EditionFacts[]
  readonly edition: EditionFacts | null
  readonly marks: Readonly<Record<string, Mark>>
  readonly order: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

export function Panel({ view, editions, edition, marks, order, counts }: PanelProps) {
  return (
    <form className="fp-panel" method="post" action={paths.map()} aria-label="What the map shows">
      <div className="fp-panel__place">
        <PlaceField place={view.place} />
        <Button small secondary>
          Find
        </Button>
      </div>
      {editions.length > 1 ? (
        <Select name="edition" label="Census edition" value={edition?.id ?? ''}>
          {editions.map(({ id, title, state }) => (
            <option key={id} value={id}>
              {title}
              {state === 'open' ? ' (open)' : ''}
            </option>
          ))}
        </Select>
      ) : null}
      <ProcedureSelect value={view.procedure ?? ''} />
      <Select name="nation" label="Nation" value={view.nation ?? ''}>
        <option value="">All four nations</option>
        {NATIONS.map((nation) => (
          <option key={nation}>{nation}</option>
        ))}
      </Select>
      <Legend view={view} marks={marks} order={order} counts={counts} />
      <Select name="show" label="Draw services as" value={view.show}>
        <option value="both">Symbols and nearest-service areas</option>
        <option value="symbols">Symbols only</option>
        <option value="areas">Nearest-service areas only</option>
      </Select>
      <div className="nhsuk-form-group">
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          <Check id="pathways" name="pathways" value="on" checked={view.pathways}>
            Draw referral pathways
          </Check>
        </div>
        {view.pathways ? <PathwayKey /> : null}
      </div>
      {view.withCorrections ? <input type="hidden" name="with" value="corrections" /> : null}
      <div className="fp-actions">
        <Button>Apply</Button>
        <a href={mapHref({})}>Start again</a>
      </div>
    </form>
  )
}

export function PlaceField({ place }: { place: string | undefined }) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="place">
        Find a place
      </label>
      <div className="nhsuk-hint" id="place-hint">
        A postcode, a hospital or a town
      </div>
      <input
        className="nhsuk-input"
        id="place"
        name="place"
        type="search"
        maxLength={80}
        autoComplete="postal-code"
        aria-describedby="place-hint"
        defaultValue={place}
      />
    </div>
  )
}

export function ProcedureSelect({ value }: { value: string }) {
  return (
    <Select name="procedure" label="Show" value={value}>
      <option value="">Overall provision</option>
      <optgroup label="Disease-modifying procedures">
        {inPaperTable('disease-modifying').map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label="Supportive procedures">
        {inPaperTable('supportive').map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    </Select>
  )
}

/** Every mark with its count; unticked ones leave map and list. All ticked is the same as none chosen. */
function Legend({ view, marks, order, counts }: Pick<PanelProps, 'view' | 'marks' | 'order' | 'counts'>) {
  const chosen = new Set(view.marks.length > 0 ? view.marks : order)
  return (
    <fieldset className="nhsuk-fieldset fp-legend" id="legend" data-live="legend">
      <legend className="nhsuk-fieldset__legend">Key, and how many</legend>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {order.map((key) => {
          const mark = marks[key]
          return mark ? (
            <Check key={key} id={`class-${key}`} name="class" value={key} checked={chosen.has(key)}>
              <MarkIcon mark={mark} size={20} />
              <span>{mark.words}</span>
              <strong className="fp-number">{counts.get(key) ?? 0}</strong>
            </Check>
          ) : null
        })}
      </div>
    </fieldset>
  )
}

interface SelectProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly children: React.ReactNode
}

function Select({ name, label, value, children }: SelectProps) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={name}>
        {label}
      </label>
      <select className="nhsuk-select" id={name} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  )
}

interface CheckProps {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly children: React.ReactNode
}

function Check({ id, name, value, checked, children }: CheckProps) {
  return (
    <div className="nhsuk-checkboxes__item">
      <input
        className="nhsuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={value}
        defaultChecked={checked}
      />
      <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
        {children}
      </label>
    </div>
  )
}
