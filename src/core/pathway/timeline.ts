/** A case's entries as people read them: newest first, in runs of one stage, corrected ones still there to open. */

import type { Entry } from '../record/entry.ts'
import { standing } from '../record/fold.ts'
import { kindOf } from '../record/kind.ts'
import { STAGE_WORDS, type Stage } from './case-kind.ts'
import type { Course } from './course.ts'
import { attachment } from './kinds/follow-up.ts'
import { caseKindNamed } from './kinds.ts'

/** One entry in one line. */
export interface TimelineLine {
  readonly id: string
  /** The id of the first statement of its line of corrections. */
  readonly first: string
  readonly kind: string
  /** What its kind is called. */
  readonly title: string
  readonly words: string
  readonly occurredAt: string
  readonly recordedAt: string
  /** True: it happened at a time of day, not only on a day. */
  readonly timed: boolean
  readonly author: string
  readonly role: string
  readonly organisation: string | null
  /** `corrected`: a later entry took its place, shown struck through. `erased`: its content was erased by law. */
  readonly state: 'stands' | 'corrected' | 'erased'
  /** The body, to open; null when erased. */
  readonly body: unknown
  /** True: a correction of it may be recorded. */
  readonly correctable: boolean
}

export interface TimelineItem extends TimelineLine {
  /** What it replaced, newest first. */
  readonly replaced: readonly TimelineLine[]
  /** Of an erased one: the reason, and by what right. */
  readonly erasure?: { readonly id: string; readonly reason: string; readonly authority: string }
}

export interface TimelineGroup {
  readonly stage: Stage
  readonly title: string
  readonly items: readonly TimelineItem[]
}

export interface Timeline {
  /** Newest first; a stage that a series comes back to has a group for each time. */
  readonly groups: readonly TimelineGroup[]
  readonly count: number
}

/**
 * The timeline of a case.
 *
 * @param course what the entries come to; of the same record
 * @param entries all of the record, in order of position; corrected and erased ones included
 */
export function timelineOf(course: Course, entries: readonly Entry[]): Timeline {
  const erasures = erasuresIn(entries)
  const items = standing(entries)
    .filter(({ entry }) => entry.kind !== 'erasure')
    .map(({ entry, replaced }): TimelineItem => {
      const first = replaced[0]?.id ?? entry.id
      const erased = erasures.get(entry.id)
      return {
        ...lineOf(entry, first, entry.body === null ? 'erased' : 'stands'),
        correctable:
          course.standing(entry.id) !== undefined && kindOf(entry.kind, entry.version)?.corrects !== false,
        replaced: replaced
          .map((each) => lineOf(each, first, each.body === null ? 'erased' : 'corrected'))
          .reverse(),
        ...(erased && entry.body === null ? { erasure: erased } : {}),
      }
    })
    .sort(newestFirst(new Map(entries.map(({ id, position }) => [id, position]))))
  return { groups: inRuns(items), count: items.length }
}

function newestFirst(positions: ReadonlyMap<string, number>) {
  return (one: TimelineItem, other: TimelineItem): number => {
    if (one.occurredAt !== other.occurredAt) return one.occurredAt < other.occurredAt ? 1 : -1
    return (positions.get(other.first) ?? 0) - (positions.get(one.first) ?? 0)
  }
}

function inRuns(items: readonly TimelineItem[]): TimelineGroup[] {
  const groups: { stage: Stage; title: string; items: TimelineItem[] }[] = []
  for (const item of items) {
    const run = groups.at(-1)
    // A file belongs to whatever it came with.
    const own = item.kind === attachment.name ? undefined : caseKindNamed(item.kind)?.stage
    const stage = own ?? run?.stage ?? firstStage(items)
    if (run?.stage === stage) run.items.push(item)
    else groups.push({ stage, title: STAGE_WORDS[stage], items: [item] })
  }
  return groups
}

/** The stage of the newest entry that has one of its own. */
function firstStage(items: readonly TimelineItem[]): Stage {
  const first = items.find(({ kind }) => kind !== attachment.name)
  return (first && caseKindNamed(first.kind)?.stage) ?? 'referral'
}

function lineOf(entry: Entry, first: string, state: TimelineLine['state']): TimelineLine {
  const kind = kindOf(entry.kind, entry.version)
  const title = kind?.title ?? entry.kind
  return {
    id: entry.id,
    first,
    kind: entry.kind,
    title,
    words: entry.body === null ? `${title}: its content was erased` : wordsOf(entry, title),
    occurredAt: entry.occurredAt,
    recordedAt: entry.recordedAt,
    timed: caseKindNamed(entry.kind)?.timed ?? false,
    author: entry.author,
    role: entry.role,
    organisation: entry.organisation,
    state,
    body: entry.body,
    correctable: false,
  }
}

/** The kind's own line; the title of the kind for an entry of a version that is not declared any more. */
function wordsOf(entry: Entry, title: string): string {
  return kindOf(entry.kind, entry.version)?.line(entry.body) ?? title
}

function erasuresIn(entries: readonly Entry[]) {
  return new Map(
    entries
      .filter(({ kind, body }) => kind === 'erasure' && body !== null)
      .map(({ id, body }) => {
        const { entry, reason, authority } = body as { entry: string; reason: string; authority: string }
        return [entry, { id, reason, authority }] as const
      }),
  )
}
