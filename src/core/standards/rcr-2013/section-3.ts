/**
 * Section 3: patient selection and the role of MDTs and MDT meetings.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, section 3
 */

import { type Clause, undecided } from '../clause.ts'
import type { Section } from '../standard.ts'
import { discussedAtMeeting, discussedWhereDone, owedDiscussion, radiologistInMdt } from './discussion.ts'
import { linkedMdts, onwardReferral, referredInTheKnowledge, reviewedPathways } from './referral-pathways.ts'

const discussedByRequest: Clause = undecided({
  number: '3.9',
  asks: 'Procedures that the MDT would not normally discuss are covered too, for a member may ask for one',
  how: 'It asks for nothing: it says why supportive procedures are in the guidance. 3.4 lets them off a discussion.',
})

export const section3: Section = {
  number: '3',
  title: 'Patient selection and the role of MDTs and MDT meetings',
  clauses: [
    linkedMdts,
    radiologistInMdt,
    reviewedPathways,
    discussedAtMeeting,
    referredInTheKnowledge,
    onwardReferral,
    discussedWhereDone,
    owedDiscussion,
    discussedByRequest,
  ],
}
