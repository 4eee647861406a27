/** Reverse Kaplan-Meier: how long subjects were followed, had nobody had the event. */

import { kaplanMeier, kaplanMeierBy, type Survival, type SurvivalOptions } from './kaplan-meier.ts'
import { checkSubjects, type Grouping, type Subjects } from './subjects.ts'

/**
 * The curve with events and censoring exchanged; its median is the median follow-up. Of those who leave at the same
 * time the censored come first, as in R's survfit(Surv(time, 1 - event) ~ 1).
 *
 * @throws RangeError naming the first place that cannot be
 * @see Schemper M, Smith TL. Control Clin Trials 1996;17:343-346
 */
export function followUp(subjects: Subjects, options: SurvivalOptions = {}): Survival {
  checkSubjects(subjects)
  return kaplanMeier(reversed(subjects), options)
}

/** The same for each group, from one pass over all subjects. */
export function followUpBy(
  subjects: Subjects,
  group: Grouping['group'],
  groups: number,
  options: SurvivalOptions = {},
): readonly Survival[] {
  checkSubjects(subjects)
  return kaplanMeierBy(reversed(subjects), group, groups, options)
}

const reversed = (subjects: Subjects): Subjects => ({
  ...subjects,
  event: subjects.event.map((event) => 1 - event),
})
