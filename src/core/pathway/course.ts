/**
 * A course: what a case's record comes to. One question answers everything: what was said, of one kind,
 * that still stands? Findings, what is due, the case page and the registry all read a course.
 */

import type { Entry } from '../record/entry.ts'
import { standing } from '../record/fold.ts'
import type { Kind } from '../record/kind.ts'

/** A statement that stands, with those that it replaced. */
export interface Stated<Body = unknown> {
  /** The id of the entry that stands now. */
  readonly entry: string
  /** The id of the first statement that it goes back to: it stays the same when it is corrected. */
  readonly first: string
  readonly position: number
  readonly kind: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly author: string
  readonly role: string
  readonly organisation: string | null
  readonly body: Body
  readonly replaced: readonly Entry[]
}

/** A kind, or its name alone; the bodies are then of any shape. */
export type Named<Body> = Pick<Kind<string, Body>, 'name'> & Partial<Pick<Kind<string, Body>, 'schema'>>

export interface Course {
  readonly subject: string
  /** The position of the last entry that it was folded from. */
  readonly position: number
  /** All that stands, in the order in which it was first said. Erased ones are left out. */
  readonly said: readonly Stated[]
  /** What stands of one kind, by when it happened, then by when it was said. */
  of<Body = unknown>(kind: Named<Body>): readonly Stated<Body>[]
  /** The last of them. */
  latest<Body = unknown>(kind: Named<Body>): Stated<Body> | undefined
  /** What stands now of an entry that was named by the id of its first statement or of any correction. */
  standing(id: string): Stated | undefined
}

/**
 * Folds a case's entries into a course.
 *
 * @param entries one record's entries, in order of position
 * @throws on a broken record, as `standing` does
 */
export function courseOf(subject: string, entries: readonly Entry[]): Course {
  const said: Stated[] = []
  const byKind = new Map<string, Stated[]>()
  const byId = new Map<string, Stated>()
  for (const { entry, replaced } of standing(entries)) {
    if (entry.body === null) continue
    const stated: Stated = {
      entry: entry.id,
      first: replaced[0]?.id ?? entry.id,
      position: entry.position,
      kind: entry.kind,
      occurredAt: entry.occurredAt,
      recordedAt: entry.recordedAt,
      author: entry.author,
      role: entry.role,
      organisation: entry.organisation,
      body: entry.body,
      replaced,
    }
    said.push(stated)
    const same = byKind.get(entry.kind)
    if (same) same.push(stated)
    else byKind.set(entry.kind, [stated])
    for (const { id } of [entry, ...replaced]) byId.set(id, stated)
  }
  for (const list of byKind.values()) list.sort(byTime)
  return {
    subject,
    position: entries.at(-1)?.position ?? 0,
    said,
    of: <Body>({ name }: Named<Body>) => (byKind.get(name) ?? []) as unknown as readonly Stated<Body>[],
    latest: <Body>({ name }: Named<Body>) => byKind.get(name)?.at(-1) as Stated<Body> | undefined,
    standing: (id) => byId.get(id),
  }
}

function byTime(one: Stated, other: Stated): number {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt ? -1 : 1
  return one.position - other.position
}

/** The subject of a case's record. */
export function caseSubject(id: string): string {
  return `case:${id}`
}
