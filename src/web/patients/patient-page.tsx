/** One patient: who they are, their cases, and what was said of their identity, with what it was before. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { STAGE_WORDS } from '#core/pathway/case-kind.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { patientSubject } from '#core/patient/kinds.ts'
import { type Identity, nameOf, SEX_WORDS } from '#core/patient/patient.ts'
import type { Entry } from '#core/record/entry.ts'
import { registryStanding } from '#core/registry/exclusion.ts'
import { casesOfPatient, type ListedCase } from '#store/case/all.ts'
import { glassUntil } from '#store/case/break-glass.ts'
import { freshen } from '#store/case/freshen.ts'
import { noteLooks } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { authorNames } from '#store/census/room/authors.ts'
import { matchesFor } from '#store/patient/match.ts'
import { type KnownPatient, patientById } from '#store/patient/patient.ts'
import { entriesOf } from '#store/record/read.ts'
import { withinScope } from '#store/scope.ts'
import { dateTimeWords, dateWords, isoDay } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import { Problems } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { History, type RefusedUndo, undoField } from './history.tsx'
import { standingWords } from './registry.tsx'

interface Shown {
  readonly patient: KnownPatient
  readonly cases: readonly ListedCase[]
  readonly entries: readonly Entry[]
  readonly alike: number
  /** One of theirs who looks; not by break-glass alone. */
  readonly isOwn: boolean
  /** Until when break-glass shows whoever is not theirs. */
  readonly until: Date | null
  readonly people: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, string>
}

export async function patientPage(c: PageContext) {
  const id = c.req.param('id') ?? ''
  return isId(id) ? showPatient(c, id) : notFound(c)
}

/** The page; `refused`: why a merge was not undone, said beside its reason. */
export async function showPatient(c: PageContext, id: string, refused?: RefusedUndo) {
  const { organisations } = scopeFor(c, 'case:see')
  const shown = await inScope(c, 'case:see', async (db): Promise<Shown | null> => {
    const patient = await patientById(db, id)
    if (!patient) return null
    await freshen(db, organisations, c.var.now())
    const cases = await casesOfPatient(db, patient.id)
    const entries = await entriesOf(db, patientSubject(patient.id))
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: organisations[0] ?? null,
      page: 'patient',
      looked: [{ patient: patient.id, caseId: null }],
    })
    const codes = cases.flatMap(({ treating, referring }) => [treating, referring ?? treating])
    const people = await authorNames(
      db,
      entries.map(({ author }) => author),
    )
    const places = await organisationNames(db, [
      ...codes,
      ...entries.flatMap((each) => each.organisation ?? []),
    ])
    // Somebody opened by break-glass is neither theirs to change nor to merge.
    const alike = await withinScope(db, { ...scopeFor(c, 'case:see'), ownOnly: true }, async (own) =>
      (await patientById(own, id)) ? (await matchesFor(own, patient, patient.id)).length : null,
    )
    const until = alike === null ? await glassUntil(db, c.var.person?.id ?? '', patient.id) : null
    return { patient, cases, entries, alike: alike ?? 0, people, places, isOwn: alike !== null, until }
  })
  if (!shown) return notFound(c)
  if (shown.patient.id !== id) return c.redirect(paths.patient(shown.patient.id), 303)
  return show(c, <PatientPage c={c} {...shown} refused={refused} />, refused ? 422 : 200)
}

