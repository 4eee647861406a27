/** How many files are taken at once: each stands in memory until it has come, was looked into and is kept. */

import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { Refusal } from '../layout/refusals.tsx'
import { placesFor } from './places.ts'

/** Some 60 MB each while a scanner looks into it; for as long as minutes where that is slow. */
const places = placesFor({ all: 20, each: 4 })

/**
 * Takes a file where a place is free; `take` reads the request, which nobody has read before.
 *
 * @param form the address at which the file can be chosen again
 */
export async function inFilePlace(
  c: PageContext,
  form: string,
  take: () => Response | Promise<Response>,
): Promise<Response> {
  const leave = places.take(c.var.person?.id ?? '')
  if (!leave) return full(c, form)
  try {
    return await take()
  } finally {
    leave()
  }
}

function full(c: PageContext, form: string) {
  c.header('Retry-After', '60')
  return show(
    c,
    <Refusal c={c} title="Too many files at once">
      <p>
        Many files are being sent at this moment. Yours was not kept. Wait a minute, then{' '}
        <a href={form}>choose it again</a>.
      </p>
    </Refusal>,
    503,
  )
}
