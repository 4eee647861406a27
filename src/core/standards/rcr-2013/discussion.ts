/** Clauses 3.2, 3.4, 3.7 and 3.8: who was at the MDT meeting, when it discussed the case, and whose it was. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { dayWords, endOfDay, momentWords } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import type { Stated } from '../../pathway/course.ts'
import { type Discussion, nextMeeting } from '../../pathway/reading/discussion.ts'
import { mdtMemberships } from '../../service/standing.ts'
import type { CaseView } from '../case-view.ts'
import { clause } from '../clause.ts'
import { discussionAfter, discussionFor } from '../discussion.ts'
import { exempt, late, met, notApplicable, notMet, notYetDue, type Outcome, owed } from '../finding.ts'
import type { Occasion } from '../occasion.ts'

/** Where the service's meetings are not known, the discussion is owed within two weeks. Our own choice. */
const weeksWithoutMeeting = 2

const at = (discussion: Stated<Discussion>) =>
  `at the ${discussion.body.team} MDT meeting on ${momentWords(discussion.occurredAt)}`

/** Why a discussion before the procedure is not asked for, or null where it is. */
function letOff({ isUrgent, intent, referral }: Occasion): Outcome | null {
  if (isUrgent) {
    return exempt(
      'The need was urgent: the discussion is owed at the first meeting after it (3.8).',
      referral,
    )
  }
  if (intent === 'disease-modifying') return null
  return exempt('A supportive procedure may be decided outside of an MDT meeting (section 3, 3.9).', referral)
}

/** Clause 3.4: discussed at an appropriate MDT meeting, unless the need is urgent. */
export const discussedAtMeeting = clause({
  number: '3.4',
  asks: 'The patient is discussed at an MDT meeting before the procedure, unless the need is urgent',
  how: 'A discussion before the treatment that recommended it, or that came with nothing else done in between. A discussion that only asked for more information does not count. Urgent and emergency referrals are exempt, and owed a discussion by 3.8; elective supportive procedures are exempt where none took place.',
  appliesTo: ({ occasions }) => occasions,
  find: discussedBefore,
})

/** What 3.4 comes to. */
function discussedBefore(occasion: Occasion, view: CaseView): Outcome {
  const discussed = discussionFor(view, occasion)
  if (discussed) return met(`Discussed ${at(discussed)}.${otherwise(discussed, occasion)}`, discussed)
  return letOff(occasion) ?? missing(occasion)
}

/** What the meeting recommended, where that was not this procedure: nobody is to read its consent out of it. */
function otherwise({ body }: Stated<Discussion>, { procedure }: Occasion): string {
  if (body.procedure === procedure) return ''
  const recommended = {
    treat: body.procedure && procedureWithin(body.procedure),
    'treat-otherwise': body.procedure && procedureWithin(body.procedure),
    'more-information': 'more information',
    'other-treatment': 'another kind of treatment',
    'refer-onward': 'an onward referral',
    'best-supportive-care': 'best supportive care',
  }[body.recommendation]
  return ` It recommended ${recommended ?? 'another procedure'}.`
}

function missing({ done }: Occasion): Outcome {
  if (!done) return notYetDue('It has to be discussed at an MDT meeting before the procedure.')
  const day = momentWords(done.occurredAt)
  return notMet(`Treated on ${day} without a discussion at an MDT meeting before.`, done)
}

/** Clause 3.8: treated before a discussion out of need, and discussed at the earliest opportunity after. */
export const owedDiscussion = clause({
  number: '3.8',
  asks: 'A patient treated urgently, before discussion, is discussed at the first MDT meeting after it',
  how: 'For urgent and emergency treatments without a discussion before: met by a discussion no later than the first meeting of the treating service for that tumour site; late once that meeting has passed. Where no meeting is known, two weeks after the treatment (our own choice).',
  appliesTo: ({ occasions }) => occasions,
  find: discussedAfter,
})

/** What 3.8 comes to. */
function discussedAfter(occasion: Occasion, view: CaseView): Outcome {
  const { done, isUrgent } = occasion
  if (!isUrgent) return notApplicable('The need was not urgent: 3.4 asks for the discussion.')
  const before = discussionFor(view, occasion)
  if (before) return notApplicable(`Discussed before the treatment, ${at(before)}.`, before)
  return done ? afterwards(view, occasion, done) : notApplicable('Not treated yet.')
}

