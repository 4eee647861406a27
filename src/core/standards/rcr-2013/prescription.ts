/** Clauses 4.4.1 to 4.4.3: who is responsible, and the prescription of therapeutic and radioactive agents. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, momentWords } from '../../calendar/uk-time.ts'
import { isRadioactive, techniquesFor } from '../../catalogue/techniques.ts'
import type { Stated } from '../../pathway/course.ts'
import {
  agents,
  prescription,
  radioactiveAgents,
  therapeuticAgents,
} from '../../pathway/kinds/preparation.ts'
import { cameToNothing } from '../../pathway/reading/came-to-nothing.ts'
import { licenceCovering, namedProtocol } from '../../service/standing.ts'
import type { BodyOf } from '../../service/state.ts'
import type { CaseView } from '../case-view.ts'
import { clause } from '../clause.ts'
import { late, met, notApplicable, notMet, notYetDue, type Outcome } from '../finding.ts'
import { isBy, isSincePrevious, isUntilNext, type Occasion } from '../occasion.ts'

type Prescription = BodyOf<typeof prescription>
type Agent = Prescription['agent']

const isRadioactiveAgent = (agent: Agent) => (radioactiveAgents as readonly Agent[]).includes(agent)

/** Prescriptions that belong to a treatment: signed since the one before, up to the next. */
function prescriptionsFor({ course }: CaseView, occasion: Occasion): readonly Stated<Prescription>[] {
  return course
    .of(prescription)
    .filter(
      (each) => isSincePrevious(occasion, each) && (isBy(occasion, each) || isUntilNext(occasion, each)),
    )
}

/** Which agents a treatment needs a prescription for: those given; `any` where the procedure brings one that is not named. */
function agentsOf({ done, procedure }: Occasion): readonly (Agent | 'radioactive' | 'any')[] {
  const given = (done?.body.agents ?? [])
    .map(({ agent }) => agent)
    .filter((each) => therapeuticAgents.includes(each))
  if (done && cameToNothing(done)) return []
  const isBrought = techniquesFor(procedure).includes('chemotherapy') && done?.body.embolic !== 'bland'
  if (isRadioactive(procedure) && !given.some(isRadioactiveAgent)) return [...given, 'radioactive']
  return given.length === 0 && isBrought ? ['any'] : [...new Set(given)]
}

function isFor(wanted: Agent | 'radioactive' | 'any', { body }: Stated<Prescription>): boolean {
  if (wanted === 'any') return therapeuticAgents.includes(body.agent)
  return wanted === 'radioactive' ? isRadioactiveAgent(body.agent) : body.agent === wanted
}

/** Clause 4.4.1: a named medical practitioner is responsible for the procedure. */
export const practitionerNamed = clause({
  number: '4.4.1',
  asks: 'A named medical practitioner is responsible for the procedure',
  how: 'The prescription names who is responsible; without one, the treatment names its first operator.',
  appliesTo: ({ occasions }) => occasions.filter(({ done }) => done !== undefined),
  find: (occasion, view) => {
    const { done } = occasion
    const prescribed = prescriptionsFor(view, occasion).at(-1)
    if (prescribed) return met('The prescription names who is responsible for the procedure.', prescribed)
    const first = done?.body.operators.some(({ role }) => role === 'first')
    return first
      ? met('The treatment names its first operator.', done)
      : notMet('Neither a prescription nor a first operator names who was responsible.', done)
  },
})

/** Clause 4.4.2: therapeutic agents are prescribed and signed by local written protocols. */
export const agentsPrescribed = clause({
  number: '4.4.2',
  asks: 'Therapeutic agents are prescribed and signed, by a local written protocol',
  how: 'Each therapeutic agent that was given (chemotherapy, a radioactive agent, another agent that is named) was prescribed before the treatment, signed, under a protocol on therapeutic agents that the service had in force for the procedure that day. Late where it was signed after. Agents given with it, such as antibiotics or analgesics, are not judged.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) => {
    const needed = agentsOf(occasion)
    if (needed.length === 0) return notApplicable('No therapeutic agent was given.')
    const outcomes = needed.map((agent) => prescribed(agent, occasion, view))
    const worst = (['not-met', 'not-yet-due'] as const)
      .flatMap((verdict) => outcomes.filter((each) => each.verdict === verdict))
      .sort((one, other) => Number(one.late ?? false) - Number(other.late ?? false))[0]
    if (worst) return worst
    const entries = [...new Set(outcomes.flatMap((each) => each.entries))]
    return { ...(outcomes[0] as Outcome), entries }
  },
})

