/** Organisations of the directory: NHS trusts, health boards and HSC trusts, by ODS code. */
import { z } from 'zod'

export const NATIONS = ['England', 'Scotland', 'Wales', 'Northern Ireland'] as const

export const nationSchema = z.enum(NATIONS)
export type Nation = z.infer<typeof nationSchema>

/** An ODS code: `RR8`, `7A3`, `S08000031`, `ZT001`. */
export const organisationCodeSchema = z.string().regex(/^[A-Z0-9]{2,12}$/)

/** A calendar date, `yyyy-mm-dd`. */
const dateSchema = z.iso.date()

export const organisationSchema = z
  .object({
    code: organisationCodeSchema,
    name: z.string().trim().min(2).max(200),
    nation: nationSchema,
    region: z.string().trim().min(2).max(100),
    /** Degrees, WGS 84: north, and east (negative to the west). */
    latitude: z.number().min(49).max(61),
    longitude: z.number().min(-9).max(2.5),
    mainSite: z.string().trim().min(2).max(300),
    openedOn: dateSchema.nullable(),
    closedOn: dateSchema.nullable(),
    /** After a merger: the code of the organisation that carries on its services. */
    successor: organisationCodeSchema.nullable(),
    fictional: z.boolean(),
    source: z.string().trim().min(2).max(1000),
  })
  .readonly()
export type Organisation = z.infer<typeof organisationSchema>

/** Whether an organisation exists on a date, `yyyy-mm-dd`: from the day it opens to the day before it closes. */
export function existsOn(organisation: Pick<Organisation, 'openedOn' | 'closedOn'>, date: string): boolean {
  const opened = organisation.openedOn === null || organisation.openedOn <= date
  return opened && (organisation.closedOn === null || organisation.closedOn > date)
}

/**
 * The organisation that carries on another's services today, through any number of mergers: itself when
 * it has no successor. A ring of successors, which the directory refuses, ends where it began.
 */
export function finalSuccessor(code: string, successorOf: (code: string) => string | null): string {
  const seen = new Set([code])
  let current = code
  for (;;) {
    const next = successorOf(current)
    if (next === null || seen.has(next)) return current
    seen.add(next)
    current = next
  }
}
