/** The fields of a story's form, for telling it and for changing it. */

import { Checkboxes, Radios, Select, Textarea, TextInput } from 'nhsuk-react-components'
import { CONDITIONS } from '#core/catalogue/conditions.ts'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { CONSENT_WORDS, consents, type Naming, wordsAtMost } from '#core/story/story.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'

interface StoryFieldsProps {
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  /** What looks like a number or an address was found: it may stay if the author says so. */
  readonly asksAgain: boolean
}

const namingWords: Readonly<Record<Naming, string>> = {
  'first-name': 'My first name',
  'chosen-name': 'Another name of my choice',
  anonymous: 'No name',
}

export function StoryFields({ fields, problems, asksAgain }: StoryFieldsProps) {
  const of = (name: string) => inputOf(fields, problems, name)
  return (
    <>
      <TextInput label="A title" labelProps={{ size: 's' }} maxLength={200} {...of('title')} />
      <Textarea
        label="Your story"
        labelProps={{ size: 's' }}
        hint={`In your own words, up to ${wordsAtMost.toLocaleString('en-GB')} characters: some two pages. An empty line begins a new paragraph. Words only: pictures and files are not taken.`}
        rows={14}
        {...of('words')}
      />
      {asksAgain ? (
        <Checkboxes
          id="keep-hints"
          name="keep-hints"
          legend="Is it none of these?"
          legendProps={{ size: 's' }}
        >
          <Checkboxes.Item
            name="keep-hints"
            value="yes"
            defaultChecked={fields['keep-hints'] === 'yes'}
            hint="Whoever reads it before it is published will look at it, too."
          >
            What you found is no number or address of anybody: leave it as it is
          </Checkboxes.Item>
        </Checkboxes>
      ) : null}
      <Radios
        id="by"
        name="by"
        legend="Who are you?"
        legendProps={{ size: 's' }}
        {...errorFor(problems, 'by')}
      >
        <Radios.Item value="patient" defaultChecked={fields.by === 'patient'}>
          I was treated
        </Radios.Item>
        <Radios.Item value="carer" defaultChecked={fields.by === 'carer'}>
          I cared for somebody who was treated
        </Radios.Item>
      </Radios>
      <Select label="The treatment (optional)" labelProps={{ size: 's' }} {...of('procedure')}>
        <Select.Option value="">None in particular</Select.Option>
        {PROCEDURES.map(({ id, plainName }) => (
          <Select.Option key={id} value={id}>
            {plainName}
          </Select.Option>
        ))}
      </Select>
      <Select label="The illness or complaint (optional)" labelProps={{ size: 's' }} {...of('condition')}>
        <Select.Option value="">None in particular</Select.Option>
        {CONDITIONS.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      <Radios
        id="naming"
        name="naming"
        legend="Which name is shown with it?"
        legendProps={{ size: 's' }}
        {...errorFor(problems, 'naming')}
      >
        {(Object.keys(namingWords) as Naming[]).map((naming) => (
          <Radios.Item key={naming} value={naming} defaultChecked={fields.naming === naming}>
            {namingWords[naming]}
          </Radios.Item>
        ))}
      </Radios>
      <TextInput
        label="The name to show"
        labelProps={{ size: 's' }}
        hint="Leave it empty if no name is to be shown. Never a family name."
        width={20}
        autoComplete="off"
        {...of('name')}
      />
      <Checkboxes
        id="consents"
        name="consents"
        legend="What you agree to"
        legendProps={{ size: 's' }}
        hint="You can withdraw your story whenever you wish."
        {...consentError(problems)}
      >
        {consents.map((consent) => (
          <Checkboxes.Item
            key={consent}
            id={`consent-${consent}`}
            name={`consent-${consent}`}
            value="yes"
            defaultChecked={fields[`consent-${consent}`] === 'yes'}
          >
            {CONSENT_WORDS[consent]}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
    </>
  )
}

const consentError = (problems: readonly FieldProblem[]): { error?: string } =>
  problems.some(({ field }) => field.startsWith('consent-'))
    ? { error: 'Tick all three, or your story cannot be published' }
    : {}
