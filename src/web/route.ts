/** How a route is declared: method, path, what it needs, handlers. There is no other way to add one. */

import type { Handler, Hono, MiddlewareHandler } from 'hono'
import { type Action, allows, allowsSomewhere } from '#core/access/may.ts'
import { keyRefused } from './components/api-key.ts'
import type { Environment, PageContext } from './environment.ts'
import { forbidden } from './layout/refusals.tsx'
import { paths } from './paths.ts'

export type Need =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'link' }
  | { readonly kind: 'api-key' }
  | { readonly kind: 'may'; readonly action: Action; readonly organisation?: (c: PageContext) => string }
  | { readonly kind: 'may-at-own'; readonly action: Action; readonly refuse?: Refuse }

/** How a route says no, where it has more to say than that the role does not open it. */
export type Refuse = (c: PageContext) => Response | Promise<Response>

/** Public: no sign-in. */
export const anyone: Need = { kind: 'anyone' }

/** A respondent's personal link, or an interviewer's call, opened on this device. */
export const link: Need = { kind: 'link' }

/** A program with a key of its organisation; whoever is signed in at the same device is nobody here. */
export const apiKey: Need = { kind: 'api-key' }

/** A signed-in person who may do this; to the organisation that the request names, where it names one. */
export const may = (action: Action, organisation?: (c: PageContext) => string): Need =>
  organisation ? { kind: 'may', action, organisation } : { kind: 'may', action }

/**
 * A signed-in person who may do this at one organisation at least. Which cases and patients that opens is
 * the scope's affair (scope.ts): one outside of it is not found, as if it did not exist.
 */
export const mayAtOwn = (action: Action, refuse?: Refuse): Need =>
  refuse ? { kind: 'may-at-own', action, refuse } : { kind: 'may-at-own', action }

export interface DeclaredRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly need: Need
}

type Handlers = readonly Handler<Environment>[]
type Declare = (path: string, need: Need, ...handlers: Handlers) => void

export interface Routes {
  readonly get: Declare
  readonly post: Declare
  readonly declared: readonly DeclaredRoute[]
}

/** The declarer of one application's routes; `declared` lists them for the test that walks them all. */
export function routesOf(app: Hono<Environment>): Routes {
  const declared: DeclaredRoute[] = []
  const declare =
    (method: 'GET' | 'POST'): Declare =>
    (path, need, ...handlers) => {
      declared.push({ method, path, need })
      app.on(method, path, guard(need), ...handlers)
    }
  return { get: declare('GET'), post: declare('POST'), declared }
}

/** Denied unless opened: lets a request through only when it has what the route needs. */
function guard(need: Need): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (need.kind === 'anyone') return next()
    if (need.kind === 'link') {
      if (c.var.answering) return next()
      return c.redirect(paths.answerLinkNeeded())
    }
    c.header('Cache-Control', 'no-store')
    if (need.kind === 'api-key') return (await keyRefused(c)) ?? next()
    const person = c.var.person
    if (!person) return c.redirect(paths.signIn(isFoundAgain(c) ? requested(c) : undefined))
    const isAllowed =
      need.kind === 'may-at-own'
        ? allowsSomewhere(person.memberships, need.action)
        : allows(person.memberships, need.action, need.organisation?.(c) ?? null)
    if (!isAllowed) return need.kind === 'may-at-own' && need.refuse ? need.refuse(c) : forbidden(c)
    return next()
  }
}

/** What is got; and a form that is kept under an address of its own, whose typing waits there. */
function isFoundAgain(c: PageContext): boolean {
  return c.req.method === 'GET' || c.req.query('form') !== undefined
}

function requested(c: PageContext): string {
  const url = new URL(c.req.url)
  return url.pathname + url.search
}
