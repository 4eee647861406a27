/** What the form of one kind in one case needs: the case, who signs, what is known, what can be chosen. */

import type { Signature } from '#core/access/record.ts'
import { signatureFor } from '#core/access/record.ts'
import type { Person } from '#core/access/role.ts'
import type { CaseKind } from '#core/pathway/case-kind.ts'
import { completed } from '#core/pathway/completed.ts'
import type { Stated } from '#core/pathway/course.ts'
import type { Facts } from '#core/pathway/facts.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { type About, prefilled, prefilledFrom } from '#core/pathway/prefilled.ts'
import { procedureOf } from '#core/pathway/reading/treatments.ts'
import { without } from '#core/pathway/without.ts'
import { fieldOf } from '#core/record/field.ts'
import { kindOf } from '#core/record/kind.ts'
import { cliniciansOf } from '#core/service/standing.ts'
import { cliniciansAt } from '#store/access/clinicians.ts'
import { type OpenedCase, readCase } from '#store/case/read.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import type { Database } from '#store/open.ts'
import { dateWords } from '../components/dates.ts'
import type { FormFacts, KnownClinician, NameableEntry } from '../components/kind-form/facts.ts'
import { ownOfEachSession } from './record-repeat.ts'
import { sourcesOf } from './record-sources.ts'

export interface Sitting {
  readonly opened: OpenedCase
  readonly kind: CaseKind
  /** The statement that the form corrects. */
  readonly corrected: Stated | null
  readonly person: Person
  readonly signature: Signature
  /** What the form shows with. */
  readonly facts: FormFacts
  /** The same, to read a form with that says when it happened. */
  readonly factsAt: (occurredAt?: string) => FormFacts
  /** What the rules judge with. */
  readonly judged: Facts
}

export type Sat = Sitting | 'unknown' | 'forbidden'

export interface Asking {
  readonly person: Person
  readonly caseId: string
  readonly now: Date
  readonly kindName?: string
  readonly corrects?: string
  /** What the form is opened about. */
  readonly about?: About
}

/** Sits someone down before a form; `unknown` where there is no such case, kind or entry for them. */
export async function sitDown(db: Database, asking: Asking): Promise<Sat> {
  const [opened, organisationsKnown] = await Promise.all([readCase(db, asking.caseId), allOrganisations(db)])
  if (!opened) return 'unknown'
  const corrected = asking.corrects ? opened.course.standing(asking.corrects) : undefined
  if (asking.corrects && !corrected) return 'unknown'
  const kind = caseKindNamed(corrected?.kind ?? asking.kindName ?? '')
  if (!kind || (corrected ? kind.corrects === false : !kind.offered)) return 'unknown'
  const { person } = asking
  const { treating, organisations } = opened.row
  const signature = signatureFor(person.memberships, kind.name, { treating, organisations })
  if (!signature) return 'forbidden'
  const course = without(opened.course, corrected?.first)
  const judged: Facts = {
    course,
    surroundings: opened.surroundings,
    now: asking.now.toISOString(),
    person: { name: person.name, person: person.id },
    role: signature.role,
    organisation: signature.organisation,
    patient: opened.patient,
  }
  const people = await cliniciansAt(db, organisations)
  const known = corrected
    ? { body: corrected.body as Body, sources: {} }
    : knownFor(kind, judged, asking.about)
  const facts: FormFacts = {
    people: withNamed(people, cliniciansOf(opened.surroundings.service)),
    organisations: organisationsKnown,
    entries: nameable(kind, opened, corrected),
    ...procedureKnown(judged),
    known: known.body,
    sources: known.sources,
  }
  const factsAt = (occurredAt?: string): FormFacts => ({
    ...facts,
    complete: (said) =>
      completed(kind.name, said, {
        ...judged,
        course: opened.course,
        occurredAt,
        corrects: corrected?.entry,
      }),
  })
  return { opened, kind, corrected: corrected ?? null, person, signature, facts, factsAt, judged }
}

type Body = Readonly<Record<string, unknown>>

function knownFor(kind: CaseKind, judged: Facts, about: About = {}) {
  const { course, surroundings } = judged
  const from = prefilledFrom(kind.name, course, surroundings, judged, about)
  const known = Object.entries(prefilled(kind.name, course, surroundings, judged, about))
  const isOwn = kind.name === treatment.name ? (name: string) => ownOfEachSession.has(name) : () => false
  return {
    body: Object.fromEntries(known.filter(([name]) => !isOwn(name))),
    sources: sourcesOf(from, course),
  }
}

function procedureKnown({ course }: Facts): { readonly procedure?: string } {
  const procedure = procedureOf(course)
  return procedure ? { procedure } : {}
}

/** Those who can sign in, then those whose names the service's record knows. */
function withNamed(
  people: readonly KnownClinician[],
  named: readonly { readonly name: string; readonly person?: string }[],
): readonly KnownClinician[] {
  const names = new Set(people.map(({ name }) => name))
  return [...people, ...named.filter(({ name }) => !names.has(name)).map(({ name }) => ({ name }))]
}

/** The entries that the kind's fields can name, the latest first. */
function nameable(kind: CaseKind, opened: OpenedCase, corrected: Stated | null | undefined): NameableEntry[] {
  const wanted = { case: new Set<string>(), service: new Set<string>() }
  for (const schema of Object.values(kind.fields)) {
    const field = fieldOf(schema)
    if (field?.input === 'entry') for (const name of field.kinds) wanted[field.of].add(name)
  }
  const of = (from: 'case' | 'service', said: readonly Stated[]) =>
    said
      .filter((stated) => wanted[from].has(stated.kind) && stated.first !== corrected?.first)
      .toSorted((one, other) => (one.occurredAt < other.occurredAt ? 1 : -1))
      .map((stated) => entryOf(from, stated))
  return [...of('case', opened.course.said), ...of('service', opened.surroundings.service.said)]
}

function entryOf(of: 'case' | 'service', stated: Stated): NameableEntry {
  return {
    id: stated.first,
    ids: [stated.first, stated.entry, ...stated.replaced.map(({ id }) => id)],
    kind: stated.kind,
    of,
    words: `${lineOf(stated)} (${dateWords(stated.occurredAt)})`,
  }
}

/** A statement in one line, by the version of its kind that it was said in. */
export function lineOf({ kind, body }: Pick<Stated, 'kind' | 'body'>): string {
  return kindOf(kind, 1)?.line(body) ?? kind
}
