/** The data queries that the record raises by itself: what each says, what kind of doubt it is. */

export const queryRules = {
  'alive-at-30': {
    doubt: 'missing',
    title: 'Not known whether alive at 30 days',
    words: 'No contact, scan, admission or death from day 30 on, after a supportive treatment',
  },
  'alive-at-90': {
    doubt: 'missing',
    title: 'Not known whether alive at 90 days',
    words: 'No contact, scan, admission or death from day 90 on, after a disease-modifying treatment',
  },
  'alive-at-365': {
    doubt: 'missing',
    title: 'Not known whether alive after a year',
    words: 'No contact, scan, admission or death from day 365 on, after a disease-modifying treatment',
  },
  'baseline-missing': {
    doubt: 'missing',
    title: 'Baseline missing',
    words: 'A response was measured by lesions, and there is no baseline to compare it with',
  },
  'tumour-size-missing': {
    doubt: 'missing',
    title: 'Size of the tumour missing',
    words: 'A disease-modifying treatment of a target whose diameter is not recorded',
  },
  'death-not-recorded': {
    doubt: 'contradictory',
    title: 'Died, and no death recorded',
    words: 'A complication is graded as death or ended in it, and no death is recorded',
  },
  'death-without-complication': {
    doubt: 'contradictory',
    title: 'Died of a treatment, without a complication',
    words: 'The death is said to be related to a treatment, and no complication of it is graded as death',
  },
  'no-complication-but': {
    doubt: 'contradictory',
    title: 'No complication, and a complication',
    words: 'A safety review says that there was none, and one before it is recorded',
  },
  'response-differs': {
    doubt: 'contradictory',
    title: 'Response read otherwise than by the rule',
    words: 'The reader’s response is not what the measurements come to by the criteria',
  },
  'relief-against-score': {
    doubt: 'contradictory',
    title: 'Better, with a higher score',
    words: 'The symptom is said to be gone or better, and its score is higher than before',
  },
  'before-treatment': {
    doubt: 'implausible',
    title: 'Dated before the treatment that it follows',
    words: 'It is about what came after a treatment and is dated before it',
  },
  'after-death': {
    doubt: 'implausible',
    title: 'Dated after the death',
    words: 'It shows the patient alive on a day after the recorded death',
  },
  'unusual-value': {
    doubt: 'implausible',
    title: 'Value outside of what is usual',
    words: 'A number lies outside of the limits within which such values usually lie',
  },
  'activity-wrong': {
    doubt: 'implausible',
    title: 'Activities that do not add up',
    words: 'Calibrated, delivered and residual activity of a treatment contradict each other',
  },
  asked: {
    doubt: 'asked',
    title: 'Asked by a colleague',
    words: 'Somebody asked about the data of this case',
  },
} as const satisfies Readonly<
  Record<string, { readonly doubt: Doubt; readonly title: string; readonly words: string }>
>

/** What is wrong with a value: it is not there, it cannot well be, or another speaks against it. */
export type Doubt = 'missing' | 'contradictory' | 'implausible' | 'asked'

export type QueryRule = keyof typeof queryRules

export const queryRuleNames = Object.keys(queryRules) as readonly QueryRule[]

/** Whether a word of an address names a rule. */
export function isQueryRule(word: string): word is QueryRule {
  return Object.hasOwn(queryRules, word)
}
