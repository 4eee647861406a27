/** The directory that ships with the software: files of data/, read once. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Organisation, organisationSchema } from '#core/catalogue/organisations.ts'

const placeSchema = z.object({
  ods_code: z.string(),
  name: z.string(),
  nation: z.string(),
  region: z.string(),
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
  main_site: z.string(),
  source: z.string(),
})
const historySchema = z.object({
  ods_code: z.string(),
  opened_on: z.string(),
  closed_on: z.string(),
  successor: z.string(),
  source: z.string(),
})
const sinceSchema = placeSchema.extend({ opened_on: z.string() })

/** The 179 real organisations of early 2017, by code, with what became of them. */
export function organisationsOf2017(): readonly Organisation[] {
  const history = new Map(
    rowsOf('organisation-history.csv', historySchema).map((row) => [row.ods_code, row] as const),
  )
  return rowsOf('organisations.csv', placeSchema).map((row) => {
    const became = history.get(row.ods_code)
    return organisationOf(row, {
      openedOn: became?.opened_on || null,
      closedOn: became?.closed_on || null,
      successor: became?.successor || null,
      source: became ? `${row.source}; ${became.source}` : row.source,
    })
  })
}

/** Those 179, and the organisations that carry on for those that closed and were not among them. */
export function shippedOrganisations(): readonly Organisation[] {
  const since = rowsOf('organisations-since.csv', sinceSchema).map((row) =>
    organisationOf(row, { openedOn: row.opened_on, closedOn: null, successor: null, source: row.source }),
  )
  return [...organisationsOf2017(), ...since]
}

type Became = Pick<Organisation, 'openedOn' | 'closedOn' | 'successor' | 'source'>

function organisationOf(row: z.infer<typeof placeSchema>, became: Became): Organisation {
  const { ods_code: code, name, nation, region, latitude, longitude, main_site: mainSite } = row
  const place = { code, name, nation, region, latitude, longitude, mainSite }
  return organisationSchema.parse({ ...place, ...became, fictional: false })
}

function rowsOf<Row>(name: string, schema: z.ZodType<Row>): Row[] {
  const file = new URL(`../../../data/${name}`, import.meta.url)
  const rows: unknown = parse(readFileSync(file), { columns: true, bom: true })
  return z.array(schema).parse(rows)
}
