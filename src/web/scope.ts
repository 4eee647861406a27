/** The scope of a request: which cases and patients the database shows to the person who asks. */

import { type Action, organisationsOf } from '#core/access/may.ts'
import type { Database } from '#store/open.ts'
import { type Scope, withinScope } from '#store/scope.ts'
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

/** Does some work on a database that shows what this person may do this to. */
export function inScope<T>(c: PageContext, action: Action, work: (db: Database) => Promise<T>): Promise<T> {
  return withinScope(c.var.store.db, scopeFor(c, action), work)
}
