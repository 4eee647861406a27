/** The answer to a referral: acknowledged, advised, accepted, refused with a reason; or the patient is referred onward. */

import { Button, Radios, Textarea } from 'nhsuk-react-components'
import { endOf, referralOf } from '#core/pathway/reading/referral.ts'
import type { OpenedCase } from '#store/case/read.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf } from '../components/problems.tsx'
import { paths } from '../paths.ts'

interface AnswerFormProps {
  readonly opened: OpenedCase
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
  readonly mayRefer: boolean
}

const choices = [
  { value: 'accepted', label: 'Accept', hint: 'The case is taken on' },
  { value: 'acknowledged', label: 'Acknowledge', hint: 'Received; an answer follows' },
  { value: 'advice', label: 'Give advice', hint: 'The referral stays open' },
  { value: 'refused', label: 'Refuse', hint: 'With a reason' },
] as const

export function AnswerForm({ opened, fields, problems, mayRefer }: AnswerFormProps) {
  if (endOf(opened.course)) return null
  const decided = referralOf(opened.course)?.decision
  return (
    <section aria-labelledby="give">
      <h2 className="nhsuk-heading-m" id="give">
        {decided ? 'Change your answer, or refer onward' : 'Your answer'}
      </h2>
      <form
        method="post"
        action={paths.referralPart(opened.id, 'answer')}
        noValidate
        className="nhsuk-u-reading-width"
      >
        {/* What the answer was written on: of two who answer at once, the second is told. */}
        <input type="hidden" name="seen" value={opened.course.position} />
        <Radios name="answer" legend="Answer" legendProps={{ size: 's' }} {...errorFor(problems, 'answer')}>
          {choices.map(({ value, label, hint }, index) => (
            <Radios.Item
              key={value}
              id={index === 0 ? 'answer' : `answer-${value}`}
              value={value}
              hint={hint}
              defaultChecked={fields.answer === value}
            >
              {label}
            </Radios.Item>
          ))}
        </Radios>
        <Textarea
          label="To the referrer"
          labelProps={{ size: 's' }}
          hint="The advice, or the reason for refusal; otherwise a comment, if you have one."
          rows={4}
          {...inputOf(fields, problems, 'words')}
        />
        <Button preventDoubleClick>Send the answer</Button>
      </form>
      {mayRefer ? (
        <form
          method="post"
          action={paths.referralPart(opened.id, 'onward')}
          className="nhsuk-u-reading-width"
        >
          <p>
            Not for your service? Refer the patient onward: what is known goes along, and this case keeps its
            link.
          </p>
          <Button secondary preventDoubleClick>
            Refer onward
          </Button>
        </form>
      ) : null}
    </section>
  )
}
