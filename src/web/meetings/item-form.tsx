/** The question, where the images are, the recommendation and who acts: kept while one writes, recorded at the end. */

import { Button, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components'
import { PROCEDURES, procedureName } from '#core/catalogue/procedures.ts'
import type { Item, Meeting } from '#store/meeting/meeting.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { recommendations } from './view.ts'

export interface ItemTyped {
  readonly question: string
  readonly images: string
  readonly recommendation: string
  readonly procedure: string
  readonly atPlace: string
  readonly actsNext: string
  readonly notes: string
}

export const typedOf = (item: Item): ItemTyped => ({
  question: item.question,
  images: item.images,
  recommendation: item.recommendation ?? '',
  procedure: item.procedure ?? item.asked ?? '',
  atPlace: item.atPlace ?? '',
  actsNext: item.actsNext ?? '',
  notes: item.notes ?? '',
})

/** What stands, for everybody; changes while the page is open. */
export function ItemWordsShown({ item }: { readonly item: Item }) {
  const recommended = item.recommendation
    ? (recommendations.get(item.recommendation) ?? item.recommendation)
    : null
  return (
    <section className="fp-meeting__words" data-live="words" aria-labelledby="words">
      <h2 className="nhsuk-heading-s" id="words">
        {item.state === 'discussed' ? 'Recorded' : 'So far'}
      </h2>
      <dl>
        <dt>Question</dt>
        <dd>{item.question || 'Not recorded'}</dd>
        <dt>Images</dt>
        <dd>{item.images || 'Not recorded'}</dd>
        <dt>Recommendation</dt>
        <dd className="fp-meeting__recommendation">
          {recommended ?? 'Not recorded yet'}
          {recommended && item.procedure ? `: ${procedureName(item.procedure)}` : ''}
        </dd>
        <dt>Who acts</dt>
        <dd>{item.actsNext ?? 'Not recorded'}</dd>
      </dl>
      {item.changedBy ? <p className="nhsuk-hint">Last changed by {item.changedBy}</p> : null}
    </section>
  )
}

/** The same for somebody who has the form beside it: folded away, for the form says it as well. */
export function WhatStands({ item, open }: { readonly item: Item; readonly open: boolean }) {
  return (
    <details className="nhsuk-details" open={open ? true : undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text" data-live="words-by">
          What stands now{item.changedBy ? `, last changed by ${item.changedBy}` : ''}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <ItemWordsShown item={item} />
      </div>
    </details>
  )
}

interface ItemFormProps {
  readonly meeting: Meeting
  readonly item: Item
  readonly names: ReadonlyMap<string, string>
  readonly typed?: ItemTyped
  readonly problems: readonly FieldProblem[]
  readonly overtakenBy?: string | null
  /** What somebody else wrote meanwhile into fields that this writer changed too. */
  readonly contested?: readonly (keyof ItemTyped)[]
  /** What the writer saw when they began, where the form comes back with problems; absent: what stands now. */
  readonly seen?: Seen
}

export interface Seen {
  readonly revision: number
  readonly was: ItemTyped
}

export function ItemForm({
  meeting,
  item,
  names,
  typed = typedOf(item),
  problems,
  overtakenBy,
  contested = [],
  seen = { revision: item.revision, was: shownIn(item, meeting) },
}: ItemFormProps) {
  return (
    <form
      className="fp-form fp-meeting__form"
      method="post"
      action={paths.meetingItem(meeting.id, item.id, 'words')}
      noValidate
      data-live={`form-${item.id}`}
      data-live-unless-touched=""
    >
      <Problems problems={problems} />
      {overtakenBy === undefined ? null : (
        <div className="fp-overtaken" role="alert">
          <p>
            <strong>{overtakenBy ?? 'Somebody else'} changed the same while you wrote.</strong> What you wrote
            is still here, with what they wrote elsewhere. Send it again to put yours in the place of:
          </p>
          <dl>
            {contested.map((name) => (
              <div key={name}>
                <dt>{itemLabels[name]}</dt>
                <dd>{shownWords(name, typedOf(item)[name], names) || 'Nothing: they took it out'}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <input type="hidden" name="revision" value={seen.revision} />
      {Object.entries(seen.was).map(([name, value]) => (
        <input key={name} type="hidden" name={`was-${name}`} value={value} />
      ))}
      <Textarea
        id="question"
        name="question"
        label="Question"
        labelProps={{ size: 's' }}
        rows={3}
        defaultValue={typed.question}
        {...errorFor(problems, 'question')}
      />
      <TextInput
        id="images"
        name="images"
        label="Where the images are"
        labelProps={{ size: 's' }}
        defaultValue={typed.images}
        {...errorFor(problems, 'images')}
      />
      <Radios
        id="recommendation"
        name="recommendation"
        legend="Recommendation"
        legendProps={{ size: 's' }}
        small
        {...errorFor(problems, 'recommendation')}
      >
        {[...recommendations].map(([value, label]) => (
          <Radios.Item key={value} value={value} defaultChecked={typed.recommendation === value}>
            {label}
          </Radios.Item>
        ))}
      </Radios>
      <Choice
        id="procedure"
        label="Procedure, where one is recommended"
        chosen={typed.procedure}
        problems={problems}
        options={PROCEDURES.map(({ id, name }) => [id, name])}
      />
      <Choice
        id="atPlace"
        label="Where it will be done"
        chosen={typed.atPlace || meeting.organisation}
        problems={problems}
        options={[...names]}
      />
      <TextInput
        id="actsNext"
        name="actsNext"
        label="Who acts next"
        labelProps={{ size: 's' }}
        defaultValue={typed.actsNext}
        {...errorFor(problems, 'actsNext')}
      />
      <Textarea
        id="notes"
        name="notes"
        label="What was said (optional)"
        labelProps={{ size: 's' }}
        rows={3}
        defaultValue={typed.notes}
        {...errorFor(problems, 'notes')}
      />
      <div className="fp-meeting__buttons">
        {meeting.state === 'planned' ? null : (
          <Button name="do" value="record" preventDoubleClick>
            {item.entry ? 'Correct the record' : 'Record the outcome'}
          </Button>
        )}
        <Button secondary name="do" value="keep" preventDoubleClick>
          Keep, not recorded yet
        </Button>
      </div>
      <p className="nhsuk-hint" role="status" data-kept="" />
    </form>
  )
}

/** What the form shows to begin with: what a later writer is compared with. */
export const shownIn = (item: Item, meeting: Meeting): ItemTyped => {
  const typed = typedOf(item)
  return { ...typed, atPlace: typed.atPlace || meeting.organisation }
}

const itemLabels: Readonly<Record<keyof ItemTyped, string>> = {
  question: 'Question',
  images: 'Where the images are',
  recommendation: 'Recommendation',
  procedure: 'Procedure',
  atPlace: 'Where it will be done',
  actsNext: 'Who acts next',
  notes: 'What was said',
}

function shownWords(name: keyof ItemTyped, value: string, names: ReadonlyMap<string, string>): string {
  if (name === 'recommendation') return recommendations.get(value) ?? value
  if (name === 'procedure') return value ? procedureName(value) : ''
  return name === 'atPlace' ? (names.get(value) ?? value) : value
}

interface ChoiceProps {
  readonly id: 'procedure' | 'atPlace'
  readonly label: string
  readonly chosen: string
  readonly problems: readonly FieldProblem[]
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ id, label, chosen, problems, options }: ChoiceProps) {
  return (
    <Select
      id={id}
      name={id}
      label={label}
      labelProps={{ size: 's' }}
      defaultValue={chosen}
      {...errorFor(problems, id)}
    >
      <Select.Option value="">None</Select.Option>
      {options.map(([value, words]) => (
        <Select.Option key={value} value={value}>
          {words}
        </Select.Option>
      ))}
    </Select>
  )
}
