/** A question of the census as a field of a form that shows several at once, as the lead and interviewers use. */

import { Checkboxes, Radios, Textarea, TextInput } from 'nhsuk-react-components'
import { type Answer, optionsOf, type Question } from '#core/census/questionnaire.ts'
import { errorFor, type FieldProblem } from './problems.tsx'

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly problems: readonly FieldProblem[]
}

export function QuestionField({ question, answer, problems }: QuestionFieldProps) {
  const { id, asks, type } = question
  const shared = {
    id,
    name: id,
    ...(question.hint ? { hint: question.hint } : {}),
    ...errorFor(problems, id),
  }
  const chosen = (value: string) =>
    typeof answer === 'string' ? answer === value : (answer?.includes(value) ?? false)
  if (type === 'text') {
    return (
      <Textarea
        {...shared}
        label={asks}
        labelProps={{ size: 's' }}
        rows={3}
        defaultValue={String(answer ?? '')}
      />
    )
  }
  if (type === 'organisations') {
    const codes = typeof answer === 'object' ? answer.join(', ') : (answer ?? '')
    return (
      <TextInput
        {...shared}
        label={asks}
        labelProps={{ size: 's' }}
        hint="Codes of organisations, with commas between, such as RR8, 7A4."
        defaultValue={codes}
        spellCheck={false}
      />
    )
  }
  const legend = { legend: asks, legendProps: { size: 's' as const } }
  if (type === 'many') {
    return (
      <Checkboxes {...shared} {...legend} small>
        {optionsOf(question).map(({ value, label }) => (
          <Checkboxes.Item key={value} value={value} defaultChecked={chosen(value)}>
            {label}
          </Checkboxes.Item>
        ))}
      </Checkboxes>
    )
  }
  return (
    <Radios {...shared} {...legend} small inline={type === 'yes-no'}>
      {optionsOf(question).map(({ value, label }) => (
        <Radios.Item key={value} value={value} defaultChecked={chosen(value)}>
          {label}
        </Radios.Item>
      ))}
    </Radios>
  )
}

/** What such a field sent, in the form that `checkAnswer` reads. */
export function rawAnswer(question: Question, sent: readonly string[]): string | readonly string[] | null {
  if (question.type === 'organisations')
    return sent.flatMap((value) => value.split(/[\s,;]+/)).filter((code) => code !== '')
  if (question.type === 'many') return sent
  return sent[0] ?? null
}
