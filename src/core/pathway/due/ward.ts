/** On the ward: treated, and not yet discharged. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, endOfDay } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import { precautionsUntil } from '../precautions.ts'
import { staysOf } from '../reading/stay.ts'
import type { Due, DueRule } from './due.ts'

/** A day case is due to leave on its day; an inpatient when fit to. */
export const onWard: DueRule = (course, surroundings) =>
  staysOf(course)
    .filter(({ isOnWard }) => isOnWard)
    .map(({ treatment, recovery, admission }) => {
      const until = recovery?.body.precautionsUntil ?? precautionsUntil(treatment.body, treatment.occurredAt)
      const bed = recovery?.body.bed
      const place = [recovery?.body.ward ?? admission?.body.ward, bed].filter(Boolean).join(', ')
      const treatedOn = `Treated on ${dayWords(ukDay(treatment.occurredAt))}`
      const notes = [place, treatedOn, until && `Radiation precautions until ${dayWords(until)}`].filter(
        Boolean,
      )
      return {
        key: `on-ward:${treatment.first}`,
        list: 'on-ward',
        what: `After ${procedureWithin(treatment.body.procedure)}`,
        kind: recovery ? 'discharge' : 'recovery',
        opensAt: treatment.occurredAt,
        dueAt: admission?.body.type === 'day-case' ? endOfDay(ukDay(treatment.occurredAt)) : null,
        organisation: surroundings.treating,
        about: treatment.entry,
        note: notes.join('. '),
      } satisfies Due
    })
