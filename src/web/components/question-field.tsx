/** A question of the census as a field of a form that shows several at once, as the lead and interviewers use. */

import { Checkboxes, Radios, Textarea } from 'nhsuk-react-components'
import { type Answer, optionsOf, type Question } from '#core/census/questionnaire.ts'
import { errorFor, type FieldProblem } from './problems.tsx'

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: Answer | undefined
  readonly problems: readonly FieldProblem[]
  /** The names of the directory's organisations by code. */
  readonly names: ReadonlyMap<string, string>
}

export function QuestionField({ question, answer, problems, names }: QuestionFieldProps) {
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
    const lines = [answer ?? []].flat().map((code) => names.get(code) ?? code)
    return (
      <Textarea
        {...shared}
        label={asks}
        labelProps={{ size: 's' }}
        hint="One organisation a line, by its name or its code."
        rows={Math.max(3, lines.length + 1)}
        defaultValue={lines.join('\n')}
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
