/** The question, where the images are, the recommendation and who acts: kept while one writes, recorded at the end. */

import { Button, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import type { Item, Meeting } from '#store/meeting/meeting.ts'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { Overtaken } from './item-overtaken.tsx'
import { type ItemTyped, shownIn, typedOf } from './item-typed.ts'
import { recommendations } from './view.ts'

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
  const input = (name: keyof ItemTyped) => ({
    labelProps: { size: 's' as const },
    ...inputOf({ ...typed }, problems, name),
  })
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
        <Overtaken by={overtakenBy} contested={contested} item={item} names={names} />
      )}
      <SeenFields {...seen} />
      <Textarea label="Question" rows={3} {...input('question')} />
      <TextInput label="Where the images are" {...input('images')} />
      <RecommendationField chosen={typed.recommendation} problems={problems} />
      <Choice
        label="Procedure, where one is recommended"
        input={input('procedure')}
        options={PROCEDURES.map(({ id, name }) => [id, name])}
      />
      <Choice
        label="Where it will be done"
        input={{ ...input('atPlace'), defaultValue: typed.atPlace || meeting.organisation }}
        options={[...names]}
      />
      <TextInput label="Who acts next" {...input('actsNext')} />
      <Textarea label="What was said (optional)" rows={3} {...input('notes')} />
      <Buttons meeting={meeting} item={item} />
      <p className="nhsuk-hint" role="status" data-kept="" />
    </form>
  )
}

/** What the writer saw, to tell what others changed meanwhile. */
function SeenFields({ revision, was }: Seen) {
  return (
    <>
      <input type="hidden" name="revision" value={revision} />
      {Object.entries(was).map(([name, value]) => (
        <input key={name} type="hidden" name={`was-${name}`} value={value} />
      ))}
    </>
  )
}

interface RecommendationFieldProps {
  readonly chosen: string
  readonly problems: readonly FieldProblem[]
}

function RecommendationField({ chosen, problems }: RecommendationFieldProps) {
  return (
    <Radios
      id="recommendation"
      name="recommendation"
      legend="Recommendation"
      legendProps={{ size: 's' }}
      small
      {...errorFor(problems, 'recommendation')}
    >
      {[...recommendations].map(([value, label]) => (
        <Radios.Item key={value} value={value} defaultChecked={chosen === value}>
          {label}
        </Radios.Item>
      ))}
    </Radios>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly input: ReturnType<typeof inputOf>
  readonly options: readonly (readonly [value: string, label: string])[]
}

function Choice({ label, input, options }: ChoiceProps) {
  return (
    <Select label={label} {...input}>
      <Select.Option value="">None</Select.Option>
      {options.map(([value, words]) => (
        <Select.Option key={value} value={value}>
          {words}
        </Select.Option>
      ))}
    </Select>
  )
}

/** Nothing is recorded of a meeting that has not begun. */
function Buttons({ meeting, item }: Pick<ItemFormProps, 'meeting' | 'item'>) {
  return (
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
  )
}
