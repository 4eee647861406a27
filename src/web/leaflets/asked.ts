/** Which leaflet a request asks for: a procedure of the catalogue, in a language that there is, and how it is shown. */

import { type Procedure, procedureById } from '#core/catalogue/procedures.ts'
import { type Language, languageSchema } from '#core/leaflet/leaflet.ts'
import { type KeptVersion, leafletVersion, publishedLeaflet } from '#store/leaflet/read.ts'
import type { PageContext } from '../environment.ts'

export interface AskedLeaflet {
  readonly procedure: Procedure
  readonly version: KeptVersion
  readonly large: boolean
}

/** The current version of the master; null: there is no such leaflet. */
export async function askedLeaflet(c: PageContext): Promise<AskedLeaflet | null> {
  const procedure = procedureById((c.req.param('procedure') ?? '').replace(/\.pdf$/, ''))
  if (!procedure) return null
  const asked = languageSchema.safeParse(c.req.query('language') ?? 'en')
  if (!asked.success) return null
  const key = { procedure: procedure.id, language: asked.data satisfies Language, organisation: null }
  const version = await publishedLeaflet(c.var.store.db, key)
  return version ? { procedure, version, large: c.req.query('print') === 'large' } : null
}

/** One version for good, of the master or of a variant. What nobody has published yet is not found. */
export async function askedVersion(c: PageContext): Promise<AskedLeaflet | null> {
  const procedure = procedureById(c.req.param('procedure') ?? '')
  const entry = (c.req.param('entry') ?? '').replace(/\.pdf$/, '')
  const version = procedure ? await leafletVersion(c.var.store.db, { entry }) : null
  if (!procedure || version?.procedure !== procedure.id || version.publishedAt === null) return null
  return { procedure, version, large: c.req.query('print') === 'large' }
}
