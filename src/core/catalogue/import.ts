/** An extract of the directory against what is there: what it would add, change and close, or each row's problem. */
import { NATIONS, type Nation, type Organisation, organisationSchema } from './organisations.ts'

/** A row as it was read: what it says, not yet what it means. Null: the file has no such column; '' is blank. */
export interface ExtractRow {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly nation: string | null
  readonly region: string | null
  /** ODS's national grouping: the region of an organisation that has none yet. */
  readonly grouping: string | null
  readonly latitude: string | null
  readonly longitude: string | null
  readonly mainSite: string | null
  /** The main site of an organisation that has none yet. */
  readonly address: string | null
  readonly postcode: string | null
  readonly opened: string | null
  readonly closed: string | null
  readonly successor: string | null
  readonly source: string | null
}

export interface Extract {
  readonly rows: readonly ExtractRow[]
  /** What a row is from when it does not say so itself. */
  readonly source: string
}

/** The centre of an outward postcode. */
export type Outcodes = ReadonlyMap<string, { readonly latitude: number; readonly longitude: number }>

export interface OrganisationChange {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly kind: 'added' | 'changed' | 'closed'
  /** Each field that changes, from what to what. */
  readonly fields: readonly { readonly field: string; readonly from: string; readonly to: string }[]
}

export interface DirectoryPlan {
  /** Whole organisations to save. */
  readonly organisations: readonly Organisation[]
  readonly changes: readonly OrganisationChange[]
  readonly unchanged: number
  /** Codes that the directory does not have, passed over unless new ones were asked for. */
  readonly passedOver: readonly string[]
  readonly problems: readonly { readonly line: number; readonly words: string }[]
}

export interface DirectoryTask {
  readonly extract: Extract
  readonly known: readonly Organisation[]
  readonly outcodes: Outcodes
  /** Organisations that the directory does not have are added rather than passed over. */
  readonly addNew: boolean
}

/**
 * What an extract would do to the directory. Coordinates of an organisation that is there are kept, unless
 * the file has coordinates itself. A new one without coordinates is placed at the centre of its outcode.
 */
export function planDirectory(task: DirectoryTask): DirectoryPlan {
  const known = new Map(task.known.map((organisation) => [organisation.code, organisation]))
  const problems: { line: number; words: string }[] = []
  const changes: OrganisationChange[] = []
  const organisations: Organisation[] = []
  const passedOver: string[] = []
  const lines = new Map<string, number>()
  let unchanged = 0
  for (const row of task.extract.rows) {
    const code = row.code.trim().toUpperCase()
    const before = known.get(code)
    if (code === '') problems.push({ line: row.line, words: 'The row has no organisation code' })
    else if (lines.has(code))
      problems.push({ line: row.line, words: `${code} is on line ${lines.get(code)} already` })
    else if (before === undefined && !task.addNew) passedOver.push(code)
    else {
      lines.set(code, row.line)
      const read = organisationOf({ ...row, code }, before, task)
      if ('problem' in read) problems.push({ line: row.line, words: read.problem })
      else if (before !== undefined && fieldsChanged(before, read).length === 0) unchanged += 1
      else {
        organisations.push(read)
        changes.push(changeOf(row.line, before, read))
      }
    }
  }
  problems.push(...successorProblems(organisations, known, lines))
  return { organisations, changes, unchanged, passedOver, problems }
}

type Read = Organisation | { problem: string }

function organisationOf(
  row: ExtractRow,
  before: Organisation | undefined,
  { extract, outcodes }: DirectoryTask,
): Read {
  const [opened, closed] = [dateOf(row.opened), dateOf(row.closed)]
  if (opened === undefined)
    return { problem: `“${row.opened}” is no date: write it as 2026-11-22 or 20261122` }
  if (closed === undefined)
    return { problem: `“${row.closed}” is no date: write it as 2026-11-22 or 20261122` }
  const place = placeOf(row, before, outcodes)
  if ('problem' in place) return place
  const nation = given(row.nation) ?? before?.nation ?? nationOf(row.code)
  const organisation = {
    code: row.code,
    name: inTitleCase(given(row.name) ?? before?.name ?? ''),
    nation,
    region: given(row.region) ?? before?.region ?? regionOf(row.grouping, nation),
    latitude: place.latitude,
    longitude: place.longitude,
    mainSite: given(row.mainSite) ?? before?.mainSite ?? given(row.address) ?? '',
    openedOn: row.opened === null ? (before?.openedOn ?? null) : opened,
    closedOn: row.closed === null ? (before?.closedOn ?? null) : closed,
    successor:
      row.successor === null ? (before?.successor ?? null) : (given(row.successor)?.toUpperCase() ?? null),
    fictional: before?.fictional ?? false,
    source: before?.source ?? [given(row.source) ?? extract.source, place.how].filter(Boolean).join('; '),
  }
  if (organisation.openedOn && organisation.closedOn && organisation.closedOn < organisation.openedOn) {
    return {
      problem: `${row.code} closes on ${organisation.closedOn}, before it opens on ${organisation.openedOn}`,
    }
  }
  return checked(organisation, before)
}

