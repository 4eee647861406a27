/** A section of a leaflet as rows of a form, and the form read back: each row one part, an emptied one taken out. */

import {
  type Call,
  callSchema,
  type EasyLine,
  easyLineSchema,
  type LeafletBody,
  type Question,
  questionSchema,
  type Risk,
  riskSchema,
  type Statement,
  type StatementSource,
  statementSchema,
} from '#core/leaflet/leaflet.ts'
import { type SectionId, TEXT_SECTIONS, type TextSection } from '#core/leaflet/sections.ts'
import { plainSource } from '#core/plain/sources.ts'
import type { Fields } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'

/** What the editor shows on one page: the facts of the leaflet, a section, or the easy read version. */
export type EditedSection = SectionId | 'easy-read'

type Item = Statement | Risk | Call | Question | EasyLine
/** A row as it is typed: text by name. */
export type Row = Readonly<Record<string, string>>

const isText = (section: EditedSection): section is TextSection =>
  (TEXT_SECTIONS as readonly string[]).includes(section)

/** The column that makes a row a row; without words in it the part is taken out. */
export const mainColumn = (section: EditedSection): string =>
  section === 'when-to-call' ? 'sign' : section === 'questions' ? 'asks' : 'says'

export function itemsOf(leaflet: LeafletBody, section: EditedSection): readonly Item[] {
  if (isText(section)) return leaflet.sections[section]
  if (section === 'risks') return leaflet.risks
  if (section === 'when-to-call') return leaflet.calls
  if (section === 'questions') return leaflet.questions
  return leaflet.easyRead
}

export function rowOf(item: Item, index: number): Row {
  const source = 'source' in item ? item.source : null
  return {
    id: item.id,
    order: String(index + 1),
    ...('says' in item ? { says: item.says } : {}),
    ...('name' in item ? { name: item.name } : {}),
    ...('sign' in item ? { sign: item.sign, urgency: item.urgency } : {}),
    ...('asks' in item ? { asks: item.asks } : {}),
    ...('picture' in item ? { picture: item.picture } : {}),
    ...(source === null ? {} : sourceTyped(source)),
    ...('frequency' in item && item.frequency
      ? {
          from: String(item.frequency.from),
          to: String(item.frequency.to),
          per: String(item.frequency.per),
        }
      : {}),
  }
}

function sourceTyped(source: StatementSource): Row {
  return source === 'for-review'
    ? { source: 'for-review', at: '' }
    : { source: source.id, at: source.at ?? '' }
}

/** The rows as they were sent: `0.says`, `0.order`, `1.says`. */
export function rowsSent(fields: Fields): readonly Row[] {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, value] of Object.entries(fields)) {
    const [, index, column] = /^(\d{1,3})\.([a-z]{2,10})$/.exec(name) ?? []
    if (index === undefined || column === undefined) continue
    const row = rows.get(Number(index)) ?? {}
    row[column] = value.trim()
    rows.set(Number(index), row)
  }
  return [...rows.entries()].sort(([one], [other]) => one - other).map(([, row]) => row)
}

export interface SectionRead {
  readonly leaflet: LeafletBody
  readonly problems: readonly FieldProblem[]
}

/** The leaflet with its section as it was sent; what cannot be, beside its field. */
export function readSection(leaflet: LeafletBody, section: EditedSection, rows: readonly Row[]): SectionRead {
  const problems: FieldProblem[] = []
  const main = mainColumn(section)
  const taken = new Set(rows.map(({ id }) => id ?? '').filter(Boolean))
  const kept = rows
    .map((row, index) => ({ row, index, order: orderOf(row, index, problems) }))
    .filter(({ row }) => Boolean(row[main]))
    .sort((one, other) => one.order - other.order || one.index - other.index)
  if (kept.length === 0)
    problems.push({ field: `0-${main}`, words: 'A section has one part at least: fill in one of them' })
  const items = kept.flatMap(({ row, index }) => {
    const id = row.id || freshId(row[main] ?? '', taken)
    taken.add(id)
    const item = itemFrom(section, { ...row, id }, index, problems)
    return item ? [item] : []
  })
  return { leaflet: withSection(leaflet, section, items), problems }
}

