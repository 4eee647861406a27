/** A nation for tests: the 179 organisations of the directory with answers made from a seed, written straight in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { inPaperTable } from '#core/catalogue/procedures.ts'
import { provisionOf } from '#core/census/provision.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import type { Store } from '#store/open.ts'

export interface TestOrganisation {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
  readonly mainSite: string
}

export const organisations: readonly TestOrganisation[] = (
  parse(readFileSync(join(import.meta.dirname, '../../data/organisations.csv')), { columns: true }) as Record<
    string,
    string
  >[]
).map((row) => ({
  code: row.ods_code ?? '',
  name: row.name ?? '',
  nation: row.nation ?? '',
  region: row.region ?? '',
  latitude: Number(row.latitude),
  longitude: Number(row.longitude),
  mainSite: row.main_site ?? '',
}))

/** A share between 0 and 1 that depends on nothing but its arguments. */
function share(index: number, salt: number): number {
  const value = Math.sin(index * 12.9898 + salt * 78.233) * 43758.5453
  return value - Math.floor(value)
}

/** What organisation `index` answers, of every class, with pathways to those that offer both. */
function answersOf(place: number, shift = 0): Answers | null {
  const index = place + shift
  const roll = share(index, 1)
  const some = (category: 'supportive' | 'disease-modifying', chance: number) =>
    inPaperTable(category)
      .map(({ id }) => id)
      .filter((id, at) => id === 'image-guided-biopsy' || share(index, at + 10) < chance)
  const department = { irDepartment: 'yes', ioLead: share(index, 4) < 0.15 ? 'yes' : 'no' }
  const hub = `${organisations[hubOf(place, shift)]?.code}`
  if (roll < 0.08) return null
  if (roll < 0.16)
    return { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'no', irDepartment: 'no' }
  if (roll < 0.25)
    return { ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'yes', irDepartment: 'no' }
  if (roll < 0.27) return { ioOffered: 'no', referralPathway: 'yes', referralPathwayTo: [hub] }
  if (roll < 0.64) {
    const pathway = share(index, 3) < 0.6
    return {
      ...department,
      ioOffered: 'yes',
      kinds: 'supportive-only',
      supportiveProcedures: share(index, 5) < 0.06 ? ['cannot-say'] : some('supportive', 0.7),
      barriers: ['funding'],
      diseaseModifyingPathway: pathway ? 'yes' : 'no',
      ...(pathway ? { diseaseModifyingPathwayTo: [hub] } : {}),
    }
  }
  return {
    ...department,
    ioOffered: 'yes',
    kinds: 'both',
    supportiveProcedures: some('supportive', 0.85),
    diseaseModifyingProcedures: [
      ...new Set([...some('disease-modifying', 0.4), 'transarterial-chemoembolisation']),
    ],
    cover: share(index, 6) < 0.5 ? 'round-the-clock-here' : 'working-hours',
    clinic: 'yes',
    beds: share(index, 7) < 0.5 ? 'yes' : 'no',
  }
}

/** The nearest other organisation that offers both. */
function hubOf(index: number, shift: number): number {
  const from = organisations[index]
  let [nearest, away] = [index, Number.POSITIVE_INFINITY]
  organisations.forEach((to, other) => {
    if (!from || other === index || share(other + shift, 1) < 0.64) return
    const distance = Math.hypot(to.latitude - from.latitude, (to.longitude - from.longitude) * 0.6)
    if (distance < away) [nearest, away] = [other, distance]
  })
  return nearest
}

export interface TestEdition {
  readonly id: string
  readonly state: 'open' | 'closed'
  readonly censusOn: string
  /** Shifts who answers what, so that two editions differ. */
  readonly shift?: number
}

/** Puts the directory and one edition with its answers into a database. */
export async function plantNation(store: Store, edition: TestEdition): Promise<void> {
  const { db } = store
  await db
    .insertInto('organisation')
    .values(
      organisations.map(({ mainSite, ...organisation }) => ({
        ...organisation,
        nation: organisation.nation as 'England', // one of the four, as the database checks
        main_site: mainSite,
        opened_on: null,
        closed_on: null,
        successor: null,
        source: 'a test',
        fictional: true,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const closed = edition.state === 'closed'
  await sql`insert into census_edition (id, title, census_on, questionnaire, questionnaire_version, state, opened_at, closed_at, digest, fictional)
    values (${edition.id}, ${`Census ${edition.censusOn.slice(0, 4)}`}, ${edition.censusOn}, 'io-census', 2, ${edition.state},
            ${`${edition.censusOn}T09:00:00Z`}, ${closed ? `${edition.censusOn}T17:00:00Z` : null}, ${closed ? 'ab'.repeat(32) : null}, true)`.execute(
    db,
  )
  await sql`insert into census_revision (edition, stripe, revision) values (${edition.id}, 0, 1)`.execute(db)
  await sql`insert into census_member (edition, organisation) select ${edition.id}, code from organisation`.execute(
    db,
  )
  const rows = organisations.flatMap(({ code }, index) => {
    const answers = answersOf(index, edition.shift)
    return answers ? [{ code, answers }] : []
  })
  for (const { code, answers } of rows) await plantAnswer(store, edition, code, answers)
}

export async function plantAnswer(
  { db }: Store,
  { id, state, censusOn }: TestEdition,
  code: string,
  answers: Answers,
): Promise<void> {
  const json = JSON.stringify(answers)
  const provision = provisionOf(answers).class
  const atClose = state === 'closed' ? json : null
  await sql`insert into census_response (edition, organisation, answers, channel, reference, first_sent_at, sent_at, provision, answers_at_close, provision_at_close)
    values (${id}, ${code}, ${json}::jsonb, 'web', ${`${id}-${code}`}, ${`${censusOn}T10:00:00Z`}, ${`${censusOn}T10:00:00Z`},
            ${provision}, ${atClose}::jsonb, ${state === 'closed' ? provision : null})
    on conflict (edition, organisation) do update set answers = excluded.answers, provision = excluded.provision`.execute(
    db,
  )
  await sql`update census_revision set revision = revision + 1 where edition = ${id} and stripe = 0`.execute(
    db,
  )
}
