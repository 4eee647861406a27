/** Forms of a case as a browser sends them. */

import { noFacts } from '#web/components/kind-form/facts.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import type { FullStatement } from './case-bodies.ts'
import { sirt } from './case-plant.ts'

export const formFacts = { ...noFacts, procedure: sirt }

export function formBody({ kind, body }: FullStatement): string {
  const sent = new URLSearchParams()
  for (const [name, values] of formOf(kind.fields, body, formFacts))
    for (const value of values) sent.append(name, value)
  return sent.toString()
}
