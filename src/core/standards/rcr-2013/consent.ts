/** Clauses 4.3 and 4.5.1: informed consent before the procedure, confirmed on admission. */

import { ukDay } from '../../calendar/uk-day.ts'
import { momentWords } from '../../calendar/uk-time.ts'
import type { Stated } from '../../pathway/course.ts'
import { consent, consentConfirmation } from '../../pathway/kinds/preparation.ts'
import { type Consent, decisionOn } from '../../pathway/reading/consent.ts'
import { isSameClinician } from '../../service/clinician.ts'
import { competentFor, delegateFor } from '../../service/standing.ts'
import type { CaseView } from '../case-view.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notMet, notYetDue, type Outcome } from '../finding.ts'
import { isBy, isSincePrevious, isUntilNext, type Occasion } from '../occasion.ts'

/** After everything that is said. */
const always = '9999-12-31T00:00:00.000Z'

/** Clause 4.3: consent in clinic or on the ward, by who performs the procedure or a trained delegate. */
export const consented = clause({
  number: '4.3',
  asks: 'Informed consent is obtained in clinic or on the ward, by the operator or a trained delegate',
  how: 'Consent for this procedure was given before the treatment began and not withdrawn; taken by one of its operators, or by somebody whom the competence register shows as a delegate, or as an operator, for it on that day; not in the procedure room. Consent for one treatment is used by it, consent for the series holds for all. Withdrawn during the procedure, it is not met where that was completed all the same. A best-interests decision is exempt. Late where it was recorded as given after the treatment.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) => {
    const { done, procedure } = occasion
    const { state, stated } = decisionOn(view.course, procedure, done?.occurredAt ?? always)
    if (stated && state === 'given')
      return withdrawnDuring(occasion, view) ?? takenWell(occasion, view, stated)
    const refused = state === 'declined' || state === 'withdrawn'
    if (!done) {
      return notYetDue(refused ? `The patient has ${state} consent.` : 'Consent has to be obtained.', stated)
    }
    const after = view.course
      .of(consent)
      .find(
        (each) =>
          each.body.procedure === procedure &&
          each.body.decision === 'given' &&
          each.occurredAt > done.occurredAt &&
          isUntilNext(occasion, each),
      )
    if (refused) return notMet(`The patient had ${state} consent; treated all the same.`, stated, done)
    if (after)
      return late(
        `Consent is recorded as given on ${momentWords(after.occurredAt)}, after the treatment.`,
        after,
        done,
      )
    if (state === 'used') return notMet('The consent on record was for an earlier treatment.', stated, done)
    return notMet('No consent is recorded.', done)
  },
})

/** Consent can be withdrawn on the table; to go on to the end is then not what the patient agreed to. */
function withdrawnDuring({ done, procedure }: Occasion, { course }: CaseView): Outcome | undefined {
  if (!done) return undefined
  const end = new Date(Date.parse(done.occurredAt) + done.body.minutes * 60_000).toISOString()
  const withdrawn = course
    .of(consent)
    .findLast(
      ({ body, occurredAt }) =>
        body.procedure === procedure &&
        body.decision === 'withdrawn' &&
        occurredAt > done.occurredAt &&
        occurredAt < end,
    )
  if (!withdrawn) return undefined
  return done.body.technicalSuccess === 'yes'
    ? notMet(
        'The patient withdrew consent during the procedure; it was completed all the same.',
        withdrawn,
        done,
      )
    : met(
        'Consent was given; the patient withdrew it during the procedure, which was not completed.',
        withdrawn,
        done,
      )
}

function takenWell({ done, procedure }: Occasion, view: CaseView, stated: Stated<Consent>): Outcome {
  const { by, as, where, decision } = stated.body
  const on = momentWords(stated.occurredAt)
  if (decision === 'best-interests')
    return exempt(`Decided in the patient’s best interests on ${on}.`, stated)
  if (where === 'room')
    return notMet('Consent was taken in the procedure room, not in clinic or on the ward.', stated, done)
  if (!by) return notMet('Nothing says who took consent.', stated, done)
  const operators = done?.body.operators ?? []
  const isOperator = operators.some(({ who }) => isSameClinician(who, by)) || (!done && as === 'operator')
  if (isOperator) return met(`Consent was given on ${on}, taken by the operator.`, stated)
  const day = ukDay(stated.occurredAt)
  const { service } = view.surroundings
  const delegate = delegateFor(service, by, procedure, day)
  if (delegate) return met(`Consent was given on ${on}, taken by a trained delegate.`, stated, delegate)
  const operator = competentFor(service, by, 'operator', procedure, day)
  if (operator)
    return met(`Consent was given on ${on}, taken by another operator of this procedure.`, stated, operator)
  const who = as === 'delegate' ? 'a delegate' : 'somebody who did not operate'
  return notMet(
    `Consent was taken on ${on} by ${who} whose training for this procedure was not on record on that day.`,
    stated,
    done,
  )
}

/** Clause 4.5.1: consent is confirmed on admission. */
export const consentConfirmed = clause({
  number: '4.5.1',
  asks: 'Consent is confirmed on admission',
  how: 'Confirmed on the day of the admission or later, and before the treatment began; for each treatment of a series anew. Late where it was confirmed after; exempt after a best-interests decision.',
  appliesTo: ({ occasions }) => occasions.filter(({ done, about }) => done !== undefined || about !== ''),
  find: (occasion, view) => {
    const { done, procedure } = occasion
    const { stated } = decisionOn(view.course, procedure, done?.occurredAt ?? always)
    if (stated?.body.decision === 'best-interests') {
      return exempt('Decided in the patient’s best interests: there is no consent to confirm.', stated)
    }
    const admitted = view.treated.find(({ about }) => about === occasion.about)
    const admission = admitted && view.stayOf(admitted).admission
    const asked = view.course.of(consentConfirmation).filter((each) => isSincePrevious(occasion, each))
    const last = asked.findLast((each) => isBy(occasion, each))
    if (last && !last.body.confirmed) {
      return done
        ? notMet('The patient did not confirm consent; treated all the same.', last, done)
        : notYetDue('The patient has not confirmed consent.', last)
    }
    if (last && !(admission && ukDay(last.occurredAt) < ukDay(admission.occurredAt))) {
      return met(`Confirmed on ${momentWords(last.occurredAt)}.`, last)
    }
    if (!done) return notYetDue('Consent has to be confirmed on admission.')
    if (last) return notMet('Consent was confirmed before the admission, not on it.', last, admission)
    const after = asked.find((each) => each.body.confirmed && isUntilNext(occasion, each))
    if (after)
      return late(
        `Confirmed only on ${momentWords(after.occurredAt)}, after the treatment had begun.`,
        after,
        done,
      )
    return notMet('Nothing says that consent was confirmed on admission.', done)
  },
})
