/** The link that a first start prints: whoever opens it becomes the first administrator. */

import type { Config } from '#config'
import { makeSetUpLink } from '#store/access/links.ts'
import type { Store } from '#store/open.ts'
import { paths } from '../paths.ts'

/** A new one-time link, open for 72 hours; null once there is an administrator. */
export async function setUpLink(store: Store, config: Config): Promise<string | null> {
  const token = await makeSetUpLink(store.db, new Date())
  return token ? config.baseUrl + paths.setUp(token) : null
}
