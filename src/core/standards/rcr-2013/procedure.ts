/** Clauses 4.5.2, 4.6, 4.7.1 and 4.7.2: fitness, the operator, recovery on the ward and discharge. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { endOfDay, momentWords } from '../../calendar/uk-time.ts'
import { followUpContact } from '../../pathway/kinds/follow-up.ts'
import { admission } from '../../pathway/kinds/preparation.ts'
import { competentFor, namedProtocol } from '../../service/standing.ts'
import type { CaseView, Treated } from '../case-view.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notMet, notYetDue, type Outcome, owed } from '../finding.ts'
import { isBy, isSincePrevious, isUntilNext } from '../occasion.ts'

/** Days after which an inpatient's discharge that nobody recorded is missing rather than to come. Our own choice. */
const dischargeDays = 30

/** Clause 4.5.2: assessed for fitness by the IR team, on a pro forma apt to the procedure. */
export const fitnessAssessed = clause({
  number: '4.5.2',
  asks: 'Fitness to proceed is assessed by a member of the IR team, on a pro forma for the procedure',
  how: 'The admission before the treatment records the assessment, that the assessor is of the IR team and that the pro forma was used. Not met where the patient was found not fit and treated all the same. Late where the admission was after the treatment had begun.',
  appliesTo: ({ occasions }) => occasions.filter(({ done, about }) => done !== undefined || about !== ''),
  find: (occasion, { course }) => {
    const { done } = occasion
    const own = course.of(admission).filter((each) => isSincePrevious(occasion, each))
    const last = own.findLast((each) => isBy(occasion, each))
    if (!last) {
      if (!done) return notYetDue('Fitness to proceed has to be assessed on admission.')
      const after = own.find((each) => isUntilNext(occasion, each))
      return after
        ? late('The assessment is recorded as after the treatment had begun.', after, done)
        : notMet('Nothing says that fitness to proceed was assessed.', done)
    }
    const { fit, assessorInTeam, proForma } = last.body
    const lacks = [
      ...(fit === 'not-assessed' ? ['fitness was not assessed'] : []),
      ...(fit === 'not-fit' ? ['the patient was found not fit'] : []),
      ...(assessorInTeam === false ? ['the assessor is not of the IR team'] : []),
      ...(proForma === false ? ['the pro forma was not used'] : []),
    ]
    if (lacks.length === 0) return met(`Assessed on ${momentWords(last.occurredAt)}, on the pro forma.`, last)
    const words = `On admission ${lacks.join(', and ')}.`
    return done ? notMet(words, last, done) : notYetDue(words, last)
  },
})

/** Clause 4.6: performed by a competent, appropriately trained interventional radiologist, and documented. */
export const operatorCompetent = clause({
  number: '4.6',
  asks: 'A competent, trained interventional radiologist performs the procedure, and documents it',
  how: 'The competence register shows the first operator for this procedure on the day. The documentation is the treatment’s entry itself, which cannot be made without its data. Whether it was to the expected standard is what 6.5 asks.',
  appliesTo: ({ treated }) => treated,
  find: ({ done, day, procedure }, { surroundings: { service } }) => {
    const first = done.body.operators.find(({ role }) => role === 'first')
    if (!first) return notMet('The treatment names no first operator.', done)
    const shown = competentFor(service, first.who, 'operator', procedure, day)
    return shown
      ? met('The competence register shows the first operator for this procedure.', done, shown)
      : notMet(
          'The competence register did not show the first operator for this procedure on that day.',
          done,
        )
  },
})

/** Clause 4.7.1: recovers on a ward that knows the procedure, monitored by written protocols. */
export const recoveredOnWard = clause({
  number: '4.7.1',
  asks: 'The patient recovers on a ward whose staff know the procedure, monitored by a written protocol',
  how: 'The recovery records that the staff are familiar with the procedure, and under which of the service’s recovery protocols for the procedure. It is owed by the end of the day after the treatment (our own choice), or by the discharge.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { recovery, discharge } = view.stayOf(treated)
    const { done, day } = treated
    if (!recovery) {
      if (diedInHospital(treated, view)) return exempt('The patient died before recovering.', view.death)
      const passed = 'Nothing says where and how the patient recovered.'
      if (discharge) return notMet(passed, done, discharge)
      const until = 'Where and how the patient recovers has to be recorded.'
      return owed({ asOf: view.asOf, lapsesAt: endOfDay(daysAfter(day, 1)) }, { until, passed }, done)
    }
    const { protocol, wardFamiliar } = recovery.body
    const { service } = view.surroundings
    const named = namedProtocol(service, protocol, 'recovery', treated.procedure, ukDay(recovery.occurredAt))
    const lacks = [
      ...(wardFamiliar ? [] : ['the staff were not familiar with the procedure']),
      ...(named ? [] : ['no recovery protocol of the service for this procedure is named']),
    ]
    if (lacks.length === 0)
      return met('On a ward that knows the procedure, by a written protocol.', recovery, named)
    return notMet(`In recovery ${lacks.join(', and ')}.`, recovery, done)
  },
})

/** Clause 4.7.2: discharged only after assessment by somebody familiar with the procedure. */
export const dischargedAfterAssessment = clause({
  number: '4.7.2',
  asks: 'Discharge only after assessment by a professional who knows the procedure',
  how: 'The discharge names who assessed the patient, and that they are familiar with the procedure. It is owed by the end of the next day after a day case, and within 30 days otherwise (our own choices).',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const { discharge } = view.stayOf(treated)
    if (!discharge) return dischargeOwed(treated, view)
    return discharge.body.familiar
      ? met(`Assessed before leaving on ${momentWords(discharge.occurredAt)}.`, discharge)
      : notMet('Whoever assessed the patient before leaving was not familiar with the procedure.', discharge)
  },
})

/** What is to be said of a clause about a discharge that is not recorded: owed, missed, or never to come. */
export function dischargeOwed(treated: Treated, view: CaseView): Outcome {
  const { done, day } = treated
  const { admission: admitted, isOnWard } = view.stayOf(treated)
  if (diedInHospital(treated, view)) return exempt('The patient died before leaving hospital.', view.death)
  const passed = 'The patient has left, and no discharge is recorded.'
  const until = 'The patient has not been discharged yet.'
  const type = admitted?.body.type
  if (type === 'day-case' || type === 'outpatient') {
    return owed({ asOf: view.asOf, lapsesAt: endOfDay(daysAfter(day, 1)) }, { until, passed }, done)
  }
  if (!isOnWard) return notMet(passed, done)
  const lapsesAt = endOfDay(daysAfter(day, dischargeDays))
  const silent = `No discharge is recorded in the ${dischargeDays} days after the treatment.`
  return owed({ asOf: view.asOf, lapsesAt }, { until, passed: silent }, done)
}

/** Whether the patient died, as far as the record tells, without having left: within a month, with nothing said since. */
function diedInHospital({ done, day, next }: Treated, { death, course }: CaseView): boolean {
  if (!death || next) return false
  const diedOn = ukDay(death.occurredAt)
  const isSoon = diedOn >= day && diedOn <= daysAfter(day, 30)
  return isSoon && !course.of(followUpContact).some(({ occurredAt }) => occurredAt > done.occurredAt)
}