function orderOf(row: Row, index: number, problems: FieldProblem[]): number {
  if (!row.order) return Number.POSITIVE_INFINITY
  const order = Number(row.order)
  if (Number.isFinite(order)) return order
  problems.push({ field: `${index}-order`, words: 'Place: enter a number such as 3' })
  return index
}

/** Made of its first words, for an address that a person can read; never one that is there. */
function freshId(words: string, taken: ReadonlySet<string>): string {
  const slug = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .slice(0, 4)
    .join('-')
    .slice(0, 50)
  const base = slug || 'part'
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`
    if (!taken.has(id)) return id
  }
}

function itemFrom(section: EditedSection, row: Row, index: number, problems: FieldProblem[]): Item | null {
  const source = row.source === undefined ? 'for-review' : sourceFrom(row, index, problems)
  const { id = '', says = '' } = row
  const item = (): unknown => {
    if (section === 'questions') return { id, asks: row.asks }
    if (section === 'when-to-call') return { id, sign: row.sign, urgency: row.urgency, source }
    if (section === 'easy-read') return { id, says, picture: row.picture, source }
    if (section === 'risks')
      return { id, name: row.name, says, source, frequency: frequencyFrom(row, index, problems) }
    return { id, says, source }
  }
  const parsed = schemaOf(section).safeParse(item())
  if (parsed.success) return parsed.data as Item // of the section's own schema
  for (const issue of parsed.error.issues) {
    const column = String(issue.path[0] ?? mainColumn(section))
    problems.push({
      field: `${index}-${column === 'frequency' ? 'from' : column}`,
      words: wordsOf(column, issue.code),
    })
  }
  return null
}

function wordsOf(column: string, code: string): string {
  if (column === 'frequency')
    return 'How often: the first number is at most the second, and both at most the third'
  if (column === 'name') return 'Enter what the risk is called, in 120 characters or fewer'
  if (column === 'urgency') return 'Choose how fast to call'
  if (column === 'picture') return 'Choose a picture'
  return code === 'too_big' ? 'Too long: split it in two' : 'Enter what it says'
}

function schemaOf(section: EditedSection) {
  if (section === 'questions') return questionSchema
  if (section === 'when-to-call') return callSchema
  if (section === 'easy-read') return easyLineSchema
  return section === 'risks' ? riskSchema : statementSchema
}

function sourceFrom(row: Row, index: number, problems: FieldProblem[]): StatementSource {
  if (!row.source || row.source === 'for-review') return 'for-review'
  if (!plainSource(row.source)) {
    problems.push({
      field: `${index}-source`,
      words: 'Choose a source from the list, or leave it for review',
    })
    return 'for-review'
  }
  return row.at ? { id: row.source, at: row.at.slice(0, 200) } : { id: row.source }
}

function frequencyFrom(row: Row, index: number, problems: FieldProblem[]) {
  if (!row.from && !row.to) return null
  const [from, to] = [Number(row.from || row.to), Number(row.to || row.from)]
  const per = Number(row.per)
  if (Number.isFinite(from) && Number.isFinite(to) && [100, 1000, 10_000].includes(per))
    return { from, to, per }
  problems.push({ field: `${index}-from`, words: 'How often: enter numbers, such as 5 to 10 in 100' })
  return null
}

/** The items were made by the section's own schema. */
function withSection(leaflet: LeafletBody, section: EditedSection, items: readonly Item[]): LeafletBody {
  if (isText(section))
    return { ...leaflet, sections: { ...leaflet.sections, [section]: items } } as LeafletBody
  const list =
    section === 'risks'
      ? 'risks'
      : section === 'when-to-call'
        ? 'calls'
        : section === 'questions'
          ? 'questions'
          : 'easyRead'
  return { ...leaflet, [list]: items } as LeafletBody
}
