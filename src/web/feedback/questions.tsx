/** The questions on one page, for a phone: how it was, why, and for each symptom a scale from 0 to 10. */

import { Button, Radios, Textarea } from 'nhsuk-react-components'
import { byOptions, experienceOptions, longestWords } from '#core/feedback/answers.ts'
import { dateWords } from '../components/dates.ts'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { Frame } from './frame.tsx'
import { InstrumentItems, minutesFor } from './instrument-items.tsx'
import type { Open } from './opened.ts'

interface QuestionsProps {
  readonly c: PageContext
  readonly open: Open
  readonly fields?: Readonly<Record<string, string>>
  readonly problems?: readonly FieldProblem[]
}

export function questionsPage({ c, open, fields = {}, problems = [] }: QuestionsProps) {
  const { token, service, link, instruments } = open
  return show(
    c,
    <Frame c={c} title="How was your treatment?" hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">How was your treatment?</h1>
      <p>
        {service} would like to know. It takes about {minutesFor(instruments)} minutes. You do not have to
        answer, and your care does not depend on it.
      </p>
      <form method="post" action={paths.feedback(token, 'check')} noValidate>
        <Radios
          id="experience"
          name="experience"
          legend="Overall, how was your experience of our service?"
          legendProps={{ size: 'm' }}
          {...errorFor(problems, 'experience')}
        >
          {experienceOptions.map(({ value, label }) => (
            <Radios.Item key={value} value={value} defaultChecked={fields.experience === value}>
              {label}
            </Radios.Item>
          ))}
        </Radios>
        <Textarea
          label="Why? What was good, and what could be better? (optional)"
          labelProps={{ size: 'm' }}
          hint="Without your name, or anybody else’s."
          rows={5}
          maxLength={longestWords * 2}
          {...inputOf(fields, problems, 'words')}
        />
        {link.symptoms.map((symptom, index) => (
          <Scale key={symptom} symptom={symptom} name={`score-${index}`} given={fields[`score-${index}`]} />
        ))}
        {instruments.map((asked) => (
          <InstrumentItems key={asked.instrument.id} asked={asked} fields={fields} />
        ))}
        <Radios
          id="by"
          name="by"
          legend="Who answers?"
          legendProps={{ size: 'm' }}
          {...errorFor(problems, 'by')}
        >
          {byOptions.map(({ value, label }) => (
            <Radios.Item key={value} value={value} defaultChecked={fields.by === value}>
              {label}
            </Radios.Item>
          ))}
        </Radios>
        <Button preventDoubleClick>Continue</Button>
      </form>
      <p>
        <a href={paths.feedback(token, 'decline')}>I would rather not answer</a>
      </p>
      <p className="fp-quiet">
        Those who look after you can read your answers. The link can be used until {dateWords(link.expiresAt)}
        .
      </p>
    </Frame>,
    problems.length > 0 ? 422 : 200,
  )
}

interface ScaleProps {
  readonly symptom: string
  readonly name: string
  readonly given: string | undefined
}

/** Eleven boxes in a row, or in two on a phone: one press, no sliding. */
function Scale({ symptom, name, given }: ScaleProps) {
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group fp-scale" aria-describedby={`${name}--hint`}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
        {symptom.charAt(0).toUpperCase() + symptom.slice(1)} today, from 0 to 10 (optional)
      </legend>
      <div className="nhsuk-hint" id={`${name}--hint`}>
        0 is none at all. 10 is as bad as you can imagine.
      </div>
      <div className="fp-scale__steps">
        {Array.from({ length: 11 }, (_, value) => (
          <span key={`${value}`} className="fp-scale__step">
            <input
              type="radio"
              id={`${name}-${value}`}
              name={name}
              value={String(value)}
              defaultChecked={given === String(value)}
            />
            <label htmlFor={`${name}-${value}`}>{value}</label>
          </span>
        ))}
      </div>
    </fieldset>
  )
}
