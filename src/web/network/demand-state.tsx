/** States one line of the table of demand, or takes one back; what cannot be read comes back beside its field. */

import { v7 as newId } from 'uuid'
import { CANCER_IDS, type DemandLine, HIGHEST, keyOf, UNITS } from '#core/network/demand/statement.ts'
import { readRow } from '#core/network/demand/table.ts'
import type { Network } from '#core/network/network.ts'
import { demandLines, stateDemand } from '#store/network/demand.ts'
import { cellsOf, regionsIn } from '#store/network/demand-view.ts'
import { loadNetwork } from '#store/network/network.ts'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { DemandForm } from './demand-form.tsx'

/** The form; with a key in the address, filled with what holds for it. */
export async function demandNewPage(c: PageContext) {
  const network = await loadNetwork(c.var.store, { day: isoDay(c.var.now()) })
  const { what = '', cancer = '', procedure = '', nation = '', region = '', district = '' } = c.req.query()
  const known = (await demandLines(c.var.store.db)).find(
    (line) => keyOf(line) === [what, cancer, procedure, nation, region, district].join('|'),
  )
  const place = region ? `${nation}|${region}` : nation
  const fields: Fields = {
    ...{ what, cancer, procedure, place, district },
    ...(known
      ? { value: String(known.value ?? ''), basis: known.basis, source: known.source, years: known.years }
      : {}),
  }
  return form(c, network, { fields, problems: [], id: newId() })
}

export async function stateLine(c: PageContext) {
  const fields = await fieldsOf(c)
  const network = await loadNetwork(c.var.store, { day: isoDay(c.var.now()) })
  const isTakenBack = fields.do === 'take-back'
  const { line, problems } = lineOf(fields, network, isTakenBack)
  const id = isId(fields.id ?? '') ? (fields.id ?? newId()) : newId()
  if (!line || problems.length > 0) return form(c, network, { fields, problems, id })
  const done = await stateDemand(c.var.store.db, {
    ...{ id, lines: [line], reason: (fields.reason ?? '').trim() },
    ...{ author: demandAuthor(c), at: c.var.now() },
  })
  if (done.outcome === 'refused')
    return form(c, network, {
      ...{ fields, id: newId() },
      problems: done.problems.map(({ words }) => ({ field: 'reason', words })),
    })
  return c.redirect(`${paths.networkDemandTable()}?done=${isTakenBack ? 'taken-back' : 'stated'}`, 303)
}

async function form(
  c: PageContext,
  network: Network,
  given: { readonly fields: Fields; readonly problems: readonly FieldProblem[]; readonly id: string },
) {
  const { line } = lineOf(given.fields, network, true)
  const lines = line ? await demandLines(c.var.store.db) : []
  const holds = lines.find((each) => line && keyOf(each) === keyOf(line)) ?? null
  return show(
    c,
    <DemandForm c={c} {...given} regions={regionsIn(network)} holds={holds} />,
    given.problems.length > 0 ? 422 : 200,
  )
}

/** Role and name that the record signs with. */
export function demandAuthor(c: PageContext) {
  const { person } = c.var
  const role = person?.memberships.find(
    ({ role }) => role === 'commissioner' || role === 'administrator',
  )?.role
  return { id: `person:${person?.id ?? ''}`, name: person?.name ?? '', role: role ?? 'commissioner' }
}

/** A form's line; taken back, it has no value and needs no source. */
function lineOf(
  fields: Fields,
  network: Network,
  isTakenBack: boolean,
): { readonly line: DemandLine | null; readonly problems: readonly FieldProblem[] } {
  const [nation = '', region = ''] = (fields.place ?? '').split('|')
  const district = (fields.district ?? '').trim()
  const problems = problemsOf(fields, isTakenBack, nation, district)
  const cells: Readonly<Record<string, string>> = {
    ...fields,
    ...{ nation, region: district ? '' : region, district },
    ...(isTakenBack ? { value: '', basis: 'assumption', source: 'taken back' } : {}),
  }
  const read = readRow((name) => (cells[name] ?? '').trim(), placesIn(network))
  if (typeof read !== 'string') return { line: problems.length > 0 ? null : read, problems }
  return { line: null, problems: problems.length > 0 ? problems : [{ field: fieldOf(read), words: read }] }
}

/** What a row's problem begins with names its column; a place is chosen as one. */
const fieldOf = (words: string): string =>
  /^(what|cancer|procedure|district|value|basis|source)\b/.exec(words)?.[1] ??
  (/^(nation|region)/.test(words) ? 'place' : 'procedure')

function problemsOf(fields: Fields, isTakenBack: boolean, nation: string, district: string): FieldProblem[] {
  const problems: FieldProblem[] = []
  const wrong = (field: string, words: string) => void problems.push({ field, words })
  const { what } = fields
  if (what !== 'share' && what !== 'incidence') wrong('what', 'Choose what it is')
  if (!(CANCER_IDS as readonly string[]).includes(fields.cancer ?? '')) wrong('cancer', 'Choose the cancer')
  if (what === 'share' && !fields.procedure) wrong('procedure', 'Choose the procedure that the share is of')
  if (what === 'incidence' && fields.procedure)
    wrong('procedure', 'An incidence is of no procedure: choose none')
  if (district !== '' && nation === '') wrong('place', 'Choose the nation that the district is in')
  if (isTakenBack) return problems
  const most = what === 'share' || what === 'incidence' ? HIGHEST[what] : 5000
  const unit = what === 'share' || what === 'incidence' ? UNITS[what] : ''
  const text = (fields.value ?? '').trim().replace(/\s*%$/, '')
  const value = /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN
  if (text === '') wrong('value', `Enter the value, in ${unit || 'its unit'}`)
  else if (Number.isNaN(value)) wrong('value', 'Enter the value as a number, such as 12.5')
  else if (value < 0) wrong('value', 'The value cannot be below 0')
  else if (value > most) wrong('value', `The value has to be ${most.toLocaleString('en-GB')} or less`)
  if (fields.basis !== 'source' && fields.basis !== 'assumption') wrong('basis', 'Choose what it rests on')
  if ((fields.source ?? '').trim() === '') wrong('source', 'Name the source, or whose assumption it is')
  if ((fields.reason ?? '').trim().length < 5)
    wrong('reason', 'Say why it is stated, in 5 characters or more')
  if ((fields.reason ?? '').trim().length > 1000)
    wrong('reason', 'The reason has to be 1,000 characters or fewer')
  return problems
}

/** The regions and districts that a line may name. */
export function placesIn(network: Network) {
  const cells = cellsOf(network)
  const by = (nameOf: (cell: (typeof cells)[number]) => string) =>
    new Map(
      [...Map.groupBy(cells, ({ nation }) => nation)].map(([nation, own]) => [
        nation,
        new Set(own.map(nameOf)),
      ]),
    )
  return { regions: by(({ region }) => region), districts: by(({ district }) => district) }
}
