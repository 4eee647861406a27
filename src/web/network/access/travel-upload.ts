/** A file of travel times: read by line, put in use whole or not at all; and taken out of use again. */

import { type GivenLine, readGiven } from '#core/network/travel/given.ts'
import { readTable, type Table } from '#store/files/read-table.ts'
import { areas } from '#store/network/areas.ts'
import { loadNetwork } from '#store/network/network.ts'
import { putTravelFile, removeTravelFile } from '#store/network/travel-file.ts'
import { isoDay } from '../../components/dates.ts'
import { sentFile } from '../../components/sent-file.ts'
import type { PageContext } from '../../environment.ts'
import { paths } from '../../paths.ts'
import { travelPage } from './travel-page.tsx'

const COLUMNS = ['origin', 'destination', 'minutes'] as const

let places: ReadonlyMap<string, number> | undefined

export async function uploadTravel(c: PageContext) {
  const refused = (words: string) => travelPage(c, { problems: [{ field: 'file', words }] })
  const file = await sentFile(c, 'file')
  if (!file) return refused('Choose a file')
  const table = await readTable(file.bytes, file.name)
  if ('problem' in table) return refused(table.problem)
  const lines = linesOf(table)
  if ('problem' in lines) return refused(lines.problem)
  if (lines.length === 0) return refused('The file has a row of headings and no travel times')
  const { sites } = await loadNetwork(c.var.store, { day: isoDay(c.var.now()) })
  places ??= new Map(areas().map(({ code }, at) => [code, at]))
  const { times, pairs, problems } = readGiven(lines, new Set(sites.map(({ code }) => code)), places)
  if (problems.length > 0) {
    const words = `${problems.length === 1 ? 'One row cannot be read' : `${problems.length} rows cannot be read`}. Nothing was put in use`
    return travelPage(c, { problems: [{ field: 'file', words }], lines: problems })
  }
  const { id = '', name = '' } = c.var.person ?? {}
  await putTravelFile(c.var.store.db, {
    name: file.name.slice(0, 200),
    times,
    pairs,
    sites,
    by: { id, name },
  })
  return c.redirect(paths.networkTravel(), 303)
}

function linesOf({ header, rows }: Table): readonly GivenLine[] | { readonly problem: string } {
  const names = header.map((name) => name.trim().toLowerCase())
  const [origin = -1, destination = -1, minutes = -1] = COLUMNS.map((name) => names.indexOf(name))
  const missing = COLUMNS.filter((name) => !names.includes(name))
  if (missing.length > 0)
    return {
      problem: `The file has no column ${missing.join(' and none ')}. It needs origin, destination and minutes`,
    }
  return rows.map(({ line, cells }) => ({
    line,
    origin: cells[origin] ?? '',
    destination: cells[destination] ?? '',
    minutes: cells[minutes] ?? '',
  }))
}

export async function removeTravel(c: PageContext) {
  await removeTravelFile(c.var.store.db, c.var.person?.name ?? '')
  return c.redirect(paths.networkTravel(), 303)
}
