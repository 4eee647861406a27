/** Data queries as work: a value to record, to correct, or to confirm with a reason. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { endOfDay } from '../../calendar/uk-time.ts'
import { queriesOf } from '../../registry/quality/queries.ts'
import type { DueRule } from './due.ts'
import { terms } from './terms.ts'

export const dataQueries: DueRule = (course, surroundings) =>
  queriesOf(course).map(({ rule, about, words, answer, opensAt, by }) => ({
    key: `data-query:${rule}:${about}`,
    list: 'data-query',
    what: words,
    kind: answer === 'correction' ? null : answer.record,
    ...(answer === 'correction' ? { correct: true as const } : {}),
    rule,
    opensAt,
    dueAt: endOfDay(daysAfter(ukDay(opensAt), terms.dataQuery)),
    organisation: surroundings.treating,
    about: course.standing(about)?.entry ?? about,
    ...(by === undefined ? {} : { by }),
  }))
