/** What a database server is called in messages, and which are too old. */

import { StoreError } from './error.ts'

const oldestPostgres = 15

export function refuseOld(versionNumber: number): void {
  const major = Math.floor(versionNumber / 10_000)
  if (major >= oldestPostgres) return
  throw new StoreError(
    'too-old',
    `The database is PostgreSQL ${major}; ${oldestPostgres} or later is needed. Upgrade it, or set DATABASE_URL to a newer one.`,
  )
}

/** The database of an address in words, without its password. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `The database${pathname.length > 1 ? ` ${pathname.slice(1)}` : ''} at ${hostname || 'localhost'}:${port || 5432}`
  } catch {
    return 'The database'
  }
}
