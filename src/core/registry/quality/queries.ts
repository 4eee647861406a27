/** Every data query of a case that is open: found by a rule or asked by a colleague, and closed by nobody. */

import type { Course, Stated } from '../../pathway/course.ts'
import { dataQuery, dataQueryClosed } from '../../pathway/kinds/quality.ts'
import {
  deathNotRecorded,
  deathWithoutComplication,
  noComplicationBut,
  reliefAgainstScore,
  responseDiffers,
} from './contradictory.ts'
import { activityWrong, afterDeath, beforeTreatment, unusualValue } from './implausible.ts'
import { aliveAt30, aliveAt90, aliveAt365, baselineMissing, tumourSizeMissing } from './missing.ts'
import type { FindQueries, Query } from './query.ts'

const finders: readonly FindQueries[] = [
  aliveAt30,
  aliveAt90,
  aliveAt365,
  baselineMissing,
  tumourSizeMissing,
  deathNotRecorded,
  deathWithoutComplication,
  noComplicationBut,
  responseDiffers,
  reliefAgainstScore,
  beforeTreatment,
  afterDeath,
  unusualValue,
  activityWrong,
]

/**
 * The open queries of a course. One that was closed with a reason stays closed until the entry that it is about
 * is corrected; one whose values were recorded since is found no more.
 */
export function queriesOf(course: Course): readonly Query[] {
  const closed = closings(course)
  const found = finders
    .flatMap((find) => find(course))
    .filter(({ rule, about }) => {
      const position = closed.get(`${rule}:${about}`)
      return position === undefined || (course.standing(about)?.position ?? 0) > position
    })
  const asked = course.of(dataQuery).filter(({ first }) => !closed.has(`asked:${first}`))
  return [...found, ...asked.map(askedQuery)]
}

/** Where each query was closed last, by its rule and the first id of what it is about. */
function closings(course: Course): ReadonlyMap<string, number> {
  return new Map(
    course.of(dataQueryClosed).map(({ body, position }) => {
      const about = body.rule === 'asked' ? body.question : body.about
      return [`${body.rule}:${about === undefined ? '' : course.standing(about)?.first}`, position]
    }),
  )
}

function askedQuery({
  first,
  body,
  occurredAt,
}: Stated<ReturnType<(typeof dataQuery)['schema']['parse']>>): Query {
  return {
    rule: 'asked',
    about: first,
    words: body.question,
    answer: { record: 'data-query-closed' },
    opensAt: occurredAt,
    by: body.of.name,
  }
}
