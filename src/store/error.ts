/** What can go wrong with the database, each in one plain line that says what to do. */

export type StoreErrorCode =
  | 'not-reachable'
  | 'too-old'
  | 'folder-not-writable'
  | 'disk-full'
  | 'rights-missing'
  | 'not-started'
  | 'database-running'
  | 'migration-changed'
  | 'migration-missing'
  | 'migration-failed'

/** A failure of the world around the store; its message may be shown to whoever runs it. */
export class StoreError extends Error {
  readonly code: StoreErrorCode
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StoreError'
    this.code = code
  }
}

const unwritable = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST', 'EISDIR'])
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])

/**
 * The named form of an error from `pg` or the file system, or null when it is none of those that are
 * named. `what` says what was tried, as in 'the database at db.example:5432'.
 */
export function namedError(error: unknown, what: string): StoreError | null {
  if (error instanceof StoreError) return error
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === '53100')
    return new StoreError(
      'disk-full',
      `The disk is full: ${what} has no room left. Free some space and start again.`,
      error,
    )
  if (unwritable.has(code))
    return new StoreError(
      'folder-not-writable',
      `${what} cannot be written. Give this user the right to, or set DATA_FOLDER.`,
      error,
    )
  if (code === '42501')
    return new StoreError(
      'rights-missing',
      `${what}: the login lacks rights (${messageOf(error)}). Set DATABASE_OWNER_URL to a login that owns the database.`,
      error,
    )
  if (code === '28P01' || code === '28000')
    return new StoreError(
      'rights-missing',
      `${what} refuses the login (${messageOf(error)}). Check the name and password in DATABASE_URL.`,
      error,
    )
  if (code === '3D000')
    return new StoreError(
      'not-reachable',
      `${what} does not exist (${messageOf(error)}). Create it, or correct DATABASE_URL.`,
      error,
    )
  if (unreachable.has(code) || code.startsWith('08') || code === '57P03' || code === '53300')
    return new StoreError(
      'not-reachable',
      `${what} is not reachable (${messageOf(error) || code}). Check that it runs, and DATABASE_URL.`,
      error,
    )
  return null
}

export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  const several = 'errors' in error && Array.isArray(error.errors) ? error.errors : []
  return several.length > 0 ? codeOf(several[0]) : ''
}

export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
