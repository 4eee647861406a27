/** Clauses 4.1.1 to 4.1.5: the patient's referral, and who knows of it and answers for it. */

import { ukDay } from '../../calendar/uk-day.ts'
import { momentWords } from '../../calendar/uk-time.ts'
import type { Stated } from '../../pathway/course.ts'
import {
  clinicalDiscussion,
  nurseSpecialist,
  oncologistInformed,
  responsibility,
} from '../../pathway/kinds/referral.ts'
import { type AnsweredReferral, isAfter } from '../../pathway/reading/referral.ts'
import { beforeTreatment } from '../before-treatment.ts'
import type { CaseView } from '../case-view.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notApplicable, notMet, notYetDue, type Subject } from '../finding.ts'
import { monthOf } from '../occasion.ts'
import { sinceSettled } from '../since-referral.ts'
import { discussionAskedFor } from './discussion.ts'

interface Referred extends Subject {
  readonly answered: AnsweredReferral
}

const referred = ({ referrals }: CaseView): readonly Referred[] =>
  referrals.map((answered) => ({
    about: answered.referral.first,
    month: monthOf(answered.referral.occurredAt),
    answered,
  }))

/** The first treatment that followed a referral. */
const treatedAfter = ({ treated }: CaseView, { answered }: Referred): Stated | undefined =>
  treated.find(({ referral }) => referral?.first === answered.referral.first)?.done

const endedUntreated = notApplicable('The case ended without a treatment.')

/** Clause 4.1.1: referred only after clinical discussion between the referring clinician and the radiologist. */
export const clinicallyDiscussed = clause({
  number: '4.1.1',
  asks: 'The referring clinician and the interventional radiologist discuss the case first',
  how: 'A clinical discussion on or before the day on which the referral was accepted, or the patient treated if that came first. Late where they spoke only after. What was said of an earlier referral, up to its answer and treatment, is not of this one.',
  appliesTo: referred,
  find: (subject, view) => {
    const { decision, referral } = subject.answered
    const spoken = sinceSettled(view, referral.first, view.course.of(clinicalDiscussion))
    const treated = treatedAfter(view, subject)
    const accepted = decision?.body.answer === 'accepted' ? decision : undefined
    const taken = [accepted, treated]
      .flatMap((each) => each ?? [])
      .sort((one, other) => (isAfter(one, other) ? 1 : -1))[0]
    const first = spoken[0]
    if (first && (!taken || ukDay(first.occurredAt) <= ukDay(taken.occurredAt))) {
      return met(`They discussed the case on ${momentWords(first.occurredAt)}.`, first)
    }
    if (decision?.body.answer === 'refused') return notApplicable('The referral was refused.', decision)
    if (!taken)
      return view.end ? endedUntreated : notYetDue('They have to discuss the case before it is accepted.')
    const what = taken === treated ? 'treated' : 'accepted'
    const on = momentWords(taken.occurredAt)
    if (!first)
      return notMet(`Nothing says that they discussed the case; it was ${what} on ${on}.`, referral, taken)
    const spoke = momentWords(first.occurredAt)
    return late(`They discussed the case on ${spoke}; it had been ${what} on ${on}.`, first, taken)
  },
})

/** Clause 4.1.2: the oncologist knows, where one is involved who is not the referrer. */
export const oncologistKnows = clause({
  number: '4.1.2',
  asks: 'An oncologist who is involved, and is not the referrer, is informed',
  how: 'Only where the referral says that an oncologist is involved and is not the referring clinician: informed of this referral by the day of the treatment, late after it.',
  appliesTo: referred,
  find: (subject, view) => {
    const { referral, decision } = subject.answered
    const { oncologistInvolved, oncologistIsReferrer } = referral.body
    if (!oncologistInvolved) return notApplicable('No oncologist is involved.', referral)
    if (oncologistIsReferrer) return notApplicable('The oncologist is the referring clinician.', referral)
    const told = sinceSettled(view, referral.first, view.course.of(oncologistInformed))
    const treated = treatedAfter(view, subject)
    const first = told[0]
    if (first && (!treated || ukDay(first.occurredAt) <= ukDay(treated.occurredAt))) {
      return met(`The oncologist was informed on ${momentWords(first.occurredAt)}.`, first)
    }
    if (first) {
      return late(
        `The oncologist was informed on ${momentWords(first.occurredAt)}, after the treatment.`,
        first,
        treated,
      )
    }
    if (treated) return notMet('Nothing says that the oncologist was informed.', referral, treated)
    if (decision?.body.answer === 'refused' || view.end) return endedUntreated
    return notYetDue('The oncologist has to be informed before the treatment.', referral)
  },
})

/** Clause 4.1.3: normally discussed at the appropriate meeting, as section 3 says. */
export const normallyDiscussed = clause({
  number: '4.1.3',
  asks: 'The case is normally discussed at the appropriate MDT meeting',
  how: 'What 3.4, 3.7 and 3.8 come to: discussed before or, where the need was urgent, after, and where the procedure is done.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) => {
    const outcomes = discussionAskedFor(occasion, view)
    const worstFirst = ['not-met', 'not-yet-due', 'met', 'exempt'] as const
    const found = worstFirst.flatMap((verdict) => outcomes.find((each) => each.verdict === verdict) ?? [])[0]
    return found ?? notApplicable('Section 3 asks for no discussion.')
  },
})

/** Clause 4.1.4: it is clear which consultant answers for the patient during the admission. */
export const consultantStated = clause({
  number: '4.1.4',
  asks: 'The consultants responsible during the admission are clearly stated',
  how: 'Stated by the day of the treatment: the referring clinician, the interventional radiologist, or joint care with both named. What was stated once holds for a series until it is changed, and for no later referral.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) =>
    beforeTreatment(occasion, sinceSettled(view, occasion.referral?.first, view.course.of(responsibility)), {
      met: ({ body }) =>
        body.admission === 'joint'
          ? 'Joint care is stated, with both consultants.'
          : 'The consultant is stated.',
      late: ({ occurredAt }) => `Stated only on ${momentWords(occurredAt)}, after the treatment.`,
      owed: 'Who is responsible during the admission has to be stated.',
      missing: 'Nothing says which consultant was responsible during the admission.',
    }),
})

/** Clause 4.1.5: a cancer nurse specialist who is linked to the patient is involved. */
export const nurseInvolved = clause({
  number: '4.1.5',
  asks: 'A cancer nurse specialist linked to the patient is involved',
  how: 'What the record says last of the cancer nurse specialist. Exempt where the centre has none, or the patient does not wish it; it does not apply where none is linked to the patient.',
  appliesTo: ({ referrals: [first], treated: [done] }) => {
    const from = first?.referral ?? done?.done
    return from ? [{ about: from.first, month: monthOf(from.occurredAt) }] : []
  },
  find: (_, view) => {
    const said = view.course.latest(nurseSpecialist)
    if (!said) {
      const done = view.treated[0]?.done
      if (done) return notMet('Nothing says whether a cancer nurse specialist is involved.', done)
      return view.end
        ? endedUntreated
        : notYetDue('It has to be said whether a cancer nurse specialist is involved.')
    }
    return {
      involved: () => met('A cancer nurse specialist is involved.', said),
      'not-linked': () => notApplicable('No cancer nurse specialist is linked to the patient.', said),
      'none-here': () => exempt('This centre has no cancer nurse specialist.', said),
      declined: () => exempt('The patient does not wish it.', said),
      no: () =>
        notMet(
          `Linked to the patient, but not involved: ${(said.body.reason ?? 'no reason given').replace(/\.?$/, '.')}`,
          said,
        ),
    }[said.body.involved]()
  },
})
