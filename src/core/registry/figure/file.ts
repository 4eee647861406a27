/** A figure as a file that anyone can recompute: what was asked, of which snapshot, for whom, and what came out. */

import { z } from 'zod'
import type { Audience } from '../disclosure.ts'
import { figureSpecSchema } from '../figure-spec.ts'
import { figureDigest } from './digest.ts'
import type { FigureData, ReleasedFigure } from './figure.ts'

const audienceSchema: z.ZodType<Audience> = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('public') }),
  z.strictObject({ who: z.literal('researcher') }),
  z.strictObject({ who: z.literal('service'), organisation: z.string() }),
  z.strictObject({ who: z.literal('nation') }),
])

/** What reproducing needs; the result is beside it for whoever only reads. */
export const figureFileSchema = z.object({
  spec: figureSpecSchema,
  snapshot: z.string().regex(/^[0-9a-f]{16}$/),
  audience: audienceSchema,
  /** The id of the disclosure policy that was applied. */
  policy: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type FigureFile = z.infer<typeof figureFileSchema>

export function figureFile(
  released: ReleasedFigure,
  snapshot: string,
): FigureFile & { readonly result: FigureData } {
  return {
    spec: released.spec,
    snapshot,
    audience: released.audience,
    policy: released.policy.id,
    digest: figureDigest(released, snapshot),
    result: released,
  }
}
