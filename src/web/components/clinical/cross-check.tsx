/** The independent check of a SIRT plan, read-only, with what was delivered after it. */

import { ukDay } from '#core/calendar/uk-day.ts'
import {
  type CrossCheckOver,
  crossCheckOver,
  type DeliveredCheck,
  deliveredOver,
} from '#core/dosimetry/over-course.ts'
import { decayed } from '#core/dosimetry/y90.ts'
import { lastDayToOrder } from '#core/isotope/order-day.ts'
import type { Course } from '#core/pathway/course.ts'
import { openBookings } from '#core/pathway/reading/treatments.ts'
import { dateTimeWords, dateWords } from '../dates.ts'
import { DataTable } from '../table.tsx'
import { checkSheets } from './check-view.ts'
import { Drawn } from './drawn.tsx'
import { gbqWords, gyWords } from './numbers.ts'

interface CrossCheckProps {
  readonly course: Course
  /** The work-up, by the id of any statement of it. */
  readonly entry: string
  /** The treating service's record: what it says of the supply of microspheres gives the day to order. */
  readonly service?: Course
}

export function CrossCheck({ course, entry, service }: CrossCheckProps) {
  const check = crossCheckOver(course, entry)
  if (!check) return null
  return (
    <div className="fp-check">
      <h4 className="nhsuk-heading-xs">Check of the planned activity</h4>
      <Drawn pieces={checkSheets(check, check.unknownLung)} />
      <ToOrder course={course} check={check} service={service} />
    </div>
  )
}

interface ToOrderProps {
  readonly course: Course
  readonly check: CrossCheckOver
  readonly service: Course | undefined
}

/** What has to be there before the injection that is booked, and by when to order, for who orders microspheres. */
function ToOrder({ course, check, service }: ToOrderProps) {
  const { plannedGBq, device } = check
  const booked = openBookings(course).find(
    ({ body }) => body.procedure === 'selective-internal-radiation-therapy',
  )
  if (!booked) return null
  const { plannedFor } = booked.body
  const before = [24, 48, 72].map((hours) => `${gbqWords(decayed(plannedGBq, -hours))} ${hours} hours before`)
  const order = service && lastDayToOrder(service, device, ukDay(plannedFor))
  return (
    <>
      <p>
        Booked for {dateTimeWords(plannedFor)}. For {gbqWords(plannedGBq)} at that hour there have to be{' '}
        {before.slice(0, -1).join(', ')} and {before.at(-1)} (yttrium-90, half-life 64.1 hours).
      </p>
      <p>
        {order
          ? `The last day to order is ${dateWords(order)}.`
          : `The day to order is not known: the service’s record says nothing of the supply of ${device} microspheres.`}
      </p>
    </>
  )
}

/** Each treatment with microspheres: delivered as recorded, and as its own numbers come to. */
export function DeliveredActivity({ course }: { readonly course: Course }) {
  const delivered = deliveredOver(course)
  if (delivered.length === 0) return null
  return (
    <DataTable
      caption="Activity delivered"
      keyOf={({ entry }) => entry}
      rows={delivered}
      columns={[
        { heading: 'Treatment', cell: ({ occurredAt }) => dateWords(occurredAt), names: true },
        { heading: 'As recorded', cell: ({ recordedGBq }) => gbqWords(recordedGBq), number: true },
        { heading: 'Calibrated, decayed, less residual', cell: computedWords, number: true },
        { heading: 'Difference', cell: differenceWords, number: true },
        {
          heading: 'Lung dose',
          cell: ({ lungGy }) => (lungGy === null ? 'not known: no lung shunt on record' : gyWords(lungGy)),
          number: true,
        },
      ]}
    />
  )
}

const computedWords = ({ computed: { deliveredGBq } }: DeliveredCheck) =>
  deliveredGBq > 0 ? gbqWords(deliveredGBq) : 'more stayed behind than there was: look again'

function differenceWords({ differencePercent }: DeliveredCheck): string {
  if (differencePercent === null) return 'not computable'
  const sign = differencePercent < 0 ? '−' : '+'
  return `${sign}${Math.abs(differencePercent).toFixed(1)}%`
}
