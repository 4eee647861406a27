/** The directory that ships with the software: data/organisations.csv, read once. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Organisation, organisationSchema } from '#core/catalogue/organisations.ts'

const file = new URL('../../../data/organisations.csv', import.meta.url)

const rowSchema = z.object({
  ods_code: z.string(),
  name: z.string(),
  nation: z.string(),
  region: z.string(),
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
  main_site: z.string(),
  source: z.string(),
})

/** The 179 real organisations, by code. */
export function shippedOrganisations(): readonly Organisation[] {
  const rows: unknown = parse(readFileSync(file), { columns: true, bom: true })
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ ods_code, main_site, ...row }) =>
      organisationSchema.parse({
        ...row,
        code: ods_code,
        mainSite: main_site,
        openedOn: null,
        closedOn: null,
        successor: null,
        fictional: false,
      }),
    )
}