function afterwards(view: CaseView, occasion: Occasion, done: Stated): Outcome {
  const meeting = nextMeeting(view.course, view.surroundings, done.occurredAt, occasion.referral)
  const lastDay = meeting ? ukDay(meeting.at) : daysAfter(ukDay(done.occurredAt), 7 * weeksWithoutMeeting)
  const first = meeting ? `the first meeting after it, on ${dayWords(lastDay)}` : dayWords(lastDay)
  const discussed = discussionAfter(view, occasion)
  if (discussed && ukDay(discussed.occurredAt) <= lastDay) {
    return met(`Treated urgently and discussed after it, ${at(discussed)}.`, done, discussed)
  }
  if (discussed) return late(`Discussed ${at(discussed)}; it was owed by ${first}.`, done, discussed)
  const { death, asOf } = view
  if (death && ukDay(death.occurredAt) <= lastDay) {
    return exempt('The patient died before the meeting at which it was owed.', done, death)
  }
  const words = {
    until: `Treated urgently: a discussion is owed by ${first}.`,
    passed: `Treated urgently; a discussion was owed by ${first}, and none is recorded.`,
  }
  const outcome = owed({ asOf, lapsesAt: endOfDay(lastDay) }, words, done)
  return outcome.verdict === 'not-met' ? late(outcome.reason, done) : outcome
}

/** Clause 3.7: referred from another provider, and considered at the meeting where the procedure is done. */
export const discussedWhereDone = clause({
  number: '3.7',
  asks: 'A referral from another provider is considered at the MDT meeting where the procedure is done',
  how: 'For referrals from another organisation: the discussion that counts for 3.4 or 3.8 was at a meeting of the treating organisation.',
  appliesTo: ({ occasions, surroundings }) =>
    occasions.filter(({ referral }) => referral && referral.body.from !== surroundings.treating),
  find: discussedHere,
})

/** What 3.7 comes to, for a referral from another organisation. */
function discussedHere(occasion: Occasion, view: CaseView): Outcome {
  const isHere = ({ body }: Stated<Discussion>) => body.organisation === view.surroundings.treating
  const before = discussionFor(view, occasion, isHere)
  if (before) return met(`Considered ${at(before)}, where the procedure is done.`, before)
  const { done, referral, isUrgent } = occasion
  const elsewhere = discussionFor(view, occasion)
  const toCome = 'It has to be considered at an MDT meeting of the treating service.'
  if (!done) return letOff(occasion) ?? notYetDue(toCome, elsewhere)
  const after = discussionAfter(view, occasion, isHere)
  if (after && isUrgent) return met(`Considered after it, ${at(after)}.`, done, after)
  const owing = isUrgent ? afterwards(view, occasion, done) : undefined
  if (owing?.verdict === 'not-yet-due' || owing?.verdict === 'exempt') return owing
  if (elsewhere) {
    return notMet(`Considered only ${at(elsewhere)}, not where the procedure was done.`, done, elsewhere)
  }
  if (isUrgent) return afterwardsHere(view, occasion, done)
  return (
    letOff(occasion) ?? notMet('Treated without a discussion where the procedure is done.', done, referral)
  )
}

/** What section 3 asks of the discussion of one treatment: 3.4, 3.8 and, for referrals from elsewhere, 3.7. */
export function discussionAskedFor(occasion: Occasion, view: CaseView): readonly Outcome[] {
  const isFromElsewhere = occasion.referral && occasion.referral.body.from !== view.surroundings.treating
  return [discussedBefore, discussedAfter, ...(isFromElsewhere ? [discussedHere] : [])]
    .map((find) => find(occasion, view))
    .filter(({ verdict }) => verdict !== 'not-applicable')
}

function afterwardsHere(view: CaseView, occasion: Occasion, done: Stated): Outcome {
  const owing = afterwards(view, occasion, done)
  if (owing.verdict !== 'met' && !discussionAfter(view, occasion)) return owing
  return notMet('Discussed after it, but not at a meeting where the procedure was done.', done)
}

/** Clause 3.2: the interventional radiologist is, wherever possible, a core member of the MDT. */
export const radiologistInMdt = clause({
  number: '3.2',
  asks: 'The interventional radiologist is a core member of the MDT, with an active part in its meetings',
  how: 'Of a case: an interventional radiologist was present at the discussion that counts for it. Of the service: for each MDT that it names, an interventional radiologist is a core member.',
  appliesTo: ({ occasions }) => occasions,
  find: (occasion, view) => {
    const counted = discussionFor(view, occasion) ?? discussionAfter(view, occasion)
    if (!counted) return notApplicable('No discussion at an MDT meeting is recorded.')
    return counted.body.radiologistPresent
      ? met(`An interventional radiologist was present ${at(counted)}.`, counted)
      : notMet(`No interventional radiologist was present ${at(counted)}.`, counted)
  },
  service: {
    appliesTo: ({ service, day }) =>
      mdtMemberships(service, day).map((membership) => ({ about: membership.first, membership })),
    find: ({ membership }) => {
      const { team, radiologistCoreMember, complexProcedures } = membership.body
      if (radiologistCoreMember === 'core') {
        return met(`${team} MDT: an interventional radiologist is a core member.`, membership)
      }
      const known = {
        regular: 'is regularly present, but not a core member',
        'on-request': 'is present only when asked',
        none: 'is not a member',
      }[radiologistCoreMember]
      const complex = complexProcedures ? ', though complex procedures are frequent in it' : ''
      return notMet(`${team} MDT: an interventional radiologist ${known}${complex}.`, membership)
    },
  },
})
