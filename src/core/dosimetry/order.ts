/** When microspheres have to be ordered for a procedure, by what a supplier needs. */

/** What a supplier needs, as data: it differs by supplier, product and contract, so none is built in. */
interface LeadTime {
  readonly product: string
  /** Working days between the last day to order and the day of the procedure. */
  readonly workingDays: number
  /** Days on which no order is taken, beside Saturdays and Sundays; as 2026-12-25. */
  readonly closedOn: readonly string[]
}

/**
 * The last day to order, as 2026-11-22.
 *
 * @param procedureOn the day of the procedure, as 2026-11-22
 */
export function orderDate(procedureOn: string, { workingDays, closedOn }: LeadTime): string {
  const closed = new Set(closedOn)
  let day = Date.parse(`${procedureOn}T00:00:00Z`)
  if (Number.isNaN(day)) throw new Error(`'${procedureOn}' is not a day`)
  let left = workingDays
  while (left > 0 || isClosed(day, closed)) {
    day -= 86_400_000
    if (!isClosed(day, closed)) left -= 1
  }
  return isoOf(day)
}

function isClosed(day: number, closed: ReadonlySet<string>): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6 || closed.has(isoOf(day))
}

function isoOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}
