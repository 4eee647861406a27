/** Appends what a form said, once, and never past what its writer did not see. */

import type { Entry } from '#core/record/entry.ts'
import type { Kind } from '#core/record/kind.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'
import { recordInService } from '#store/service/record.ts'
import type { PageContext } from '../environment.ts'
import { type ServiceAt, signatureFor } from './at.ts'
import { momentOf } from './statement.ts'

export interface Statement<Body> {
  readonly kind: Kind<string, Body>
  readonly body: Body
  readonly day: string
  readonly corrects?: string
}

export type Written =
  | { readonly outcome: 'written'; readonly entry: string }
  | { readonly outcome: 'overtaken'; readonly since: readonly Entry[] }
  | { readonly outcome: 'refused'; readonly words: string }

/** What the census adds to the same record is no reason to stop a writer: it is written past. */
const isSaidByHand = ({ kind }: Entry): boolean => serviceKindNamed(kind) !== undefined

export async function write<Body>(
  c: PageContext,
  { code }: Pick<ServiceAt, 'code'>,
  { day, ...statement }: Statement<Body>,
  form: { readonly id: string; readonly seen: number },
): Promise<Written> {
  const { db } = c.var.store
  const draft = {
    ...statement,
    id: form.id,
    organisation: code,
    occurredAt: momentOf(day),
    ...signatureFor(c, code),
  }
  for (let expected = form.seen; ; ) {
    const appended = await recordInService(db, draft, { expected })
    if (appended.outcome === 'appended') return { outcome: 'written', entry: appended.entry.id }
    if (appended.outcome === 'refused') {
      const [problem] = appended.problems
      return {
        outcome: 'refused',
        words: `It could not be recorded: ${problem?.words ?? 'the record refuses it'}`,
      }
    }
    const { since } = appended
    if (since.some(({ id }) => id === form.id)) return { outcome: 'written', entry: form.id }
    const last = since.at(-1)?.position
    if (last === undefined || last <= expected || since.some(isSaidByHand)) return appended
    expected = last
  }
}
