/** The register, the referrals outside of it and the gaps as files: the same rows as their pages, all of them. */

import { csvOf } from '#core/census/csv.ts'
import { filteredRegister } from '#core/network/filter.ts'
import { gapsOf, standingAt } from '#core/network/gaps.ts'
import { offering } from '#core/network/offering.ts'
import { pathwayUse } from '#store/network/use.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { networkAt } from './at.ts'
import { askedProcedures } from './gap-table.tsx'
import { gapsAsked, oddGaps } from './gaps-asked.ts'
import { inNation } from './gaps-page.tsx'
import { nearestByCar } from './nearest.tsx'
import { oddFile } from './odd-asked.ts'
import { outsideOf } from './outside-page.tsx'
import { oddPathways, pathwaysAsked } from './pathways-asked.ts'
import { saidOf } from './state-tags.tsx'
import { shownCount, usedWords } from './used.ts'

type Rows = Parameters<typeof csvOf>[0]

export async function pathwaysCsv(c: PageContext) {
  const asked = pathwaysAsked(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const odd = oddPathways(c, at)
  if (odd.length > 0) return oddFile(c, odd)
  const use = await pathwayUse(c.var.store, at.day, c.var.now())
  const name = (code: string) => at.organisations.get(code)?.name ?? ''
  const rows = filteredRegister(at.register, asked, at.organisations, use).map((pathway) => [
    pathway.from,
    name(pathway.from),
    pathway.to,
    name(pathway.to),
    pathway.procedures.join(' '),
    pathway.through ?? '',
    pathway.agreedOn ?? '',
    pathway.reviewDue ?? '',
    pathway.endedOn ?? '',
    saidOf(pathway)
      .map(({ words }) => words)
      .join('; '),
    pathway.notOffered.join(' '),
    usedWords(c, pathway, use, at.organisations),
  ])
  return file(c, `referral-pathways-${at.day}`, [
    [
      ...['from_code', 'from_name', 'to_code', 'to_name', 'procedures', 'through', 'agreed_on', 'review_due'],
      ...['ended_on', 'state', 'recipient_does_not_offer', 'referrals_in_a_year'],
    ],
    ...rows,
  ])
}

export async function outsideCsv(c: PageContext) {
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const name = (code: string) => at.organisations.get(code)?.name ?? ''
  const rows = (await outsideOf(c, at)).map((row) => [
    ...[row.from, name(row.from), row.to, name(row.to), row.procedure ?? ''],
    shownCount(c, row, row.referrals, at.organisations),
  ])
  return file(c, `referrals-outside-pathways-${at.day}`, [
    ['from_code', 'from_name', 'to_code', 'to_name', 'procedure', 'referrals_in_a_year'],
    ...rows,
  ])
}

/** Of one procedure each service, of all of them each procedure. */
export async function gapsCsv(c: PageContext) {
  const asked = gapsAsked(c)
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const odd = oddGaps(c)
  if (odd.length > 0) return oddFile(c, odd)
  const network = inNation(at.network, asked)
  const { procedure } = asked
  if (!procedure) {
    const rows = Object.values(askedProcedures)
      .flat()
      .map(({ id, name }) => {
        const { all } = gapsOf(network, id, asked)
        return [id, name, all.sites, all.here, all['by-pathway'], all.gap, all['no-answer']]
      })
    return file(c, `gaps-${at.day}`, [
      ['procedure', 'name', 'services', 'here', 'by_pathway', 'gap', 'no_answer'],
      ...rows,
    ])
  }
  const providers = offering(at.network, procedure)
  const rows = network.sites.map((site) => {
    const { availability, pathways } = standingAt(network, procedure, site.code, asked)
    const nearest = availability === 'gap' ? nearestByCar(site, providers) : null
    return [
      ...[site.code, site.name, site.nation, site.region, site.alliance ?? '', availability],
      pathways.map(({ to }) => to).join(' '),
      nearest?.site.code ?? '',
      nearest ? Math.round(nearest.minutes) : '',
      nearest ? nearest.distanceKm.toFixed(1) : '',
    ]
  })
  return file(c, `gaps-${procedure}-${at.day}`, [
    [
      ...['code', 'name', 'nation', 'region', 'alliance', 'standing', 'refers_to'],
      ...['nearest_code', 'nearest_estimated_minutes', 'nearest_straight_line_km'],
    ],
    ...rows,
  ])
}

function file(c: PageContext, name: string, rows: Rows) {
  return c.body(csvOf(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  })
}
