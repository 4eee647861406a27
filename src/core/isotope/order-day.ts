/** The last day to order microspheres for a procedure, by what the service's record says of their supply. */

import { orderDate } from '../dosimetry/order.ts'
import type { Course } from '../pathway/course.ts'
import { microsphereSupply } from '../service/kinds/the-service.ts'
import { inForce } from '../service/state.ts'

/**
 * As 2026-11-22; undefined where the record says nothing of the supply on the day of the procedure.
 *
 * @param day of the procedure, as 2026-11-30
 */
export function lastDayToOrder(service: Course, device: 'resin' | 'glass', day: string): string | undefined {
  const supply = inForce(service, microsphereSupply, day).findLast(({ body }) => body.product === device)
  if (!supply) return undefined
  const { product, workingDays, closedOn = [] } = supply.body
  return orderDate(day, { product, workingDays, closedOn: closedOn.map((each) => each.day) })
}
