/** A form that was sent, judged: what stops it, what has to be confirmed or given a reason, or the entry to be. */

import {
  type Breach,
  breachesOf,
  impossibilitiesOf,
  type Remark,
  stopsFor,
  warningsOf,
} from '#core/pathway/rules.ts'
import { type Field, fieldOf } from '#core/record/field.ts'
import { anchorOfPath } from '../components/kind-form/anchor.ts'
import { type Posted, textAt } from '../components/kind-form/posted.ts'
import { readKindForm } from '../components/kind-form/read.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { Sitting } from './record-sitting.ts'
import { readWhen, whenAnchor, whenPath } from './record-when.ts'

export interface AskedWarning {
  /** What confirming it sends: it holds for this value only. */
  readonly key: string
  readonly words: string
  readonly anchor: string
  readonly isConfirmed: boolean
}

export interface JudgedForm {
  readonly posted: Posted
  readonly body: Readonly<Record<string, unknown>>
  readonly occurredAt: string | null
  readonly problems: readonly FieldProblem[]
  readonly breaches: readonly Breach[]
  readonly warnings: readonly AskedWarning[]
}

/** Nothing stands in the way of recording when there are no problems. */
export function judge(sitting: Sitting, sent: Posted, now: Date): JudgedForm {
  const judged = judgeAsSent(sitting, sent, now)
  const given = (sitting.corrected?.body as { readonly breachReason?: string } | undefined)?.breachReason
  // The form asks for a reason only once a rule is broken: a correction keeps the one that was given before.
  const isKept = given !== undefined && judged.breaches.length > 0 && !sent.has(reasonMissing.field)
  return isKept ? judgeAsSent(sitting, new Map([...sent, [reasonMissing.field, [given]]]), now) : judged
}

function judgeAsSent(sitting: Sitting, sent: Posted, now: Date): JudgedForm {
  const { kind, corrected } = sitting
  const lastAt = sitting.opened.entries.at(-1)?.recordedAt
  const when = readWhen(kind, sent, now, corrected?.occurredAt, lastAt)
  const occurredAt = 'occurredAt' in when ? when.occurredAt : null
  const { body, problems, posted } = readKindForm(kind, sent, sitting.factsAt(occurredAt ?? undefined))
  const all = [...('refused' in when ? [{ field: whenAnchor, words: when.refused }] : []), ...problems]
  if (all.length > 0 || !occurredAt)
    return { posted, body, occurredAt, problems: all, breaches: [], warnings: [] }
  return { posted, body, occurredAt, ...remarksOn(sitting, body, occurredAt, posted, now) }
}

function remarksOn(
  { kind, judged, corrected }: Sitting,
  body: JudgedForm['body'],
  occurredAt: string,
  posted: Posted,
  now: Date,
): Pick<JudgedForm, 'problems' | 'breaches' | 'warnings'> {
  const { course, surroundings } = judged
  const at = (path: string) => anchorAt(kind.fields, path)
  const impossible = impossibilitiesOf(kind.name, body, occurredAt, judged)
  const stops = corrected
    ? []
    : stopsFor(kind.name, body, course, surroundings, occurredAt, now.toISOString())
  const stopping = [...impossible, ...stops].map(({ path, words }) => ({ field: at(path), words }))
  const breaches = breachesOf(kind.name, body, course, surroundings, occurredAt, now.toISOString())
  const confirmed = posted.get('_sure') ?? []
  // What cannot be has to be changed: whether it is usual is not asked.
  const unusual = warningsOf(kind.name, body, judged).filter(
    ({ path }) => !impossible.some((each) => each.path === path),
  )
  const warnings = unusual.map((warning) => {
    const key = keyOf(warning, posted)
    return { key, words: warning.words, anchor: at(warning.path), isConfirmed: confirmed.includes(key) }
  })
  const problems = [
    ...stopping,
    ...(asksReason(kind.fields, breaches, body) ? [reasonMissing] : []),
    ...warnings.flatMap(({ isConfirmed, words }, place) =>
      isConfirmed ? [] : [{ field: `sure-${place}`, words: `Is this right? ${words}` }],
    ),
  ]
  return { problems, breaches, warnings }
}

const reasonMissing: FieldProblem = { field: 'breachReason', words: 'Enter why the rule was not kept' }

/** The kind's own field for the reason, where it has one. */
export function reasonField(fields: Sitting['kind']['fields']): Field | undefined {
  return fields.breachReason ? fieldOf(fields.breachReason) : undefined
}

function asksReason(
  fields: Sitting['kind']['fields'],
  breaches: readonly Breach[],
  body: JudgedForm['body'],
): boolean {
  return breaches.length > 0 && reasonField(fields) !== undefined && body.breachReason === undefined
}

/** What is confirmed is these words about this value: another value is asked about again. */
function keyOf({ path, words }: Remark, posted: Posted): string {
  return `${path}|${textAt(posted, path)}|${words}`.slice(0, 500)
}

/** The field that a remark names, as in `targets.0.laterality`; the day where it names none of the kind's. */
function anchorAt(fields: Sitting['kind']['fields'], path: string): string {
  if (path === '' || path === whenPath) return whenAnchor
  return anchorOfPath(
    fields,
    path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  ).anchor
}
