/** What a form starts with: values, each with where it is from. */

import type { Stated } from '../course.ts'
import type { Facts } from '../facts.ts'

/** The id of the entry that says so; or the service's record, whoever signs, what is usual for the procedure. */
export type Source = string | 'service' | 'person' | 'usual'

export interface Known {
  readonly value: unknown
  readonly from: Source
  /** Of a group, the one field that is known, as in `sirt.physicist`. */
  readonly at?: string
}

/** Top-level fields of a body; undefined ones are left out. */
export type KnownFields = Readonly<Record<string, Known | undefined>>

/** What the form is opened about, where a list or the case page links to it. */
export interface About {
  /** An entry, as in `Due.about`. */
  readonly entry?: string | undefined
  /** An item of a follow-up plan. */
  readonly item?: string | undefined
}

export interface Asked extends Facts {
  readonly about: About
}

export type Prefill = (asked: Asked) => KnownFields

export function from(source: Pick<Stated, 'entry'> | Source | undefined, value: unknown): Known | undefined {
  if (source === undefined || value === undefined || value === null) return undefined
  return { value, from: typeof source === 'string' ? source : source.entry }
}

/** The first that is known. */
export function firstOf(...each: readonly (Known | undefined)[]): Known | undefined {
  return each.find((known) => known !== undefined)
}
