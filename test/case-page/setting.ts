/** A site with one patient and their case, told by a story: for the tests of the case page. */

import { randomUUID } from 'node:crypto'
import type { Role } from '#core/access/role.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { openCase } from '#store/case/open.ts'
import { recordInCase } from '#store/case/record.ts'
import type { Database } from '#store/open.ts'
import { registerPatient } from '#store/patient/register.ts'
import { withinScope } from '#store/scope.ts'
import { newNumber } from '../case/support.ts'
import { type TestSite, type TestSiteOptions, testSite } from '../support/site.ts'
import type { Statement } from './stories.ts'

/** The day on which the stories are read. */
export const readOn = new Date('2026-03-20T09:00:00.000Z')

export interface CaseSite extends TestSite {
  /** Opens a case of a new patient and tells its story; answers its id and the ids of named statements. */
  readonly tell: (story: readonly Statement[]) => Promise<ToldCase>
  readonly whole: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  readonly as: (role: Role, organisation?: string) => Promise<string>
}

export interface ToldCase {
  readonly id: string
  readonly patient: string
  /** The patient’s NHS number. */
  readonly number: string
  readonly of: (name: string) => string
}

export async function caseSite(options: TestSiteOptions = {}): Promise<CaseSite> {
  return caseSiteOn(await testSite({ now: () => readOn, ...options }))
}

/** The same on a site that is open already. */
export async function caseSiteOn(site: TestSite): Promise<CaseSite> {
  const author = await site.personAs('interventional-radiologist', 'ZTREAT')
  await site.personAs('referrer', 'ZREF')
  await site.personAs('interventional-radiologist', 'ZELSE')
  const { db } = site.store
  const whole: CaseSite['whole'] = (work) => withinScope(db, 'whole', work)
  let patients = 0
  const tell = async (story: readonly Statement[]): Promise<ToldCase> =>
    whole(async (within) => {
      const signed = {
        author: `person:${author.id}`,
        role: 'interventional-radiologist',
        organisation: 'ZTREAT',
      }
      patients += 1
      const number = newNumber()
      const registered = await registerPatient(within, {
        ...{ ...signed, at: new Date('2026-01-02T09:00:00.000Z') },
        identity: {
          ...{ givenName: 'Morag', familyName: 'Quill', birthOn: '1951-04-12', sex: 'female' },
          identifiers: [
            { system: 'nhs', value: number },
            { system: 'local', value: `Q${patients}` },
          ],
          ...{ postcode: 'LS1 3EX', gpPractice: 'Millbrook Surgery', diedOn: null },
        },
      })
      if (registered.outcome !== 'registered') throw new Error(`the patient was ${registered.outcome}`)
      const id = await openCase(within, {
        ...{ patient: registered.id, treating: 'ZTREAT', referring: 'ZREF' },
        ...{ ...signed, at: new Date('2026-01-05T09:00:00.000Z') },
      })
      const ids = new Map<string, string>()
      const of = (name: string) => ids.get(name) ?? randomUUID()
      for (const statement of story) {
        const kind = caseKindNamed(statement.kind)
        if (!kind) throw new Error(`there is no kind ${statement.kind}`)
        const said = await recordInCase(within, {
          ...{ ...signed, caseId: id, kind, body: statement.body(of) },
          occurredAt: new Date(statement.occurredAt),
          ...(statement.corrects ? { corrects: of(statement.corrects) } : {}),
        })
        if (said.outcome !== 'appended') throw new Error(`${statement.kind}: ${JSON.stringify(said)}`)
        if (statement.name) ids.set(statement.name, said.entry.id)
      }
      return { id, patient: registered.id, number, of }
    })
  return { ...site, tell, whole, as: site.signInAs }
}
