/** The scope of a request: which cases and patients the database shows to the person who asks. */

import { type Action, organisationsOf } from '#core/access/may.ts'
import type { Database } from '#store/open.ts'
import { type Scope, withinScope } from '#store/scope.ts'
import { takesFiles } from './components/file-addresses.ts'
import type { PageContext } from './environment.ts'

/**
 * The organisations at which the person may do this. Whom they opened by break-glass comes along by
 * itself where cases are seen, and nowhere else. Nobody signed in: nothing.
 */
export function scopeFor(c: PageContext, action: Action): Scope {
  const { person } = c.var
  return {
    person: person?.id ?? '',
    organisations: person ? organisationsOf(person.memberships, action) : [],
    ownOnly: action !== 'case:see',
  }
}

/**
 * Does some work on a database that shows what this person may do this to. A form that was sent has come whole before:
 * nobody on a slow line keeps one of the few connections from all others.
 */
export async function inScope<T>(
  c: PageContext,
  action: Action,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  // Hono keeps what it read for whoever reads it next. Files are read outside of any scope.
  if (c.req.method === 'POST' && (isPlainForm(c) || !takesFiles(c.req.path))) await c.req.arrayBuffer()
  return withinScope(c.var.store.db, scopeFor(c, action), work)
}

const isPlainForm = (c: PageContext) =>
  c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
