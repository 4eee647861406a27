/** What cannot be: a fact of the future, something before birth or after death, an activity in the wrong unit. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, momentWords, ukClock } from '../../calendar/uk-time.ts'
import type { Bodies } from '../bodies.ts'
import type { Facts } from '../facts.ts'
import { death } from '../kinds/follow-up.ts'
import { caseKindNamed } from '../kinds.ts'
import { doseImpossibilities } from './doses.ts'
import type { Impossibility } from './remark.ts'

/** Two clocks may differ by so much before the later one speaks of the future. */
const skewMilliseconds = 10 * 60_000

/** What is only done to, or said by, someone alive. */
const whileAlive: ReadonlySet<string> = new Set([
  'referral',
  'information',
  'consent',
  'consent-confirmation',
  'booking',
  'prescription',
  'admission',
  'treatment',
  'recovery',
  'discharge',
  'symptom-score',
  'complication',
])

/**
 * What cannot be in a body and its time. Everything else is accepted.
 *
 * @param body one that keeps its kind's schema
 * @param occurredAt ISO 8601, UTC; of a kind that knows only days, any moment of its day
 */
export function impossibilitiesOf(
  kindName: string,
  body: unknown,
  occurredAt: string,
  facts: Facts,
): readonly Impossibility[] {
  return [
    ...aboutTime(kindName, occurredAt, facts),
    ...aboutDays(body, facts),
    ...aboutOrder(kindName, body, occurredAt),
    ...aboutUnits(kindName, body),
  ]
}

function aboutTime(kindName: string, occurredAt: string, facts: Facts): Impossibility[] {
  const found: Impossibility[] = []
  const kind = caseKindNamed(kindName)
  const isFuture = kind?.timed
    ? Date.parse(occurredAt) > Date.parse(facts.now) + skewMilliseconds
    : ukDay(occurredAt) > ukDay(new Date(Date.parse(facts.now) + skewMilliseconds).toISOString())
  if (isFuture) {
    // Whoever types by a clock that is wrong has to see which clock it is judged by.
    const present = `${kind?.timed ? `${ukClock(facts.now)} on ` : ''}${momentWords(facts.now)}`
    const words = `${kind?.title ?? 'This'} cannot be dated in the future: in the United Kingdom it is ${present}`
    found.push({ code: 'future', path: 'occurredAt', words })
  }
  const day = ukDay(occurredAt)
  if (facts.patient && day < facts.patient.birthOn) {
    const words = `The patient was born on ${dayWords(facts.patient.birthOn)}`
    found.push({ code: 'before-birth', path: 'occurredAt', words })
  }
  const died = diedOn(facts)
  if (died && day > died && whileAlive.has(kindName)) {
    found.push({ code: 'after-death', path: 'occurredAt', words: `The patient died on ${dayWords(died)}` })
  }
  return found
}

function diedOn({ course, patient }: Facts): string | undefined {
  const said = course.latest(death)
  return said ? ukDay(said.occurredAt) : (patient?.diedOn ?? undefined)
}

/** Days and times inside a body: none before birth. */
function aboutDays(body: unknown, { patient }: Facts): Impossibility[] {
  if (!patient) return []
  return daysIn(body).flatMap(({ path, day }) =>
    day < patient.birthOn
      ? [
          {
            code: 'before-birth' as const,
            path,
            words: `The patient was born on ${dayWords(patient.birthOn)}`,
          },
        ]
      : [],
  )
}

/** Fields that hold a day or a moment, by their names in all kinds of a case. */
const dayFields: ReadonlySet<string> = new Set([
  'plannedFor',
  'injectionAt',
  'orderBy',
  'calibratedAt',
  'mappingOn',
  'precautionsUntil',
  'from',
  'to',
])

function daysIn(value: unknown, under = ''): { readonly path: string; readonly day: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, held]) => {
    const path = `${under}${name}`
    if (typeof held !== 'string') return daysIn(held, `${path}.`)
    // An organisation is a code, and so never like a day.
    return dayFields.has(name) && /^\d{4}-\d{2}-\d{2}/.test(held)
      ? [{ path, day: held.length > 10 ? ukDay(held) : held.slice(0, 10) }]
      : []
  })
}

function aboutOrder(kindName: string, body: unknown, occurredAt: string): Impossibility[] {
  if (kindName === 'follow-up-plan') {
    const { items } = body as Bodies['follow-up-plan']
    return items.flatMap(({ from, to }, at) =>
      to < from
        ? [
            {
              code: 'order' as const,
              path: `items.${at}.to`,
              words: 'Not after has to be the same day as not before, or later',
            },
          ]
        : [],
    )
  }
  if (kindName === 'work-up') {
    const { sirt } = body as { readonly sirt?: { readonly mappingOn: string } }
    if (sirt && sirt.mappingOn > ukDay(occurredAt)) {
      const words = 'The mapping angiogram cannot be after the work-up that reports it'
      return [{ code: 'order', path: 'sirt.mappingOn', words }]
    }
  }
  return []
}

function aboutUnits(kindName: string, body: unknown): readonly Impossibility[] {
  if (kindName === 'prescription') return doseImpossibilities(body as Bodies['prescription'], '')
  if (kindName !== 'treatment') return []
  const { agents = [] } = body as Bodies['treatment']
  return agents.flatMap((given, at) => doseImpossibilities(given, `agents.${at}`))
}
