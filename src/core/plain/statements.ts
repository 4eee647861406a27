/** Position statements: what an author stands for on a day, in a version. */

import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const positionSchema = z
  .object({
    /** Part of an address. */
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    title: z.string().trim().min(3).max(160),
    /** Who stands for it: a person or a body that has agreed to its standing here. */
    author: z.string().trim().min(3).max(160),
    version: z.string().regex(/^\d{1,4}\.\d{1,4}$/),
    issued: day,
    /** The day on which it was replaced or withdrawn; null while it holds. */
    ended: day.nullable(),
    paragraphs: z.array(z.string().trim().min(1).max(3000)).min(1).readonly(),
  })
  .refine(({ issued, ended }) => ended === null || ended >= issued, 'it ends after it was issued')
  .readonly()
export type Position = z.infer<typeof positionSchema>

/** None: no society has given us one, and we make none up. */
export const POSITIONS: readonly Position[] = []

/** Those that hold on a day, the latest first; then those that do not any more. */
export function positionsOn(
  positions: readonly Position[],
  on: string,
): { readonly inForce: readonly Position[]; readonly ended: readonly Position[] } {
  const latest = positions
    .filter(({ issued }) => issued <= on)
    .toSorted((a, b) => b.issued.localeCompare(a.issued) || a.id.localeCompare(b.id))
  const holds = ({ ended }: Position) => ended === null || ended > on
  return { inForce: latest.filter(holds), ended: latest.filter((each) => !holds(each)) }
}
