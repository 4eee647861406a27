/** What somebody types about a case at a meeting, field by field, and what the form shows to begin with. */

import type { Item, Meeting } from '#store/meeting/meeting.ts'

export interface ItemTyped {
  readonly question: string
  readonly images: string
  readonly recommendation: string
  readonly procedure: string
  readonly atPlace: string
  readonly actsNext: string
  readonly notes: string
}

export const typedOf = (item: Item): ItemTyped => ({
  question: item.question,
  images: item.images,
  recommendation: item.recommendation ?? '',
  procedure: item.procedure ?? item.asked ?? '',
  atPlace: item.atPlace ?? '',
  actsNext: item.actsNext ?? '',
  notes: item.notes ?? '',
})

/** What the form shows to begin with: what a later writer is compared with. */
export const shownIn = (item: Item, meeting: Meeting): ItemTyped => {
  const typed = typedOf(item)
  return { ...typed, atPlace: typed.atPlace || meeting.organisation }
}
