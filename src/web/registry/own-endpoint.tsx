/** The parts of an endpoint of one's own: unit, start, events, what competes, until when, landmark; or a share's. */

import { Checkboxes, Fieldset, Select, TextInput } from 'nhsuk-react-components'
import { censoringSchema, eventSchema, startSchema, unitSchema } from '#core/registry/endpoint.ts'
import { CENSORING_WORDS, EVENT_WORDS, START_WORDS, UNIT_WORDS } from '#core/registry/endpoints.ts'
import { shareColumns } from '#core/registry/explore/columns.ts'
import { ownMeasure } from '#core/registry/explore/endpoint.ts'
import type { OfferedKind } from '#core/registry/explore/kinds.ts'
import { errorFor } from '../components/problems.tsx'
import type { ExploreView } from './explore-view.ts'

interface OwnEndpointProps {
  readonly view: ExploreView
  readonly kind: OfferedKind
}

export function OwnEndpoint({ view, kind }: OwnEndpointProps) {
  const isTime = ownMeasure(view.params, kind) === 'time'
  return (
    <Fieldset className="fp-explore__own">
      <Fieldset.Legend size="s">Your endpoint</Fieldset.Legend>
      {kind.kind === 'forest' ? (
        <Choice
          view={view}
          name="measure"
          label="What it is"
          words={{ time: 'A time', proportion: 'A share' }}
        />
      ) : null}
      <Choice view={view} name="unit" label="Counted per" words={wordsOf(unitSchema.options, UNIT_WORDS)} />
      {isTime ? <OwnTime view={view} kind={kind} /> : <OwnShare view={view} />}
    </Fieldset>
  )
}

function OwnTime({ view, kind }: OwnEndpointProps) {
  return (
    <>
      <Choice
        view={view}
        name="start"
        label="Time begins on"
        words={wordsOf(startSchema.options, START_WORDS)}
      />
      <Events view={view} name="events" legend="It ends with" />
      {kind.kind === 'survival' ? null : (
        <Events view={view} name="competing" legend="What can come first instead" />
      )}
      <Choice
        view={view}
        name="censoring"
        label="Without that, counted until"
        words={wordsOf(censoringSchema.options, CENSORING_WORDS)}
      />
      <DaysField
        view={view}
        name="landmark"
        label="Landmark, in days"
        hint="Only those still without event then; time is counted from there. Leave empty for none."
      />
    </>
  )
}

function OwnShare({ view }: Pick<OwnEndpointProps, 'view'>) {
  const unit = unitSchema.safeParse(view.params.get('unit') || 'treatment').data ?? 'treatment'
  const outcomes = Object.fromEntries(shareColumns(unit).map(({ name, label }) => [name, label]))
  return (
    <>
      <Choice view={view} name="outcome" label="Outcome" words={outcomes} />
      <Choice view={view} name="counted" label="Counted are those with" words={{ yes: 'Yes', no: 'No' }} />
      <DaysField
        view={view}
        name="due"
        label="Due after, in days"
        hint="Younger ones are neither counted nor missing."
      />
    </>
  )
}

interface PartProps {
  readonly view: ExploreView
  readonly name: string
}

function Choice({
  view,
  name,
  label,
  words,
}: PartProps & { readonly label: string; readonly words: Readonly<Record<string, string>> }) {
  return (
    <Select
      id={name}
      name={name}
      label={label}
      defaultValue={chosen(view, name)[0] ?? ''}
      {...errorFor(view.problems, name)}
    >
      {Object.entries(words).map(([value, text]) => (
        <Select.Option key={value} value={value}>
          {capital(text)}
        </Select.Option>
      ))}
    </Select>
  )
}

function Events({ view, name, legend }: PartProps & { readonly legend: string }) {
  return (
    <Checkboxes
      id={name}
      name={name}
      small
      legend={legend}
      legendProps={{ size: 's' }}
      {...errorFor(view.problems, name)}
    >
      {eventSchema.options.map((event, index) => (
        <Checkboxes.Item
          key={event}
          id={`${name}-${index + 1}`}
          value={event}
          defaultChecked={chosen(view, name).includes(event)}
        >
          {capital(EVENT_WORDS[event])}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  )
}

function DaysField({
  view,
  name,
  label,
  hint,
}: PartProps & { readonly label: string; readonly hint: string }) {
  return (
    <TextInput
      id={name}
      name={name}
      label={label}
      hint={hint}
      width={4}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={view.params.get(name) ?? ''}
      {...errorFor(view.problems, name)}
    />
  )
}

const chosen = (view: ExploreView, name: string) =>
  view.params.getAll(name).flatMap((text) => text.split(',').filter(Boolean))

const wordsOf = <Word extends string>(list: readonly Word[], words: Readonly<Record<Word, string>>) =>
  Object.fromEntries(list.map((each) => [each, words[each]]))

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
