/** The side that was treated beside the side that was asked for. */

import type { Course, Stated } from '../course.ts'
import { treatment } from '../kinds/procedure.ts'
import { isAfter, referralsOf } from './referral.ts'
import type { Treatment } from './treatments.ts'

export interface OtherSide {
  /** Which of the targets. */
  readonly at: number
  readonly asked: 'left' | 'right'
  readonly said: 'left' | 'right' | 'both sides'
}

/** Targets on another side than the one asked for. The side of a vein is that of the way in, not of the tumour. */
export function otherSides(
  { targets }: Pick<Treatment, 'targets'>,
  asked: string | undefined,
): readonly OtherSide[] {
  if (asked !== 'left' && asked !== 'right') return []
  return targets.flatMap<OtherSide>(({ organ, laterality }, at) => {
    if (organ === 'vein' || laterality === asked) return []
    if (laterality === 'left' || laterality === 'right') return [{ at, asked, said: laterality }]
    return laterality === 'both' ? [{ at, asked, said: 'both sides' }] : []
  })
}

/** Treatments that stand, on another side than the referral before them asked for. */
export function treatedOnOtherSide(course: Course): readonly (OtherSide & { readonly done: Stated })[] {
  return course.of(treatment).flatMap((done) => {
    const referrals = referralsOf(course)
    const before = referrals.findLast(({ referral }) => !isAfter(referral, done)) ?? referrals[0]
    return otherSides(done.body, before?.referral.body.tumour.laterality).map((side) => ({ ...side, done }))
  })
}
