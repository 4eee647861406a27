/** The form that asks: three kinds of question as links, then what the chosen one has to be told. */

import { Button, ErrorMessage, Select, TextInput } from 'nhsuk-react-components'
import { NATIONS } from '#core/catalogue/organisations.ts'
import { candidateChoices, candidateWords } from '#core/network/proposal/question.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import { paths } from '../paths.ts'
import { begun, type Kind, kinds } from './proposals-asked.ts'
import { ProcedureOptions } from './proposals-parts.tsx'

interface FormProps {
  readonly kind: Kind
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

const asks: Readonly<Record<Kind, { readonly title: string; readonly asks: string }>> = {
  pathways: {
    title: 'New referral pathways',
    asks: 'Which services should agree with which: the fewest for a share of the people, or the best so many?',
  },
  services: {
    title: 'Where new services should be',
    asks: 'At which organisations would a new service bring people nearest, or most people within reach?',
  },
  recipients: {
    title: 'Recipients for each gap',
    asks: 'For each service without a way to the procedure, who could take its patients?',
  },
}

export function AskForm({ kind, fields, problems }: FormProps) {
  const now = begun(fields)
  const { error } = errorFor(problems, 'ask')
  return (
    <section id="ask" aria-labelledby="ask-heading">
      <h2 className="nhsuk-heading-m" id="ask-heading">
        Ask
      </h2>
      {error ? <ErrorMessage>{error}</ErrorMessage> : null}
      <ul className="fp-explore__kinds">
        {kinds.map((each) => (
          <li key={each}>
            <a
              href={`${paths.networkProposals({ ask: each, procedure: now.procedure, nation: now.nation })}#ask`}
              aria-current={each === kind ? 'true' : undefined}
            >
              <strong>{asks[each].title}</strong>
              <span>{asks[each].asks}</span>
            </a>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.networkProposals()} noValidate className="fp-proposal-form">
        <input type="hidden" name="ask" value={kind} />
        <div className="fp-explore__fields">
          <Select
            id="procedure"
            name="procedure"
            label="Procedure"
            defaultValue={now.procedure}
            {...errorFor(problems, 'procedure')}
          >
            <ProcedureOptions />
          </Select>
          <Select
            id="nation"
            name="nation"
            label="Whose people and services"
            defaultValue={now.nation}
            {...errorFor(problems, 'nation')}
          >
            <Select.Option value="">All four nations</Select.Option>
            {NATIONS.map((nation) => (
              <Select.Option key={nation} value={nation}>
                {nation}
              </Select.Option>
            ))}
          </Select>
          {kind === 'pathways' ? <PathwaysFields fields={now} problems={problems} /> : null}
          {kind === 'services' ? <ServicesFields fields={now} problems={problems} /> : null}
        </div>
        <Button preventDoubleClick>Ask</Button>
      </form>
    </section>
  )
}

type FieldsProps = Omit<FormProps, 'kind'>

function PathwaysFields({ fields, problems }: FieldsProps) {
  return (
    <>
      <Select id="goal" name="goal" label="What to look for" defaultValue={fields.goal}>
        <Select.Option value="share">The fewest that reach a share of the people</Select.Option>
        <Select.Option value="count">So many that reach most people</Select.Option>
      </Select>
      <TextInput
        id="share"
        name="share"
        label="Share of the people to reach"
        hint="For the fewest"
        suffix="%"
        width={4}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={fields.share}
        {...errorFor(problems, 'share')}
      />
      <TextInput
        id="pathwayCount"
        name="pathwayCount"
        label="How many pathways"
        hint="For so many"
        width={4}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={fields.pathwayCount}
        {...errorFor(problems, 'pathwayCount')}
      />
      <TextInput
        id="pathwayMinutes"
        name="pathwayMinutes"
        label="Within reach: no more than"
        suffix="minutes"
        hint="From home to where one is treated, one way"
        width={4}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={fields.pathwayMinutes}
        {...errorFor(problems, 'pathwayMinutes')}
      />
    </>
  )
}

function ServicesFields({ fields, problems }: FieldsProps) {
  return (
    <>
      <Select id="existing" name="existing" label="Today’s services" defaultValue={fields.existing}>
        <Select.Option value="fixed">Stay where they are</Select.Option>
        <Select.Option value="free">May be anywhere: begin anew</Select.Option>
      </Select>
      <TextInput
        id="count"
        name="count"
        label="How many services"
        hint="New ones; where one begins anew, in all"
        width={4}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={fields.count}
        {...errorFor(problems, 'count')}
      />
      <Select id="aim" name="aim" label="What counts" defaultValue={fields.aim}>
        <Select.Option value="covering">Most people within so many minutes</Select.Option>
        <Select.Option value="mean">The shortest way on average</Select.Option>
      </Select>
      <TextInput
        id="minutes"
        name="minutes"
        label="Within"
        suffix="minutes"
        hint="Not used for the shortest way on average"
        width={4}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={fields.minutes}
        {...errorFor(problems, 'minutes')}
      />
      <Select
        id="candidates"
        name="candidates"
        label="Where they could be"
        defaultValue={fields.candidates}
        {...errorFor(problems, 'candidates')}
      >
        {candidateChoices.map((each) => (
          <Select.Option key={each} value={each}>
            {candidateWords[each].choice}
          </Select.Option>
        ))}
      </Select>
    </>
  )
}
