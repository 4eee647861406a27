/** A meeting on one sheet, for paper: its list before, with room to write; its minutes after. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { labelOf } from '#core/letter/words.ts'
import { becauses, itemStates } from '#core/meeting/list.ts'
import { memberRoles, radiologistPresent } from '#core/meeting/team.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { ageWords } from '#core/patient/age.ts'
import { displayed, IDENTIFIER_WORDS } from '#core/patient/identifiers.ts'
import { nameOf, type Patient, SEX_WORDS } from '#core/patient/patient.ts'
import { inSentence } from '#core/sentence.ts'
import { noteLooks } from '#store/case/look.ts'
import type { Item, OpenedMeeting } from '#store/meeting/meeting.ts'
import { patientsById } from '#store/patient/patient.ts'
import { organisationNames } from '#store/service/read.ts'
import { dateWords, isoDay, timeWords } from '../components/dates.ts'
import { PrintedNote } from '../components/printed-note.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { crumbs, onMeeting, recommendations, stateWords, tumourSites } from './view.ts'

export const minutes = (c: PageContext) =>
  onMeeting(c, async (opened) => {
    const { meeting, items } = opened
    const { patients, names } = await inScope(c, 'meeting:see', async (db) => {
      await noteLooks(db, {
        person: c.var.person?.id ?? '',
        organisation: meeting.organisation,
        page: 'meeting minutes',
        looked: items.map(({ patient, caseId }) => ({ patient, caseId })),
      })
      const organisations = items.flatMap(({ referring, atPlace }) => [referring, atPlace])
      return {
        patients: await patientsById(
          db,
          items.map(({ patient }) => patient),
        ),
        names: await organisationNames(db, [
          meeting.organisation,
          ...organisations.filter((code) => code !== null),
        ]),
      }
    })
    const title = meeting.state === 'held' ? 'Minutes' : 'List'
    return show(
      c,
      <Page c={c} wide title={title} here={paths.meetings()} breadcrumbs={crumbs(opened)}>
        <div className="fp-minutes">
          <h1 className="nhsuk-heading-m">
            {title} of the {meeting.teamName} MDT meeting, {dateWords(meeting.at)}, {timeWords(meeting.at)}
          </h1>
          <p>
            {[stateWords[meeting.state], names.get(meeting.organisation), meeting.place]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p className="fp-screen-only">
            Print it on A4, on its side
            {meeting.state === 'held' ? '' : ': there is room to write what is recommended'}.
          </p>
          <PrintedNote now={c.var.now()} of="patients" />
          <Present opened={opened} />
          <DataTable
            stacks
            caption={items.length === 1 ? '1 case' : `${items.length} cases`}
            rows={items}
            keyOf={({ id }) => id}
            empty="No case is on the list."
            columns={[
              {
                heading: 'Patient',
                names: true,
                cell: (item) => (
                  <Who item={item} patient={patients.get(item.patient)} on={isoDay(meeting.at)} />
                ),
              },
              { heading: 'Asked for', cell: (item) => <AskedFor item={item} names={names} /> },
              { heading: 'Question and images', cell: (item) => <Asked item={item} /> },
              { heading: 'Recommendation', cell: (item) => <Recommended item={item} names={names} /> },
            ]}
          />
        </div>
      </Page>,
    )
  })

/** Nobody is put down before the meeting begins. */
function Present({ opened: { meeting, attendance } }: { readonly opened: OpenedMeeting }) {
  if (meeting.state === 'planned' || meeting.state === 'cancelled') return null
  const named = (there: boolean) =>
    attendance
      .filter(({ present }) => present === there)
      .map(({ name, role }) => `${name}, ${inSentence(memberRoles[role])}`)
      .join('; ')
  const absent = named(false)
  return (
    <>
      <p>
        <strong>Present:</strong> {named(true) || 'Nobody was put down'}
        {radiologistPresent(attendance) ? '' : '. No interventional radiologist'}
      </p>
      {absent ? (
        <p>
          <strong>Not present:</strong> {absent}
        </p>
      ) : null}
    </>
  )
}

interface WhoProps {
  readonly item: Item
  readonly patient: Patient | undefined
  readonly on: string
}

function Who({ item, patient, on }: WhoProps) {
  return (
    <>
      <a href={paths.caseOf(item.caseId)}>{nameOf(item)}</a>
      <Lines
        of={[
          `Born ${dateWords(item.birthOn)} (${ageWords(patient ?? item, on)})`,
          patient ? SEX_WORDS[patient.sex] : null,
          ...(patient?.identifiers ?? []).map(
            (each) => `${IDENTIFIER_WORDS[each.system]} ${displayed(each)}`,
          ),
        ]}
      />
    </>
  )
}

interface OfItem {
  readonly item: Item
  readonly names: ReadonlyMap<string, string>
}

function AskedFor({ item, names }: OfItem) {
  const { asked, tumourSite, urgency, referring, because, addedLate } = item
  return (
    <>
      {asked ? procedureName(asked) : 'Procedure not recorded'}
      <Lines
        of={[
          tumourSite ? (tumourSites.get(tumourSite) ?? tumourSite) : null,
          urgency && urgency !== 'elective' ? labelOf(referral.fields.urgency, urgency) : null,
          referring ? `From ${names.get(referring) ?? referring}` : null,
          because === 'to-discuss' ? null : becauses[because],
          addedLate ? 'After the list closed' : null,
        ]}
      />
    </>
  )
}

function Asked({ item: { question, images } }: { readonly item: Item }) {
  return (
    <>
      {question || 'No question recorded'}
      <Lines of={[images ? `Images: ${images}` : null]} />
    </>
  )
}

function Recommended({ item, names }: OfItem) {
  const { recommendation, procedure, atPlace, actsNext, notes, state } = item
  return (
    <>
      {recommendation ? (
        <strong>
          {recommendations.get(recommendation) ?? recommendation}
          {procedure ? `: ${procedureName(procedure)}` : ''}
        </strong>
      ) : (
        <span className={state === 'waiting' ? 'fp-minutes__room' : undefined}>
          {state === 'waiting' ? 'Not recorded yet' : itemStates[state]}
        </span>
      )}
      <Lines
        of={[
          recommendation && state !== 'discussed' ? 'Kept, not recorded yet' : null,
          atPlace ? `At ${names.get(atPlace) ?? atPlace}` : null,
          actsNext ? `Who acts: ${actsNext}` : null,
          notes,
        ]}
      />
    </>
  )
}

function Lines({ of }: { readonly of: readonly (string | null)[] }) {
  return of
    .filter((words) => words !== null)
    .map((words) => (
      <span key={words} className="fp-minutes__line">
        {words}
      </span>
    ))
}
