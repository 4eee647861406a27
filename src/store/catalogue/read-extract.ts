/** An extract of the directory from a file: the layout of ODS's etr.csv, or columns with a header. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Extract, ExtractRow, Outcodes } from '#core/catalogue/import.ts'
import { readTable, type Table } from '../files/read-table.ts'

export type ExtractRead = (Extract & { readonly note: string | null }) | { readonly problem: string }

/** Reads an extract from a file's bytes; the problem in words where it is none. */
export async function readExtract(bytes: Uint8Array, filename: string): Promise<ExtractRead> {
  const table = await readTable(bytes, filename)
  if ('problem' in table) return table
  const source = filename.replace(/^.*[\\/]/, '')
  if (isOds(table.header)) {
    const rows = [{ line: 1, cells: table.header }, ...table.rows].map(odsRow)
    return { rows, source: `ODS extract ${source}`, note: table.note }
  }
  const columns = columnsOf(table.header)
  const missing = ['code', 'name'].filter((field) => !columns.has(field))
  if (missing.length > 0) {
    return {
      problem:
        `The file has no column of ${missing.join(' and none of ')}. It needs a header with at least code and name ` +
        '(nation, region, latitude, longitude, main_site, postcode, opened, closed, successor), or the layout of etr.csv',
    }
  }
  return { rows: table.rows.map((row) => rowOf(columns, row)), source: `File ${source}`, note: table.note }
}

/**
 * Whether the first row is one of ODS's headerless files: a code, then ten columns on a date of opening.
 *
 * @see ODS, CSV downloads: etr.csv, 27 columns (seen in a published extract; its specification was not read)
 */
function isOds(first: readonly string[]): boolean {
  return first.length >= 12 && /^[A-Z0-9]{3,}$/.test(first[0] ?? '') && /^(\d{8})?$/.test(first[10] ?? '')
}

type Row = Table['rows'][number]

function odsRow({ line, cells }: Row): ExtractRow {
  const cell = (at: number) => cells[at]?.trim() ?? ''
  const address = [4, 5, 6, 7, 8].map(cell).filter(Boolean).join(', ')
  return {
    line,
    code: cell(0),
    name: cell(1),
    nation: null,
    region: null,
    grouping: cell(2),
    latitude: null,
    longitude: null,
    mainSite: null,
    address: address === '' ? null : `${address} (${cell(9)})`,
    postcode: cell(9),
    opened: cell(10),
    closed: dayAfter(cell(11)),
    successor: null,
    source: null,
  }
}

/**
 * ODS gives the last day on which an organisation is open (30 September 2017, its successor opening on
 * 1 October); the directory, the first on which it is not. What is no date is passed on, to be refused.
 */
function dayAfter(date: string): string {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(date) ?? []
  if (year === undefined) return date
  const next = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1))
  const last = new Date(next.getTime() - 24 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  return last === date ? next.toISOString().slice(0, 10) : date
}

const NAMES: Readonly<Record<string, readonly string[]>> = {
  code: ['code', 'ods_code', 'organisation_code', 'organisation code', 'ods code'],
  name: ['name', 'organisation_name', 'organisation name'],
  nation: ['nation', 'country'],
  region: ['region'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
  mainSite: ['main_site', 'main site', 'site'],
  postcode: ['postcode', 'post code'],
  opened: ['opened', 'opened_on', 'open date', 'open_date'],
  closed: ['closed', 'closed_on', 'close date', 'close_date'],
  successor: ['successor'],
  source: ['source'],
}

function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const given = header.map((name) => name.trim().toLowerCase())
  const found = Object.entries(NAMES).map(
    ([field, names]) => [field, given.findIndex((name) => names.includes(name))] as const,
  )
  return new Map(found.filter(([, at]) => at >= 0))
}

function rowOf(columns: ReadonlyMap<string, number>, { line, cells }: Row): ExtractRow {
  const cell = (field: string) => {
    const at = columns.get(field)
    return at === undefined ? null : (cells[at] ?? '')
  }
  return {
    line,
    code: cell('code') ?? '',
    name: cell('name') ?? '',
    nation: cell('nation'),
    region: cell('region'),
    grouping: null,
    latitude: cell('latitude'),
    longitude: cell('longitude'),
    mainSite: cell('mainSite'),
    address: null,
    postcode: cell('postcode'),
    opened: cell('opened'),
    closed: cell('closed'),
    successor: cell('successor'),
    source: cell('source'),
  }
}

const outcodeSchema = z.array(
  z.object({ outcode: z.string(), latitude: z.coerce.number(), longitude: z.coerce.number() }),
)

/** The centres of outward postcodes, from data/outcodes.csv. */
export function shippedOutcodes(): Outcodes {
  const file = readFileSync(new URL('../../../data/outcodes.csv', import.meta.url))
  const rows = outcodeSchema.parse(parse(file, { columns: true, bom: true }))
  return new Map(rows.map(({ outcode, latitude, longitude }) => [outcode, { latitude, longitude }]))
}
