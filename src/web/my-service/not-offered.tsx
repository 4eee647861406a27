/** The warning that a referral pathway names procedures which its recipient told the census it does not offer. */

import { procedureWithin } from '#core/catalogue/procedures.ts'
import { loadRegister } from '#store/network/network.ts'
import type { PageContext } from '../environment.ts'

/** What is not offered at the other end, of each referral pathway from or to a service, by its first entry. */
export async function notOfferedAt(
  c: PageContext,
  { code, day }: { readonly code: string; readonly day: string },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { register } = await loadRegister(c.var.store, { day })
  return new Map(
    register.flatMap(({ from, to, entry, notOffered }): readonly [string, readonly string[]][] =>
      entry && notOffered.length > 0 && (from === code || to === code) ? [[entry, notOffered]] : [],
    ),
  )
}

interface NotOfferedProps {
  readonly procedures: readonly string[] | undefined
  /** Who does not: a service's name, or `Your service`. */
  readonly who: string
  /** What to do about it. */
  readonly then: string
}

export function NotOffered({ procedures, who, then }: NotOfferedProps) {
  if (!procedures || procedures.length === 0) return null
  return (
    <p className="fp-warning-line">
      <strong>
        By the census {who} does not offer {procedures.map(procedureWithin).join(', ')}.
      </strong>{' '}
      {then}
    </p>
  )
}
