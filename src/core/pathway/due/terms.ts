/**
 * Within what time something is due where the guidance gives no number: our own defaults, for a clinical lead
 * to read and change.
 *
 * @unverified none of these is from a source; the guidance of 2013 says 'at the earliest opportunity' at most
 */
export const terms = {
  /** Working days from a referral to its first answer, and to its acceptance or refusal. */
  answer: {
    emergency: { firstAnswer: 0, decision: 0 },
    urgent: { firstAnswer: 1, decision: 2 },
    elective: { firstAnswer: 2, decision: 10 },
  },
  /** Working days from a referral. */
  clinicalDiscussion: 5,
  oncologistInformed: 5,
  /** Working days from a treatment. */
  followUpPlan: 2,
  complicationGraded: 2,
  /** Days from a treatment: morbidity and mortality are counted to the thirtieth day. */
  safetyReview: 30,
  feedback: 42,
  /** Days from the day on which a data query is found or asked. */
  dataQuery: 28,
  /** Days from a treatment; a further one within them takes the place of the first. */
  nextOfSeries: 84,
} as const
