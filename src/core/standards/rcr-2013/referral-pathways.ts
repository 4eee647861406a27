/** Clauses 3.1, 3.3, 3.5 and 3.6: links to MDTs, referral pathways and their reviews, how a referral is made. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, endOfDay, momentWords } from '../../calendar/uk-time.ts'
import { onwardReferral as onwardReferralKind } from '../../pathway/kinds/referral.ts'
import { mdtMemberships, referralPathwaysFrom } from '../../service/standing.ts'
import { clause, serviceClause } from '../clause.ts'
import { exempt, late, met, notMet, notYetDue } from '../finding.ts'
import { monthOf } from '../occasion.ts'
import { wholeService } from '../service-view.ts'

/** Clause 3.1: the procedures are part of the pathway of cancer care, with formal links to the MDTs. */
export const linkedMdts = serviceClause({
  number: '3.1',
  asks: 'The procedures are part of the pathway of cancer care, with formal links to the relevant MDTs',
  how: 'The service names the MDTs to which an interventional radiologist belongs or comes, and every team whose meetings it records is among them.',
  appliesTo: wholeService,
  find: (_, { service, day, surroundings }) => {
    const linked = mdtMemberships(service, day).filter(({ body }) => body.radiologistCoreMember !== 'none')
    if (linked.length === 0) return notMet('The service names no MDT to which it has a link.')
    const names = new Set(linked.map(({ body }) => body.team.toLowerCase()))
    const teams = [...new Set(surroundings.meetings.map(({ team }) => team))]
    const without = teams.filter((team) => !names.has(team.toLowerCase())).sort()
    if (without.length > 0)
      return notMet(`No link is recorded to the MDT of: ${without.join(', ')}.`, ...linked)
    const count = linked.length === 1 ? 'one MDT' : `${linked.length} MDTs`
    return met(`The service has formal links to ${count}.`, ...linked)
  },
})

/** Clause 3.3: pathways that include IR procedures are reviewed formally and regularly. */
export const reviewedPathways = serviceClause({
  number: '3.3',
  asks: 'Pathways that include IR procedures are formally reviewed, regularly',
  how: 'Each referral pathway of the service has been reviewed by the day on which its review was due. That it sits within the local guidelines is not in the data.',
  appliesTo: ({ service, day }) =>
    referralPathwaysFrom(service, day)
      .filter(({ state }) => state === 'current' || state === 'overdue')
      .map((each) => ({ about: each.pathway.first, each })),
  find: ({ each }) => {
    const { pathway, reviews, reviewDue, state, to } = each
    const last = reviews.at(-1)
    const due = dayWords(reviewDue)
    if (state === 'overdue')
      return late(`The review of the referral pathway to ${to} was due on ${due}.`, pathway, last)
    if (last) {
      const on = momentWords(last.occurredAt)
      return met(`The referral pathway to ${to} was reviewed on ${on}; next by ${due}.`, pathway, last)
    }
    const words = `The referral pathway to ${to} is to be reviewed by ${due} for the first time.`
    return { ...notYetDue(words, pathway), lapsesAt: endOfDay(reviewDue) }
  },
})

/** Clause 3.5: referred to the radiologist who is a member of the MDT, in the knowledge of the consultant in charge. */
export const referredInTheKnowledge = clause({
  number: '3.5',
  asks: 'The referral goes to the interventional radiologist of the MDT, and the consultant in charge knows of it',
  how: 'The referral says whether its radiologist is a member of the MDT, and whether the consultant in overall charge knows. Urgent and emergency referrals are exempt.',
  appliesTo: ({ referrals }) =>
    referrals.map(({ referral }) => ({
      about: referral.first,
      month: monthOf(referral.occurredAt),
      referral,
    })),
  find: ({ referral }) => {
    const { radiologistInMdt, consultantAware, urgency } = referral.body
    const lacks = [
      ...(radiologistInMdt ? [] : ['the radiologist addressed is not a member of the MDT']),
      ...(consultantAware ? [] : ['the consultant in overall charge did not know of it']),
    ]
    if (lacks.length === 0) {
      return met('Made to a radiologist of the MDT; the consultant in overall charge knew.', referral)
    }
    const words = `${sentence(lacks.join(', and '))}.`
    return urgency === 'elective'
      ? notMet(words, referral)
      : exempt(`The need was urgent. ${words}`, referral)
  },
})

/** Clause 3.6: onward referral to another provider may be necessary and appropriate. */
export const onwardReferral = clause({
  number: '3.6',
  asks: 'Onward referral to another provider may be necessary and appropriate',
  how: 'It allows, and demands nothing else: an onward referral with its reason is met. It is not met where it names a referral pathway that had ended on the day, or does not lead there for that procedure.',
  appliesTo: ({ course }) =>
    course.of(onwardReferralKind).map((onward) => ({
      about: onward.first,
      month: monthOf(onward.occurredAt),
      onward,
    })),
  find: ({ onward }, { surroundings: { service } }) => {
    const { pathway, to, procedure } = onward.body
    if (pathway === undefined)
      return met('Referred onward with its reason; no referral pathway is named.', onward)
    const named = service.standing(pathway)
    const held = referralPathwaysFrom(service, ukDay(onward.occurredAt)).find(
      (each) => each.pathway.first === named?.first,
    )
    if (!held || held.state === 'ended' || held.state === 'planned') {
      return notMet('The referral pathway that it names was not in force on that day.', onward)
    }
    if (held.to !== to || !held.procedures.includes(procedure)) {
      return notMet('The referral pathway that it names does not lead there for this procedure.', onward)
    }
    return met(`Referred onward along the referral pathway agreed on ${dayWords(held.agreedOn)}.`, onward)
  },
})

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
