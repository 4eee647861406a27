/** A course without one of its statements: what a correction of that statement is judged against. */

import type { Kind } from '../record/kind.ts'
import type { Course, Stated } from './course.ts'

/**
 * The course as if a statement had not been made.
 *
 * @param id of its first entry or of any correction of it; undefined or unknown: the course as it is
 */
export function without(course: Course, id: string | undefined): Course {
  const left = id === undefined ? undefined : course.standing(id)
  if (!left) return course
  const keeps = (stated: Stated | undefined) => stated !== undefined && stated.first !== left.first
  const of = (<Body>(kind: Pick<Kind<string, Body>, 'name'>) =>
    course.of(kind).filter(keeps)) as unknown as Course['of']
  return {
    subject: course.subject,
    position: course.position,
    said: course.said.filter(keeps),
    of,
    latest: ((kind: { readonly name: string }) =>
      course.of(kind).filter(keeps).at(-1)) as unknown as Course['latest'],
    standing: (other) => {
      const stated = course.standing(other)
      return keeps(stated) ? stated : undefined
    },
  }
}
