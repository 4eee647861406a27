/** How far a validated sample agrees with its sources, item by item. */

import type { Course } from '../../pathway/course.ts'
import { type ValidatedItem, validatedItems, validationResult } from '../../service/kinds/registry.ts'
import { type Proportion, wilsonProportion } from '../../statistics/proportion.ts'

export interface Agreement {
  readonly item: ValidatedItem
  /** Compared and found in the source. */
  readonly compared: number
  readonly agrees: number
  readonly notInSource: number
  /** Of those compared, with Wilson's 95% interval. */
  readonly share: Proportion
}

/** @param sample the first id of the sample's entry; absent: every sample of the service */
export function agreementOf(service: Course, sample?: string): readonly Agreement[] {
  const results = service
    .of(validationResult)
    .filter(({ body }) => sample === undefined || service.standing(body.sample)?.first === sample)
    .map(({ body }) => body)
  return (Object.keys(validatedItems) as ValidatedItem[]).map((item) => {
    const count = (answer: string) => results.filter((body) => body[item] === answer).length
    const agrees = count('agrees')
    const compared = agrees + count('differs')
    return {
      item,
      compared,
      agrees,
      notInSource: count('not-in-source'),
      share: wilsonProportion(agrees, compared),
    }
  })
}
