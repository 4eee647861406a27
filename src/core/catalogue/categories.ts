/** The two categories of an IO procedure, and the lists that file procedures under them. */
import { z } from 'zod'

export const categorySchema = z.enum(['supportive', 'disease-modifying'])

/** What a procedure is for. A treatment carries its own intent: some procedures are on both of the College's lists. */
export type Category = z.infer<typeof categorySchema>

/** The words of each category. */
export const CATEGORY_WORDS: Readonly<Record<Category, { name: string; plainly: string }>> = {
  supportive: {
    name: 'Supportive or symptomatic',
    plainly: 'Helps the main treatment to happen, or relieves what the tumour causes.',
  },
  'disease-modifying': {
    name: 'Disease-modifying',
    plainly: 'Treats the tumour itself, to slow it, shrink it or remove it.',
  },
}
