/** The record as a snapshot takes it: person after person, folded to rows, or left out for a reason. */

import { sql } from 'kysely'
import { caseSubject, courseOf } from '#core/pathway/course.ts'
import type { Identifier } from '#core/patient/patient.ts'
import type { Entry } from '#core/record/entry.ts'
import { type ExclusionReason, exclusionOf, registryUse, testPatient } from '#core/registry/exclusion.ts'
import { rowsOf } from '#core/registry/fold.ts'
import type { PastTreatment } from '#core/registry/past-treatment.ts'
import type { CaseForRegistry, KeyOf, OrganisationFacts } from '#core/registry/patient-for-registry.ts'
import { isTestPatient } from '#core/registry/snapshot/excluded.ts'
import { entriesOfCases } from '../case/read.ts'
import { allOrganisations } from '../catalogue/organisations.ts'
import type { Transaction } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'
import { type Person, people } from './identities.ts'
import { optedOut } from './opt-outs.ts'
import type { Sourced } from './write.ts'

export interface SourceOptions {
  readonly asOf: string
  readonly keyOf: KeyOf
  /** Of the registry: under which the opt-out list is kept. */
  readonly secret: string
  /** How many people were read. */
  readonly told?: (people: number) => void
}

const peopleAtATime = 200

/** Reads within a transaction that sees the whole record; five queries for each 200 people. */
export async function* sourceOf(tx: Transaction, options: SourceOptions): AsyncGenerator<Sourced> {
  const organisations = new Map(
    (await allOrganisations(tx)).map(({ code, nation, region }) => [code, { code, nation, region }]),
  )
  let [page, told] = [[] as Person[], 0]
  const read = async function* () {
    yield* await sourcedPage(tx, page, organisations, options)
    told += page.length
    options.told?.(told)
    page = []
  }
  for await (const person of people(tx)) {
    page.push(person)
    if (page.length === peopleAtATime) yield* read()
  }
  if (page.length > 0) yield* read()
}

async function sourcedPage(
  tx: Transaction,
  page: readonly Person[],
  organisations: ReadonlyMap<string, OrganisationFacts>,
  { asOf, keyOf, secret }: SourceOptions,
): Promise<Sourced[]> {
  const cases = await casesOf(tx, page, organisations)
  const said = await saidOf(tx, page)
  const out = await optedOut(tx, page.flatMap(numbersOf), secret)
  const factsOf = (code: string) => organisations.get(code) ?? { code, nation: '', region: '' }
  return page.map((person) => {
    const excluded = exclusionFor(person, said, out)
    if (excluded) return { excluded }
    const past = person.past.flatMap(({ id, organisation, body }) =>
      body === null ? [] : [{ id, organisation: factsOf(organisation), body } as PastTreatment],
    )
    const [known] = person.patients
    return {
      rows: rowsOf(
        {
          id: person.identity,
          sex: known?.sex ?? past[0]?.body.sex ?? 'unknown',
          birthOn: known?.birthOn ?? past.find(({ body }) => body.birthOn)?.body.birthOn ?? '',
          diedOn:
            person.patients
              .map(({ diedOn }) => diedOn)
              .filter((day) => day !== null)
              .sort()[0] ?? null,
          cases: person.patients.flatMap(({ id }) => cases.get(id) ?? []),
          past,
        },
        keyOf,
        asOf,
      ),
    }
  })
}

/** The cases of a page's patients, by patient: where they are treated, and their entries. */
async function casesOf(
  tx: Transaction,
  page: readonly Person[],
  organisations: ReadonlyMap<string, OrganisationFacts>,
): Promise<ReadonlyMap<string, readonly CaseForRegistry[]>> {
  const ids = page.flatMap(({ patients }) => patients.map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; patient: string; treating: string }>`
    select id, patient, treating from care_case where patient = any(${ids}::uuid[]) order by id`.execute(tx)
  const entries = await entriesOfCases(
    tx,
    rows.map(({ id }) => id),
  )
  const grouped = Map.groupBy(rows, ({ patient }) => patient)
  const folded = ({ id, treating }: (typeof rows)[number]): CaseForRegistry[] => {
    const organisation = organisations.get(treating)
    return organisation ? [{ course: courseOf(caseSubject(id), entries.get(id) ?? []), organisation }] : []
  }
  return new Map([...grouped].map(([patient, own]) => [patient, own.flatMap(folded)]))
}

/**
 * What was said, in the record of any patient with a person's number or merged into theirs, on the use for
 * the registry: by the ids and numbers under which a person may be found.
 */
async function saidOf(
  tx: Transaction,
  page: readonly Person[],
): Promise<ReadonlyMap<string, readonly (readonly Entry[])[]>> {
  const ids = page.flatMap(({ patients, past }) => [
    ...patients.map(({ id }) => id),
    ...past.flatMap(({ patient }) => patient ?? []),
  ])
  const numbers = page.flatMap(numbersOf).filter(({ system }) => system !== 'local')
  const { rows } = await sql<KeptRow & { readonly keys: string[] }>`
    with named as (
      select id, id::text as key from unnest(${ids}::uuid[]) as given (id)
      union
      select i.patient, i.system || ':' || i.value from patient_identifier i
      where i.value = any(${numbers.map(({ value }) => value)}::text[])
        and i.system || ':' || i.value = any(${numbers.map(({ system, value }) => `${system}:${value}`)}::text[])
    ), everyone as (
      select distinct n.key, g.id from named n cross join lateral patient_group(patient_survivor(n.id)) as g (id)
    ), found as (
      select 'patient:' || id as subject, array_agg(distinct key) as keys from everyone group by id
    )
    select kept.*, found.keys from found join (${keptRows}) as kept on kept.subject = found.subject
    where kept.kind in (${registryUse.name}, ${testPatient.name}) order by kept.subject, kept.position`.execute(
    tx,
  )
  const said = new Map<string, Entry[][]>()
  for (const entries of Map.groupBy(rows, ({ subject }) => subject).values())
    for (const key of entries[0]?.keys ?? []) said.set(key, [...(said.get(key) ?? []), entries.map(entryOf)])
  return said
}

function exclusionFor(
  person: Person,
  said: ReadonlyMap<string, readonly (readonly Entry[])[]>,
  out: ReadonlySet<string>,
): ExclusionReason | null {
  const numbers = numbersOf(person).map(({ system, value }) => `${system}:${value}`)
  const ids = [...person.patients.map(({ id }) => id), ...person.past.flatMap(({ patient }) => patient ?? [])]
  const records = [...new Set([...ids, ...numbers])].flatMap((key) => said.get(key) ?? [])
  const reason = exclusionOf({ optedOut: numbers.some((number) => out.has(number)), records })
  if (reason) return reason
  return person.patients.some(isTestPatient) ? 'test-patient' : null
}

/** Every number under which a person is known, here or there. */
function numbersOf({ patients, past }: Person): Identifier[] {
  return [
    ...patients.flatMap(({ identifiers }) => identifiers),
    ...past.flatMap(({ system, value }) => (system && value ? [{ system, value }] : [])),
  ]
}
