/** The table of demand as a file: its columns, its rows as text, and rows that people upload, each with what is wrong. */

import { nationSchema } from '../../catalogue/organisations.ts'
import { PROCEDURES } from '../../catalogue/procedures.ts'
import { MOST_LINES } from './kinds.ts'
import {
  CANCER_IDS,
  CANCERS,
  type DemandLine,
  demandLineSchema,
  HIGHEST,
  keyOf,
  type StatedLine,
} from './statement.ts'

export const DEMAND_COLUMNS = [
  'what',
  'cancer',
  'procedure',
  'nation',
  'region',
  'district',
  'value',
  'basis',
  'source',
  'years',
] as const
type Column = (typeof DEMAND_COLUMNS)[number]

/** A line in the order of the columns; a nation that is empty is the United Kingdom. */
export function demandRow(line: StatedLine | DemandLine): readonly (string | number)[] {
  return DEMAND_COLUMNS.map((column) => line[column] ?? '')
}

export interface RowProblem {
  readonly line: number
  readonly words: string
}

export interface DemandRead {
  readonly lines: readonly DemandLine[]
  readonly problems: readonly RowProblem[]
  /** Problems of the file as a whole. */
  readonly refused: string | null
}

/** Places that a row may name, as they are written here. */
export interface KnownPlaces {
  /** By nation. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>
  readonly districts: ReadonlyMap<string, ReadonlySet<string>>
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads the rows of a file. Columns are known by their headings, in any order; those that are unknown are left out.
 * An empty value takes back what was stated before.
 */
export function readDemand(header: readonly string[], rows: readonly Row[], places: KnownPlaces): DemandRead {
  const at = new Map(header.map((heading, index) => [heading.trim().toLowerCase(), index]))
  const lacking = (['what', 'cancer', 'value', 'basis', 'source'] as const).filter((name) => !at.has(name))
  if (lacking.length > 0)
    return { lines: [], problems: [], refused: `The file has no column ${lacking.join(', ')}` }
  if (rows.length === 0) return { lines: [], problems: [], refused: 'The file has headings and no rows' }
  if (rows.length > MOST_LINES)
    return {
      lines: [],
      problems: [],
      refused: `The file has more than ${MOST_LINES.toLocaleString('en-GB')} rows`,
    }
  const lines: DemandLine[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of rows) {
    const cell = (name: Column) => (cells[at.get(name) ?? -1] ?? '').trim()
    const read = readRow(cell, places)
    if (typeof read === 'string') {
      problems.push({ line, words: read })
      continue
    }
    const before = seen.get(keyOf(read))
    if (before !== undefined) problems.push({ line, words: `It says again what line ${before} says` })
    else {
      seen.set(keyOf(read), line)
      lines.push(read)
    }
  }
  return { lines, problems, refused: null }
}

/** A line, or what is wrong with it. Also reads what a form sends, field by field, so that both refuse alike. */
export function readRow(cell: (name: Column) => string, places: KnownPlaces): DemandLine | string {
  const what = cell('what').toLowerCase()
  if (what !== 'incidence' && what !== 'share') return `what is '${cell('what')}': it is incidence or share`
  const cancer = CANCER_IDS.find(
    (id) =>
      id === cell('cancer').toLowerCase() || CANCERS[id].name.toLowerCase() === cell('cancer').toLowerCase(),
  )
  if (!cancer) return `cancer is '${cell('cancer')}': it is one of ${CANCER_IDS.join(', ')}`
  const procedure = PROCEDURES.find(
    ({ id, name }) => id === cell('procedure') || name.toLowerCase() === cell('procedure').toLowerCase(),
  )
  if (what === 'share' && !procedure)
    return `procedure is '${cell('procedure')}': it is the id of a procedure, such as liver-ablation`
  if (what === 'incidence' && cell('procedure') !== '')
    return 'An incidence is of no procedure: leave it empty'
  const place = readPlace(cell, places)
  if (typeof place === 'string') return place
  const value = readValue(cell('value'), HIGHEST[what])
  if (typeof value === 'string') return value
  const basis = cell('basis').toLowerCase()
  if (basis !== 'source' && basis !== 'assumption')
    return `basis is '${cell('basis')}': it is source or assumption`
  if (cell('source') === '') return 'source is empty: name where it comes from, or whose assumption it is'
  const parsed = demandLineSchema.safeParse({
    ...{ what, cancer, procedure: what === 'share' ? (procedure?.id ?? null) : null },
    ...{ ...place, value, basis, source: cell('source'), years: cell('years') },
  })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return `${String(issue?.path[0] ?? 'The row')}: ${issue?.message ?? 'cannot be read'}`
}

function readPlace(cell: (name: Column) => string, { regions, districts }: KnownPlaces) {
  const named = cell('nation')
  const [region, district] = [cell('region'), cell('district')]
  if (named === '' || named.toLowerCase() === 'united kingdom') {
    if (region !== '' || district !== '') return 'nation is empty: a region or district is of a nation'
    return { nation: null, region: null, district: null }
  }
  const nation = nationSchema.safeParse(named)
  if (!nation.success) return `nation is '${named}': it is England, Scotland, Wales or Northern Ireland`
  if (region !== '' && district !== '') return 'Name a region or a district, not both'
  if (region !== '' && !regions.get(nation.data)?.has(region))
    return `region is '${region}': ${nation.data} has ${[...(regions.get(nation.data) ?? [])].join(', ')}`
  if (district !== '' && !districts.get(nation.data)?.has(district))
    return `district is '${district}': no district of ${nation.data} is called so`
  return { nation: nation.data, region: region || null, district: district || null }
}

/** Empty: what was stated is taken back. A comma may stand between thousands, a percent sign at the end. */
function readValue(text: string, most: number): number | null | string {
  if (text === '') return null
  const plain = text.replace(/(\d),(?=\d{3}\b)/g, '$1').replace(/\s*%$/, '')
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  if (Number.isNaN(value)) return `value is '${text}': it is a number, such as 8.5`
  if (value < 0) return `value is ${text}: it is 0 or more`
  if (value > most) return `value is ${text}: it is ${most.toLocaleString('en-GB')} at most`
  return value
}
