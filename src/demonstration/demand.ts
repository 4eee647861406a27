/** Shares that the demonstration's commissioner assumes, so that demand has something to show: invented, and said to be. */

import type { Cancer, DemandLine } from '#core/network/demand/statement.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { addPerson } from '#store/access/roles.ts'
import { stateDemand } from '#store/network/demand.ts'
import type { Database } from '#store/open.ts'
import { demonstrationPeople } from './staff.ts'

const shares: readonly (readonly [procedure: string, cancer: Cancer, percent: number])[] = [
  ['transarterial-chemoembolisation', 'liver', 14],
  ['liver-ablation', 'liver', 9],
  ['selective-internal-radiation-therapy', 'liver', 2],
  ['kidney-ablation', 'kidney', 6],
  ['lung-ablation', 'lung', 0.8],
]

/** The same entry however often it is called. */
const ENTRY = '0193a8a0-0000-7000-8000-00000000de3a'

export async function seedDemand(db: Database, at: Date): Promise<void> {
  const person = demonstrationPeople.find(({ key }) => key === 'commissioner')
  if (!person) throw new Error('the demonstration has no commissioner')
  const membership = { role: 'commissioner', organisation: null } as const
  const known = await findPersonByEmail(db, person.email)
  const id = known?.id ?? (await addPerson(db, { ...person, membership }, 'demonstration')).person
  const lines = shares.map(
    ([procedure, cancer, value]): DemandLine => ({
      ...{ what: 'share', cancer, procedure, value, basis: 'assumption', years: '' },
      ...{ nation: null, region: null, district: null },
      source: 'Invented for this demonstration; it rests on nothing',
    }),
  )
  await stateDemand(db, {
    ...{ id: ENTRY, lines, at },
    reason: 'So that the demonstration has a demand to look at',
    author: { id: `person:${id}`, name: person.name, role: 'commissioner' },
  })
}
