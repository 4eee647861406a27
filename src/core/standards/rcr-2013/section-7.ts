/**
 * Section 7: implications for training.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, section 7
 */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { momentWords } from '../../calendar/uk-time.ts'
import { teaching } from '../../service/kinds.ts'
import { type Competence, type CompetenceRole, competentFor } from '../../service/standing.ts'
import { serviceClause, undecided } from '../clause.ts'
import { met, notMet, type Outcome, type Subject } from '../finding.ts'
import { type ServiceView, wholeService } from '../service-view.ts'
import type { Section } from '../standard.ts'

interface Operating extends Subject {
  readonly operating: Competence
}

/** Each operator by themself, judged by what else the competence register shows of them. */
function eachOperator(role: CompetenceRole, what: string) {
  return {
    appliesTo: ({ operators }: ServiceView): readonly Operating[] =>
      operators.map((operating) => ({ about: operating.first, operating })),
    find: ({ operating }: Operating, { service, day }: ServiceView): Outcome => {
      const { name } = operating.body.who
      const shown = competentFor(service, operating.body.who, role, '', day)
      return shown
        ? met(`${name}: ${what} on record.`, operating, shown)
        : notMet(`${name}: no ${what} on record.`, operating)
    },
  }
}

const cancerKnowledge = serviceClause({
  number: '7.1',
  asks: 'Those who perform the procedures understand cancer biology and the therapies of the cancers they treat',
  how: 'The competence register shows it for each operator.',
  ...eachOperator('cancer-knowledge', 'training in cancer biology and therapies'),
})

const communicationSkills = serviceClause({
  number: '7.2',
  asks: 'Advanced communication skills training is considered for interventional radiologists',
  how: 'The competence register shows it for each operator. The guidance asks that it be considered; the figure shows who has it.',
  ...eachOperator('communication-skills', 'advanced communication skills training'),
})

const curricula = undecided({
  number: '7.3',
  asks: 'Oncologists’ training curricula include interventional radiology procedures',
  how: 'It speaks to those who write curricula. What a service teaches oncologists counts for 7.4.',
})

/** Clause 7.4: centres that perform new procedures educate other teams. */
const otherTeams = serviceClause({
  number: '7.4',
  asks: 'Centres that perform new procedures educate other teams',
  how: 'Teaching of referring teams, of other centres or of oncologists is recorded in the last 12 months (our own interval).',
  appliesTo: wholeService,
  find: (_, { service, day }) => {
    const since = daysAfter(day, -365)
    const held = service
      .of(teaching)
      .filter(
        ({ body, occurredAt }) =>
          ['referring-teams', 'other-centres', 'oncologists'].includes(body.audience) &&
          ukDay(occurredAt) > since &&
          ukDay(occurredAt) <= day,
      )
    const last = held.at(-1)
    return last
      ? met(`Other teams were taught, last on ${momentWords(last.occurredAt)}.`, ...held)
      : notMet('No teaching of other teams is recorded in the last 12 months.')
  },
})

export const section7: Section = {
  number: '7',
  title: 'Implications for training',
  clauses: [cancerKnowledge, communicationSkills, curricula, otherTeams],
}
