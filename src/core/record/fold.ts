/** From a record's entries to what they come to: corrected ones dropped, yet still there to open. */

import type { Entry } from './entry.ts'

/** An entry that holds, with those that it replaced. */
export interface Standing<Body = unknown> {
  readonly entry: Entry<Body>
  /** The first statement and each correction of it but the last; empty where nothing was corrected. */
  readonly replaced: readonly Entry<Body>[]
}

/**
 * The entries that stand, each at the place of the first statement that it goes back to, so that a
 * correction does not change the order in which things were said.
 *
 * @param entries one record's entries, in order of position
 * @throws when an entry corrects one that is not before it: a broken record, for `verify` to name
 */
export function standing<Body = unknown>(entries: readonly Entry<Body>[]): Standing<Body>[] {
  const lines: Entry<Body>[][] = []
  const lineOf = new Map<string, Entry<Body>[]>()
  for (const entry of entries) {
    const line = entry.corrects === null ? [] : lineOf.get(entry.corrects)
    if (!line) throw new Error(`entry ${entry.id} corrects ${entry.corrects}, which is not before it`)
    if (line.length === 0) lines.push(line)
    line.push(entry)
    lineOf.set(entry.id, line)
  }
  return lines.map((line) => ({ entry: line.at(-1) as Entry<Body>, replaced: line.slice(0, -1) }))
}

/**
 * Folds a record into a state. An erased entry comes with its body null; `step` says what is left of it.
 *
 * @param step gets each entry that stands, and those that it replaced, oldest first
 */
export function fold<State, Body = unknown>(
  entries: readonly Entry<Body>[],
  initial: State,
  step: (state: State, entry: Entry<Body>, replaced: readonly Entry<Body>[]) => State,
): State {
  return standing(entries).reduce((state, { entry, replaced }) => step(state, entry, replaced), initial)
}
