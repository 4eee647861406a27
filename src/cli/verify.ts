/** `npm run verify`: does everything in the record still hold? */

import { faultLine } from '#core/record/verify.ts'
import { checkClosedEditions } from '#store/census/entries-at-close.ts'
import type { Store } from '#store/open.ts'
import { verifyStore } from '#store/record/verify.ts'

/**
 * Prints what was read and the first thing that does not hold.
 *
 * @param trust.publicKeys of the seals: SPKI, PEM
 * @returns the exit code: 0 when all holds, 1 when something does not
 */
export async function verifyCommand(
  store: Pick<Store, 'db'>,
  trust: { readonly publicKeys: readonly string[] },
  print: (line: string) => void,
): Promise<number> {
  const { entries, subjects, seals, erased, lastSeal, firstFault } = await verifyStore(store.db, trust)
  print(
    `${counted(entries, 'entry', 'entries')} in ${counted(subjects, 'record')}, ${counted(seals, 'seal')}.`,
  )
  if (entries === 0 && seals === 0 && !firstFault) {
    print('There is no record here. That of a demonstration lies in its data folder, under demonstration.')
    return 0
  }
  if (erased > 0) print(`${counted(erased, 'body', 'bodies')} erased by law.`)
  if (lastSeal) print(`The last seal is number ${lastSeal.number}, ${lastSeal.digest}.`)
  print(firstFault ? `Does not hold: ${faultLine(firstFault)}` : 'Every chain and every seal holds.')
  const { checked, wrong } = await checkClosedEditions(store.db)
  for (const edition of wrong)
    print(`Does not hold: the edition ${edition} does not come to the digest with which it closed.`)
  if (checked > 0 && wrong.length === 0)
    print(
      `${counted(checked, 'closed edition comes to its digest', 'closed editions come to their digests')}.`,
    )
  return firstFault || wrong.length > 0 ? 1 : 0
}

function counted(number: number, one: string, several = `${one}s`): string {
  return `${number} ${number === 1 ? one : several}`
}
