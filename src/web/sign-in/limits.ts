/** How often something that guesses may be tried: by one address, for one account, and both together. */

import { createHmac } from 'node:crypto'
import { clearAttempts, type Limit, takeAttempt } from '#store/access/attempts.ts'
import { addressOf } from '../components/client-address.ts'
import type { PageContext } from '../environment.ts'

const minutes = 60
/** One person at one place who mistypes is not kept waiting; one place or the world that guesses is. */
const perAccountAndAddress: Limit = { most: 6, windowSeconds: 10 * minutes }
const perAddress: Limit = { most: 60, windowSeconds: 10 * minutes }
/** A code counts in its half minute and those beside it. */
const onceWhileItCounts: Limit = { most: 1, windowSeconds: 90 }
const perAccount: Limit = { most: 60, windowSeconds: 60 * minutes }

export interface Limits {
  /** Counts one attempt; answers the seconds to wait when there were too many, else null. */
  readonly take: (c: PageContext, what: string, account?: string) => Promise<number | null>
  /** After it went well: this place's attempts at this account are forgotten. */
  readonly clear: (c: PageContext, what: string, account: string) => Promise<void>
  /** Whether this person's code is used for the first time while it counts. @see RFC 6238, section 5.2 */
  readonly isFirstUse: (c: PageContext, person: string, code: string) => Promise<boolean>
}

export function limitsOf(authSecret: string): Limits {
  const keyOf = (...parts: readonly string[]) =>
    createHmac('sha256', authSecret).update(JSON.stringify(parts)).digest()
  return {
    async take(c, what, account) {
      const address = addressOf(c)
      const counted: readonly (readonly [Buffer, Limit])[] = [
        [keyOf(what, 'address', address), perAddress],
        ...(account === undefined
          ? []
          : ([
              [keyOf(what, 'both', address, account), perAccountAndAddress],
              [keyOf(what, 'account', account), perAccount],
            ] as const)),
      ]
      const attempts = await Promise.all(
        counted.map(([key, limit]) => takeAttempt(c.var.store.db, key, limit, c.var.now())),
      )
      const refused = attempts.filter((attempt) => !attempt.isAllowed)
      return refused.length === 0 ? null : Math.max(...refused.map((attempt) => attempt.waitSeconds))
    },
    clear: (c, what, account) =>
      clearAttempts(c.var.store.db, keyOf(what, 'both', addressOf(c), account), c.var.now()),
    async isFirstUse(c, person, code) {
      const use = await takeAttempt(
        c.var.store.db,
        keyOf('code-used', person, code),
        onceWhileItCounts,
        c.var.now(),
      )
      return use.isAllowed
    },
  }
}