function prescribed(agent: Agent | 'radioactive' | 'any', occasion: Occasion, view: CaseView): Outcome {
  const { done } = occasion
  const name = agent === 'any' || agent === 'radioactive' ? 'The agent' : agents[agent]
  const own = prescriptionsFor(view, occasion).filter((each) => isFor(agent, each))
  const signed = own.filter(({ body }) => body.signed)
  const inTime = signed.findLast((each) => isBy(occasion, each))
  if (inTime) return underProtocol(inTime, name, view, occasion)
  if (!done)
    return notYetDue(own.length > 0 ? 'The prescription is not signed.' : 'It has to be prescribed.', own[0])
  const after = signed[0]
  if (after)
    return late(
      `${name} was signed for only on ${momentWords(after.occurredAt)}, after the treatment.`,
      after,
      done,
    )
  return notMet(
    `${name} was given ${own.length > 0 ? 'on a prescription that nobody signed' : 'without a prescription'}.`,
    own[0],
    done,
  )
}

function underProtocol(
  signed: Stated<Prescription>,
  name: string,
  { surroundings: { service } }: CaseView,
  { done, procedure }: Occasion,
): Outcome {
  const { protocol } = signed.body
  if (protocol === undefined)
    return notMet(`${name} was prescribed without naming a local protocol.`, signed, done)
  const named = namedProtocol(service, protocol, 'therapeutic-agents', procedure, ukDay(signed.occurredAt))
  if (!named) {
    const words = `${name} was prescribed under a protocol that was not in force for the agents of this procedure.`
    return notMet(words, signed, done)
  }
  return met(
    `Prescribed and signed on ${momentWords(signed.occurredAt)}, under a local protocol.`,
    signed,
    named,
  )
}

/**
 * Clause 4.4.3: radioactive agents are prescribed by licence holders. Since IR(ME)R 2017 the employer
 * needs a licence for the site as well.
 */
export const prescriberLicensed = clause({
  number: '4.4.3',
  asks: 'A radioactive agent is prescribed by the holder of a licence',
  how: 'The prescriber’s licence, and the employer’s for the site, cover the procedure on the day of the prescription and on the day of the treatment (the employer’s by IR(ME)R 2017, which came after the guidance).',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) => {
    const { done, procedure } = occasion
    const gave = done?.body.agents?.some(({ agent }) => isRadioactiveAgent(agent)) ?? false
    if (!isRadioactive(procedure) && !gave) return notApplicable('No radioactive agent was given.')
    const own = prescriptionsFor(view, occasion).filter((each) => isFor('radioactive', each))
    const last = own.findLast((each) => isBy(occasion, each)) ?? own[0]
    if (!last) {
      if (done && cameToNothing(done))
        return notApplicable('It could not be done, and no radioactive agent was given.', done)
      return done
        ? notMet('Nothing says who prescribed the radioactive agent.', done)
        : notYetDue('A licensed practitioner has to prescribe it.')
    }
    const days = [...new Set([last, ...(done ? [done] : [])].map(({ occurredAt }) => ukDay(occurredAt)))]
    return days.map((day) => licensedOn(day, occasion, view, last)).sort(metLast)[0] as Outcome
  },
})

const metLast = (one: Outcome, other: Outcome) =>
  Number(one.verdict === 'met') - Number(other.verdict === 'met')

function licensedOn(
  day: string,
  { procedure, done }: Occasion,
  { surroundings: { service } }: CaseView,
  signed: Stated<Prescription>,
): Outcome {
  const practitioner = licenceCovering(service, procedure, day, 'practitioner', signed.body.prescriber)
  const employer = licenceCovering(service, procedure, day, 'employer')
  const lacks = [...(practitioner ? [] : ['the prescriber’s']), ...(employer ? [] : ['the employer’s'])]
  if (lacks.length === 0) {
    return met(
      'The prescriber’s and the employer’s licence covered the procedure.',
      signed,
      practitioner,
      employer,
    )
  }
  const words = `On ${dayWords(day)} ${lacks.join(' and ')} licence did not cover the procedure.`
  return notMet(words, signed, done)
}