function checked(organisation: Record<keyof Organisation, unknown>, before: Organisation | undefined): Read {
  // A name in capitals, as ODS writes it, is no news about an organisation that has the same name.
  const same = before !== undefined && String(organisation.name).toLowerCase() === before.name.toLowerCase()
  const parsed = organisationSchema.safeParse(same ? { ...organisation, name: before.name } : organisation)
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0])
  const value = organisation[field as keyof Organisation]
  const words = FIELD_WORDS[field] ?? field
  return value === '' || value === undefined
    ? { problem: `${organisation.code} has no ${words}` }
    : { problem: `“${value}” is no ${words}` }
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  code: 'organisation code',
  name: 'name',
  nation: `nation (${NATIONS.join(', ')})`,
  region: 'region',
  latitude: 'latitude in the United Kingdom',
  longitude: 'longitude in the United Kingdom',
  mainSite: 'main site',
  openedOn: 'opening date',
  closedOn: 'closing date',
  successor: 'successor',
  source: 'source',
}

function given(cell: string | null): string | undefined {
  const text = cell?.trim()
  return text === '' ? undefined : text
}

/** Null: blank. Undefined: not a date that exists. */
function dateOf(cell: string | null): string | null | undefined {
  const text = given(cell)
  if (text === undefined) return null
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date
}

type Place = { latitude: number; longitude: number; how: string } | { problem: string }

function placeOf(row: ExtractRow, before: Organisation | undefined, outcodes: Outcodes): Place {
  const [latitude, longitude] = [given(row.latitude), given(row.longitude)]
  if (latitude !== undefined && longitude !== undefined) {
    return { latitude: Number(latitude), longitude: Number(longitude), how: '' }
  }
  if (before !== undefined) return { latitude: before.latitude, longitude: before.longitude, how: '' }
  const postcode = given(row.postcode)?.toUpperCase()
  if (postcode === undefined) return { problem: `${row.code} has neither coordinates nor a postcode` }
  const outcode = postcode.includes(' ') ? postcode.split(/\s+/)[0] : postcode.slice(0, -3)
  const centre = outcodes.get(outcode ?? '')
  if (centre === undefined)
    return { problem: `The postcode ${postcode} of ${row.code} is not in data/outcodes.csv` }
  return { ...centre, how: `placed at the centre of outcode ${outcode}` }
}

/** By the shape of the code: Welsh boards begin with 7A, Scottish ones with S08, trusts of Northern Ireland with ZT. */
function nationOf(code: string): Nation {
  if (/^7A/.test(code)) return 'Wales'
  if (/^(S08|S\d)/.test(code)) return 'Scotland'
  return /^ZT/.test(code) ? 'Northern Ireland' : 'England'
}

/** NHS England's regions by their ODS code, as an ODS extract places trusts; elsewhere a code does not tell. */
const REGION_BY_GROUPING: Readonly<Record<string, string>> = {
  Y56: 'London',
  Y58: 'South West',
  Y59: 'South East',
  Y60: 'Midlands',
  Y61: 'East of England',
  Y62: 'North West',
  Y63: 'North East and Yorkshire',
}

function regionOf(grouping: string | null, nation: string): string {
  return REGION_BY_GROUPING[grouping?.trim() ?? ''] ?? (nation === 'Northern Ireland' ? nation : '')
}

/** ODS writes names in capitals: `LEEDS TEACHING HOSPITALS NHS TRUST`. A name with small letters is left alone. */
function inTitleCase(name: string): string {
  if (name !== name.toUpperCase()) return name
  const small = new Set(['and', 'of', 'the', 'for', 'on', 'in', 'upon'])
  return name
    .toLowerCase()
    .split(/(?<=[\s(-])/)
    .map((word, at) => {
      const plain = word.trim().replace(/\W+$/, '')
      if (plain === 'nhs' || plain === 'hsc') return word.toUpperCase()
      return at > 0 && small.has(plain) ? word : word.charAt(0).toUpperCase() + word.slice(1)
    })
    .join('')
}

const COMPARED = [
  'name',
  'nation',
  'region',
  'latitude',
  'longitude',
  'mainSite',
  'openedOn',
  'closedOn',
  'successor',
] as const

function fieldsChanged(before: Organisation, after: Organisation): OrganisationChange['fields'] {
  return COMPARED.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    from: String(before[field] ?? 'not recorded'),
    to: String(after[field] ?? 'not recorded'),
  }))
}

function changeOf(line: number, before: Organisation | undefined, after: Organisation): OrganisationChange {
  const { code, name } = after
  if (before === undefined) return { line, code, name, kind: 'added', fields: [] }
  const kind = before.closedOn === null && after.closedOn !== null ? 'closed' : 'changed'
  return { line, code, name, kind, fields: fieldsChanged(before, after) }
}

function successorProblems(
  organisations: readonly Organisation[],
  known: ReadonlyMap<string, Organisation>,
  lines: ReadonlyMap<string, number>,
): readonly { line: number; words: string }[] {
  const after = new Map([
    ...known,
    ...organisations.map((organisation) => [organisation.code, organisation] as const),
  ])
  return organisations.flatMap(({ code, successor }) => {
    const line = lines.get(code) ?? 0
    if (successor === null) return []
    if (!after.has(successor))
      return [{ line, words: `${successor}, the successor of ${code}, is not in the directory` }]
    return inRing(code, after)
      ? [{ line, words: `${code} would be its own successor, through ${successor}` }]
      : []
  })
}

function inRing(code: string, organisations: ReadonlyMap<string, Organisation>): boolean {
  const seen = new Set<string>()
  let at = organisations.get(code)?.successor ?? null
  while (at !== null && at !== code && !seen.has(at)) {
    seen.add(at)
    at = organisations.get(at)?.successor ?? null
  }
  return at === code
}
