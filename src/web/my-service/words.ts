/** A service's entries in one line, with the names that its record holds as codes. */

import type { Stated } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import { kindOf } from '#core/record/kind.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'

/** What a statement says in one line; organisations by their names. */
export function lineOf(stated: Pick<Stated, 'kind' | 'body'>, names: ReadonlyMap<string, string>): string {
  const kind = serviceKindNamed(stated.kind)
  const line = kind ? kind.line(stated.body) : stated.kind
  const { to, from } = stated.body as { readonly to?: string; readonly from?: string }
  const code = to ?? from
  const name = code === undefined ? undefined : names.get(code)
  return code === undefined || name === undefined ? line : line.replace(code, name)
}

/** The same below the name of its kind: without that name. */
export function headlineOf(
  stated: Pick<Stated, 'kind' | 'body'>,
  names: ReadonlyMap<string, string>,
): string {
  const line = lineOf(stated, names)
  const title = serviceKindNamed(stated.kind)?.title ?? ''
  const rest = line.startsWith(title) ? line.slice(title.length).replace(/^:? +/, '') : line
  return rest === '' ? line : rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** What a form asks of its day, as a heading: 'In force since', 'Since'. */
export function whenWords({ whenAsked }: Pick<ServiceKind, 'whenAsked'>): string {
  return whenAsked.replace(/\?$/, '').replace(/^Since when$/, 'Since')
}

/** Any entry of a service's record in one line, the census's own among them. */
export function entryLine({ kind, version, body }: Entry): string {
  const declared = kindOf(kind, version)
  if (!declared) return kind
  return body === null ? `${declared.title}, erased` : declared.line(body)
}
