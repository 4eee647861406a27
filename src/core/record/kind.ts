/** A kind of entry, declared once: its schema, its words, and which records it belongs to. */

import type { z } from 'zod'
import type { Fields } from './field.ts'

/** What a record can be about; `any` is for kinds that every record may hold. */
export type Of =
  | 'case'
  | 'patient'
  | 'service'
  | 'census'
  | 'past'
  | 'figure'
  | 'upload'
  | 'demand'
  | 'report'
  | 'leaflet'
  | 'story'
  | 'statement'
  | 'any'

export interface Kind<Name extends string = string, Body = unknown> {
  readonly name: Name
  /** Grows when the schema changes; older versions stay declared, for their entries stay readable. */
  readonly version: number
  readonly of: Of
  /** What people call it, as in 'Census answer'. */
  readonly title: string
  readonly schema: z.ZodType<Body>
  /** The fields of its body, where forms ask them. */
  readonly fields?: Fields
  /** The entry in one line, for a timeline. */
  line(body: Body): string
  /** False: entries of this kind are never corrected. */
  readonly corrects?: boolean
}

const declared = new Map<string, Kind>()

/**
 * Declares a kind.
 *
 * @throws when the name is not in kebab case, or that version of it is declared already
 */
export function kind<const Name extends string, Body>(declaration: Kind<Name, Body>): Kind<Name, Body> {
  const { name, version } = declaration
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`'${name}' is not the name of a kind`)
  if (!Number.isInteger(version) || version < 1) throw new Error(`${name} has version ${version}`)
  const key = `${name}/${version}`
  if (declared.has(key)) throw new Error(`${name}, version ${version}, is declared twice`)
  const frozen = Object.freeze({ ...declaration })
  declared.set(key, frozen as unknown as Kind)
  return frozen
}

/** The kind that was declared with a name and version, or undefined. */
export function kindOf(name: string, version: number): Kind | undefined {
  return declared.get(`${name}/${version}`)
}

/** Every kind declared so far, in order of declaration. */
export function kinds(): readonly Kind[] {
  return [...declared.values()]
}