function PatientPage({
  c,
  patient,
  cases,
  entries,
  alike,
  people,
  places,
  isOwn,
  until,
  refused,
}: Shown & { readonly c: PageContext; readonly refused: RefusedUndo | undefined }) {
  const writes = isOwn && signedBy(c, 'patient:register') !== null
  return (
    <Page
      c={c}
      title="Patient"
      here={paths.cases()}
      breadcrumbs={[{ text: 'Cases', href: paths.cases() }]}
      hasErrors={refused !== undefined}
    >
      <Problems problems={refused ? [{ field: undoField(refused.from), words: refused.words }] : []} />
      <h1 className="nhsuk-heading-l">{nameOf(patient)}</h1>
      {until ? (
        <div className="nhsuk-inset-text nhsuk-u-reading-width">
          <p>
            You opened this patient with a reason, to look only, until {dateTimeWords(until)}. Each look is
            told to the Caldicott guardian.
          </p>
        </div>
      ) : null}
      {writes && alike > 0 ? (
        <div className="nhsuk-inset-text nhsuk-u-reading-width">
          <p>
            {alike === 1 ? 'Another patient is like this one.' : `${alike} other patients are like this one.`}{' '}
            <a href={paths.patientPart(patient.id, 'merge')}>Is this the same person?</a>
          </p>
        </div>
      ) : null}
      <IdentityList identity={patient} now={c.var.now()} use={registryStanding(entries)} />
      <div className="fp-actions fp-screen-only">
        {isOwn && signedBy(c, 'case:refer') ? (
          <form method="post" action={paths.refer()}>
            <input type="hidden" name="patient" value={patient.id} />
            <button className="nhsuk-button" type="submit">
              Refer this patient
            </button>
          </form>
        ) : null}
        {writes ? <a href={paths.patientPart(patient.id, 'correct')}>Correct these details</a> : null}
        {writes ? <a href={paths.patientPart(patient.id, 'registry')}>Use for the registry</a> : null}
        {signedBy(c, 'looks:see') ? <a href={paths.looks()}>Who looked</a> : null}
      </div>
      <DataTable
        stacks
        caption={cases.length === 0 ? 'No case yet' : 'Cases, the newest first'}
        rows={cases}
        keyOf={({ caseId }) => caseId}
        empty="A case appears here when this patient is referred."
        columns={[
          {
            heading: 'For',
            names: true,
            cell: ({ caseId, procedure }) => (
              <a href={paths.caseOf(caseId)}>{procedure ? procedureName(procedure) : 'Not recorded yet'}</a>
            ),
          },
          { heading: 'Stage', cell: ({ stage }) => STAGE_WORDS[stage] },
          { heading: 'Treated at', cell: ({ treating }) => places.get(treating) ?? treating },
          {
            heading: 'Referred by',
            cell: ({ referring }) => (referring ? (places.get(referring) ?? referring) : 'Not recorded'),
          },
          { heading: 'Opened', cell: ({ openedAt }) => dateWords(openedAt) },
        ]}
      />
      <History
        entries={entries}
        people={people}
        places={places}
        undoHref={writes ? (from) => paths.patientPart(from, 'undo-merge') : null}
        patient={patient.id}
        refused={refused}
      />
    </Page>
  )
}

interface IdentityListProps {
  readonly identity: Identity
  readonly now: Date
  readonly use?: ReturnType<typeof registryStanding>
}

function IdentityList({ identity, now, use }: IdentityListProps) {
  const { identifiers, birthOn, sex, postcode, gpPractice, diedOn } = identity
  return (
    <dl className="nhsuk-summary-list nhsuk-u-reading-width">
      {identifiers.map((identifier) => (
        <Row key={identifier.system + identifier.value} name={IDENTIFIER_WORDS[identifier.system]}>
          {displayed(identifier)}
        </Row>
      ))}
      {identifiers.length === 0 ? <Row name="Number">Not recorded</Row> : null}
      <Row name="Date of birth">
        {dateWords(birthOn)}, {ageWords(identity, isoDay(now))}
      </Row>
      {diedOn ? <Row name="Died">{dateWords(diedOn)}</Row> : null}
      <Row name="Sex">{SEX_WORDS[sex]}</Row>
      <Row name="Postcode">{postcode ?? 'Not recorded'}</Row>
      <Row name="GP practice">{gpPractice ?? 'Not recorded'}</Row>
      {use && (use.use !== null || use.test) ? <Row name="Registry">{standingWords(use)}</Row> : null}
    </dl>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{name}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}
