/** Who accepted the terms of the registry, and who took what out of it. Only ever added to. */

import type { Database } from '../open.ts'

/** When this person accepted this version of the terms; null: not yet. */
export async function termsAccepted(db: Database, person: string, version: string): Promise<Date | null> {
  const row = await db
    .selectFrom('registry_terms')
    .select('at')
    .where('person', '=', person)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Accepted again, it changes nothing. */
export async function acceptTerms(db: Database, person: string, version: string): Promise<void> {
  await db
    .insertInto('registry_terms')
    .values({ person, version })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface Download {
  readonly person: string
  /** The version of the terms that the person has accepted. */
  readonly terms: string
  readonly snapshot: string
  readonly file: string
  readonly bytes: number
  /** More than 0 where a download that was cut off goes on. */
  readonly fromByte: number
}

/** Notes a download before its first byte leaves. */
export async function noteDownload(db: Database, download: Download): Promise<void> {
  const { fromByte, ...rest } = download
  await db
    .insertInto('registry_download')
    .values({ ...rest, from_byte: fromByte })
    .execute()
}

export interface NotedDownload extends Download {
  readonly id: string
  readonly at: Date
  /** null when that person is not known any more. */
  readonly personName: string | null
}

export const downloadsOnPage = 50

/** Every download, the latest first, a page at a time; of one person or one snapshot where asked. */
export async function downloads(
  db: Database,
  asked: { readonly person?: string; readonly snapshot?: string },
  page: number,
): Promise<{ readonly downloads: readonly NotedDownload[]; readonly total: number }> {
  let noted = db.selectFrom('registry_download as d')
  if (asked.person) noted = noted.where('d.person', '=', asked.person)
  if (asked.snapshot) noted = noted.where('d.snapshot', '=', asked.snapshot)
  const { total } = await noted
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await noted
    .leftJoin('person as p', 'p.id', 'd.person')
    .select([
      'd.id',
      'd.at',
      'd.person',
      'p.name',
      'd.terms',
      'd.snapshot',
      'd.file',
      'd.bytes',
      'd.from_byte',
    ])
    .orderBy('d.id', 'desc')
    .limit(downloadsOnPage)
    .offset((page - 1) * downloadsOnPage)
    .execute()
  return {
    total: Number(total),
    downloads: rows.map(({ id, at, person, name, terms, snapshot, file, bytes, from_byte }) => ({
      ...{ id, at, person, terms, snapshot, file },
      personName: name,
      bytes: Number(bytes),
      fromByte: Number(from_byte),
    })),
  }
}
