/** Where to go after signing in: an address of this site, and of no other. */

import { paths } from '../paths.ts'

/** The local address that was asked for, or the person's work. Anything that could lead elsewhere is dropped. */
export function safeThen(asked: unknown): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2000) return paths.myWork()
  const here = 'http://here.invalid'
  if (!URL.canParse(asked, here)) return paths.myWork()
  const url = new URL(asked, here)
  const local = url.pathname + url.search + url.hash
  // `/.//elsewhere.example` is local to begin with and not once it is written out.
  if (url.origin !== here || local.startsWith('//') || local.includes('\\')) return paths.myWork()
  return /^\/(sign-in|sign-out|api|enter-as|set-up|join)(\/|\?|#|$)/.test(local) ? paths.myWork() : local
}
