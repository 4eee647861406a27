/** What the demonstration's services said for the registry: another count of last year, and one sample that was compared. */

import { v7 as uuid } from 'uuid'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { activityCount, validationResult, validationSample } from '#core/service/kinds/registry.ts'
import type { Database } from '#store/open.ts'
import { drawValidationSample } from '#store/quality/sample.ts'
import { readService } from '#store/service/read.ts'
import { recordInService } from '#store/service/record.ts'
import type { DemonstrationService } from '../cases/services.ts'
import { type Chance, chance } from '../random.ts'

/** Coding finds up to a sixth more sessions than the record has: what a registry has to show, and to chase. */
const mostMissed = 6

/** Writes both, for a service whose cases are written and folded. */
export async function writeQuality(db: Database, service: DemonstrationService, now: Date): Promise<void> {
  const { organisation, lead } = service.team
  const luck = chance(seedOf(organisation))
  const year = now.getUTCFullYear() - 1
  const signed = { organisation, author: `person:${lead.person}`, role: lead.role }
  const counts = countsOf(service, year, luck)
  if (counts.length > 0) {
    const body = { source: 'hes' as const, from: `${year}-01-01`, to: `${year}-12-31`, counts }
    await recordInService(db, {
      ...signed,
      kind: activityCount,
      body,
      occurredAt: new Date(Date.UTC(year + 1, 1, 15, 9)),
    })
  }
  await writeSample(db, signed, year, luck, now)
}

function countsOf({ cases }: DemonstrationService, year: number, luck: Chance) {
  const sessions = cases
    .flatMap(({ said }) => said)
    .filter(
      ({ kind, at, corrects }) => kind.name === treatment.name && at.getUTCFullYear() === year && !corrects,
    )
  const byProcedure = Map.groupBy(sessions, ({ body }) => (body as { readonly procedure: string }).procedure)
  return [...byProcedure]
    .map(([procedure, own]) => ({
      procedure,
      count: own.length + luck.whole(Math.ceil(own.length / mostMissed) + 1),
    }))
    .sort((one, other) => (one.procedure < other.procedure ? -1 : 1))
}

interface Signed {
  readonly organisation: string
  readonly author: string
  readonly role: string
}

async function writeSample(
  db: Database,
  signed: Signed,
  year: number,
  luck: Chance,
  now: Date,
): Promise<void> {
  const id = uuid()
  const period = { from: `${year}-01-01`, to: `${year}-12-31`, size: 12 }
  const drawn = await drawValidationSample(db, { id, ...signed, ...period }, now)
  if (drawn.outcome !== 'drawn') return
  const record = await readService(db, signed.organisation)
  const sample = record?.course.of(validationSample).find(({ entry }) => entry === drawn.sample)
  for (const { id: caseId } of sample?.body.cases.slice(0, 10) ?? []) {
    const answer = () => (luck.next() < 0.93 ? ('agrees' as const) : ('differs' as const))
    await recordInService(db, {
      ...signed,
      kind: validationResult,
      body: {
        ...{ sample: drawn.sample, case: caseId, source: 'notes' as const },
        ...{ procedure: answer(), operator: answer(), technicalSuccess: answer() },
        ...{ complications: answer(), response: 'not-applicable' as const, vitalStatus: answer() },
      },
      occurredAt: now,
    })
  }
}

/** The same for the same service, on every machine. */
function seedOf(code: string): number {
  return [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 17)
}
