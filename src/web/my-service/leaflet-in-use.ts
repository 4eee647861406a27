/** What a form that adopts a leaflet begins with: the leaflet that is in use for its procedure and language. */

import { z } from 'zod'
import { languageNamed } from '#core/leaflet/leaflet.ts'
import { leafletInUse } from '#store/leaflet/read.ts'
import { adoptionOf } from '#store/leaflet/write.ts'
import type { PageContext } from '../environment.ts'

const askedSchema = z.object({ procedure: z.string(), language: z.string() })

/**
 * The service's own variant where it has published one, else the master: its title, version, author and review.
 * What the address said of them already stays; a language in which there is no leaflet of ours adds nothing.
 */
export async function withLeafletInUse(
  c: PageContext,
  organisation: string,
  known: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const asked = askedSchema.safeParse(known).data
  const language = asked ? languageNamed(asked.language) : null
  if (!asked || !language) return known
  const { procedure } = asked
  const found = await leafletInUse(c.var.store.db, { procedure, language, organisation })
  return found ? { ...adoptionOf(found), ...known } : known
}
