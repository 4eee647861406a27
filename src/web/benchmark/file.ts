/** The figure of a service's benchmark as a file, for the service alone: its tables as CSV. */

import { figureDigest } from '#core/registry/figure/digest.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { latestSnapshot } from '#store/snapshot/latest.ts'
import { registryFigureCsv } from '../components/registry-figure/csv.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { askedOf, specOf } from './asked.ts'

export async function benchmarkFile(c: PageContext) {
  const code = c.req.param('code') ?? ''
  const names = await organisationNames(c.var.store.db, [code])
  const snapshot = await latestSnapshot(c.var.store.db, c.var.config)
  if (!names.has(code) || !snapshot) return notFound(c)
  const asked = askedOf(code, c.req.query())
  const figure = await figureOf(snapshot, specOf(asked), { who: 'service', organisation: code })
  const digest = figureDigest(figure, snapshot.id)
  const about = { snapshot: snapshot.id, digest, fictional: c.var.config.demonstration }
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="benchmark-${code}-${asked.measure.id}.csv"`)
  return c.body(registryFigureCsv(figure, about))
}
