/** What a service is reminded of by mail: once before the day on which something is due, once after it. */

import type { Course } from '../pathway/course.ts'
import { reviewsDue } from './reviews-due.ts'

export interface ReviewReminder {
  /** The first statement of what is due. */
  readonly entry: string
  /** The day, as `2026-11-22`. A review that sets a new one is reminded of anew. */
  readonly due: string
  readonly stage: 'before' | 'after'
}

/** Every reminder whose time has come by a day, those that went out before among them. */
export function remindersOf(service: Course, day: string): readonly ReviewReminder[] {
  return reviewsDue(service, day).map(({ stated, due, state }) => ({
    entry: stated.first,
    due,
    stage: state === 'due-soon' ? 'before' : 'after',
  }))
}
