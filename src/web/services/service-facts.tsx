/** The facts of one service as a summary: place, code, dates, cover, clinic, beds; what was not said, says so. */
import type { Provision } from '#core/census/provision.ts'
import { type Answers, labelOf, questionOf } from '#core/census/questionnaire.ts'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import type { ServiceHistory } from '#store/census/provision-data.ts'
import { dateWords } from '../components/dates.ts'
import { Fact } from '../components/fact.tsx'

interface ServiceFactsProps {
  readonly history: ServiceHistory
  readonly provision: Provision | undefined
  /** What its record says of cover, beside the census; null: nothing. */
  readonly cover: string | null
}

const NOT_RECORDED = 'Not recorded'

export function ServiceFacts({ history, provision, cover }: ServiceFactsProps) {
  const { organisation, editions } = history
  const answers = editions.find((one) => one.answers)?.answers ?? {}
  return (
    <dl className="nhsuk-summary-list">
      <Fact term="Main site">{organisation.mainSite}</Fact>
      <Fact term="ODS code">{organisation.code}</Fact>
      {organisation.openedOn ? <Fact term="Opened">{dateWords(organisation.openedOn)}</Fact> : null}
      {organisation.closedOn ? <Fact term="Closed">{dateWords(organisation.closedOn)}</Fact> : null}
      <Fact term="Interventional radiology department">{yesNo(provision?.irDepartment)}</Fact>
      <Fact term="Lead for interventional oncology">{yesNo(provision?.ioLead)}</Fact>
      <Fact term="Cover around the clock">{optionWords(answers, 'cover')}</Fact>
      {cover ? <Fact term="Cover, as the service records it">{cover}</Fact> : null}
      <Fact term="Outpatient clinic of its own">{optionWords(answers, 'clinic')}</Fact>
      <Fact term="Beds of its own">{optionWords(answers, 'beds')}</Fact>
    </dl>
  )
}

function yesNo(fact: boolean | null | undefined): string {
  return fact === true ? 'Yes' : fact === false ? 'No' : NOT_RECORDED
}

function optionWords(answers: Answers, question: string): string {
  const answer = answers[question]
  const asked = questionOf(CURRENT_QUESTIONNAIRE, question)
  return typeof answer === 'string' && asked ? labelOf(asked, answer) : NOT_RECORDED
}
