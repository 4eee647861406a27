/** What was said of a patient's identity, newest first: what a correction replaced stays, struck through. */

import { TextInput } from 'nhsuk-react-components'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { mergeUndone, patientCorrected, patientMerged, patientRegistered } from '#core/patient/kinds.ts'
import { type IdentityBody, nameOf, SEX_WORDS } from '#core/patient/patient.ts'
import type { Entry } from '#core/record/entry.ts'
import { registryUse, testPatient } from '#core/registry/exclusion.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'

/** A merge that was not undone, and why. */
export interface RefusedUndo {
  /** Who was merged in. */
  readonly from: string
  readonly words: string
}

export const undoField = (from: string): string => `reason-${from}`

interface HistoryProps {
  readonly entries: readonly Entry[]
  readonly people: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
  /** Whose record it is. */
  readonly patient: string
  /** Where a merge of a patient is taken back; null for who may not. */
  readonly undoHref: ((from: string) => string) | null
  readonly refused?: RefusedUndo | undefined
}

export function History({ entries, people, places, patient, undoHref, refused }: HistoryProps) {
  const identities = entries.filter(
    ({ kind, body }) => body !== null && (kind === patientRegistered.name || kind === patientCorrected.name),
  ) as readonly Entry<IdentityBody>[]
  const merged = standingMerges(entries)
  return (
    <section aria-labelledby="said">
      <h2 className="nhsuk-heading-m" id="said">
        What was said
      </h2>
      <ol className="fp-said" reversed>
        {entries.toReversed().map((entry) => (
          <li key={entry.id}>
            <p>
              <strong>{wordsOf(entry, patient)}</strong>
              <br />
              <span className="fp-quiet">
                {dateTimeWords(entry.recordedAt)}, {people.get(entry.author) ?? 'somebody no longer known'}
                {entry.organisation ? `, ${places.get(entry.organisation) ?? entry.organisation}` : ''}
              </span>
            </p>
            {entry.kind === patientCorrected.name ? (
              <Changes entry={entry as Entry<IdentityBody>} before={before(identities, entry)} />
            ) : null}
            {entry.kind === patientMerged.name || entry.kind === mergeUndone.name ? (
              <p>Reason: {(entry.body as { reason: string } | null)?.reason ?? 'erased'}</p>
            ) : null}
            {undoHref && merged.has(entry.id) ? (
              <Undo from={merged.get(entry.id) ?? ''} hrefOf={undoHref} refused={refused} />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface UndoProps {
  readonly from: string
  readonly hrefOf: (from: string) => string
  readonly refused: RefusedUndo | undefined
}

function Undo({ from, hrefOf, refused }: UndoProps) {
  return (
    <form method="post" action={hrefOf(from)} className="fp-inline-form" noValidate>
      <TextInput
        id={undoField(from)}
        name="reason"
        label="Why are they two people after all?"
        maxLength={1000}
        autoComplete="off"
        {...(refused?.from === from ? { error: refused.words } : {})}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
        Undo this merge
      </button>
    </form>
  )
}

function wordsOf(entry: Entry, patient: string): string {
  if (entry.kind === patientRegistered.name) return 'Registered'
  if (entry.kind === patientCorrected.name) return 'Details corrected'
  if (entry.body !== null && entry.kind === registryUse.name) return registryUse.line(entry.body as never)
  if (entry.body !== null && entry.kind === testPatient.name) return testPatient.line(entry.body as never)
  const body = entry.body as { readonly from: string } | null
  if (entry.kind === patientMerged.name)
    return body?.from === patient
      ? 'Merged into another record'
      : 'Another record of this person was merged in'
  if (entry.kind === mergeUndone.name) return 'A merge was undone'
  return 'Erased'
}

const before = (identities: readonly Entry<IdentityBody>[], entry: Entry) =>
  identities.findLast(({ position }) => position < entry.position)

/** The merges that were not undone since: who was merged in, by the entry that says so. */
function standingMerges(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const standing = new Map<string, string>()
  for (const entry of entries) {
    const from = (entry.body as { readonly from?: string } | null)?.from
    if (!from) continue
    for (const [id, whose] of standing) if (whose === from) standing.delete(id)
    if (entry.kind === patientMerged.name) standing.set(entry.id, from)
  }
  return standing
}

function Changes({
  entry,
  before,
}: {
  readonly entry: Entry<IdentityBody>
  readonly before: Entry<IdentityBody> | undefined
}) {
  if (!before?.body || !entry.body) return null
  const [was, is] = [linesOf(before.body), linesOf(entry.body)]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  if (changed.length === 0) return <p>Nothing changed.</p>
  return (
    <ul>
      {changed.map((name) => (
        <li key={name}>
          {name}: <del>{was.get(name) ?? 'not recorded'}</del> <ins>{is.get(name) ?? 'not recorded'}</ins>
        </li>
      ))}
    </ul>
  )
}

function linesOf(body: IdentityBody): ReadonlyMap<string, string> {
  const lines: [string, string | undefined][] = [
    ...body.identifiers.map((identifier): [string, string] => [
      IDENTIFIER_WORDS[identifier.system],
      displayed(identifier),
    ]),
    ['Name', nameOf(body)],
    ['Date of birth', dateWords(body.birthOn)],
    ['Sex', SEX_WORDS[body.sex]],
    ['Postcode', body.postcode],
    ['GP practice', body.gpPractice],
    ['Died', body.diedOn && dateWords(body.diedOn)],
  ]
  return new Map(lines.filter((line): line is [string, string] => line[1] !== undefined))
}
