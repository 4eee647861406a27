/** A reading of a course that is worked out once: a course never changes, and many rules ask the same of it. */

import type { Course } from '../course.ts'

/** The same function, which keeps its answer for as long as the course is kept. */
export function once<Answer>(read: (course: Course) => Answer): (course: Course) => Answer {
  const answers = new WeakMap<Course, { readonly answer: Answer }>()
  return (course) => {
    const known = answers.get(course)
    if (known) return known.answer
    const answer = read(course)
    answers.set(course, { answer })
    return answer
  }
}
