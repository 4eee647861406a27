/** Writes the demonstration nation into a store: through the record, as real answers come. */
import { censusAnswer, serviceSubject, telephoneAttempt } from '#core/census/kinds.ts'
import { type Answers, answersSchema } from '#core/census/questionnaire.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { REFERENCE_BYTES, referenceFrom } from '#core/census/reference.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { addPerson } from '#store/access/roles.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { saveOrganisations } from '#store/catalogue/organisations.ts'
import {
  type Author,
  bumpRevision,
  closeEdition,
  editionById,
  makeEdition,
  openEdition,
} from '#store/census/edition.ts'
import { type ResponseBefore, responseRow } from '#store/census/projection.ts'
import { attemptProjection } from '#store/census/telephone.ts'
import type { Database, Store, Transaction } from '#store/open.ts'
import { append } from '#store/record/append.ts'
import type { Contact } from './contacts.ts'
import { seedDemand } from './demand.ts'
import { saveMail } from './mail.ts'
import { CLOSED_EDITION, type DemonstrationNation, demonstrationNation, OPEN_EDITION } from './nation.ts'
import type { Chance } from './random.ts'
import { type Call, closedSendings, midFlight, type Sending } from './schedule.ts'
import { demonstrationPeople } from './staff.ts'
import { seedStories } from './stories.ts'

/** The nation that everybody sees. */
export const DEMONSTRATION_SEED = 2017

const CLOSED_OPENED_AT = new Date('2017-03-06T09:00:00Z')
const CLOSED_AT = new Date('2017-06-30T16:00:00Z')
const DAY_MS = 24 * 3_600_000

/**
 * Fills a store with the demonstration, as of `now`. A second call changes nothing; one after an
 * interruption goes on where the last one stopped, for each step is one transaction.
 */
export async function seedDemonstration(store: Pick<Store, 'db'>, now: Date): Promise<void> {
  const { db } = store
  if (await hasAnswers(db, OPEN_EDITION.id)) return
  const nation = demonstrationNation(DEMONSTRATION_SEED, organisationsOf2017())
  const staff = await staffOf(db)
  await saveOrganisations(db, nation.organisations)
  await saveContacts(db, nation.contacts, now)
  await seedClosedEdition(db, nation, staff)
  await seedDemand(db, now)
  await seedStories(db, now)
  await seedOpenEdition(db, nation, staff, now)
}

/** Who runs the fictional census: `person:<id>` as the record names them. */
interface Staff {
  readonly lead: Author
  readonly interviewer: Author
}

async function staffOf(db: Database): Promise<Staff> {
  return {
    lead: await authorFor(db, 'census-lead'),
    interviewer: await authorFor(db, 'interviewer'),
  }
}

/** The demonstration's person with this role, made here if the sign-in has not made them yet. */
async function authorFor(db: Database, role: 'census-lead' | 'interviewer'): Promise<Author> {
  const person = demonstrationPeople.find(({ key }) => key === role)
  if (person === undefined) throw new Error(`the demonstration has no ${role}`)
  const known = await findPersonByEmail(db, person.email)
  const membership = { role, organisation: null }
  const id = known?.id ?? (await addPerson(db, { ...person, membership }, 'demonstration')).person
  return { id: `person:${id}`, role }
}

async function hasAnswers(db: Database, edition: string): Promise<boolean> {
  const found = await db
    .selectFrom('census_response')
    .select('organisation')
    .where('edition', '=', edition)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

async function seedClosedEdition(db: Database, nation: DemonstrationNation, staff: Staff): Promise<void> {
  const { id } = CLOSED_EDITION
  const { lead } = staff
  const edition = { ...CLOSED_EDITION, deadlineOn: '2017-06-30', fictional: true }
  await makeEdition(db, edition, lead, new Date('2017-02-20T10:00:00Z'))
  await openEdition(db, { id, members: [...nation.closed.keys()] }, lead, CLOSED_OPENED_AT)
  if (!(await hasAnswers(db, id))) {
    const sendings = closedSendings(nation.chance, ioCensus1, nation.closed, CLOSED_OPENED_AT)
    await db.transaction().execute((tx) => writeSendings(tx, nation, staff, id, sendings))
  }
  if ((await editionById(db, id))?.state === 'open') await closeEdition(db, id, lead, CLOSED_AT)
}

async function seedOpenEdition(
  db: Database,
  nation: DemonstrationNation,
  staff: Staff,
  now: Date,
): Promise<void> {
  const { id } = OPEN_EDITION
  const { lead } = staff
  const openedAt = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - 21 * DAY_MS + 9 * 3_600_000)
  const deadline = new Date(now.getTime() + 21 * DAY_MS)
  const edition = {
    ...OPEN_EDITION,
    censusOn: dateOf(openedAt),
    deadlineOn: dateOf(deadline),
    fictional: true,
  }
  await makeEdition(db, edition, lead, new Date(openedAt.getTime() - 7 * DAY_MS))
  await openEdition(db, { id, members: [...nation.open.keys()] }, lead, openedAt)
  const flight = midFlight(nation.chance, ioCensus2, nation.open, openedAt, now)
  await db.transaction().execute(async (tx) => {
    await saveLinks(tx, nation, flight.sendings, openedAt, deadline)
    await saveDrafts(tx, flight.begun, now)
    await writeCalls(tx, nation, staff, flight.calls)
    await writeSendings(tx, nation, staff, id, flight.sendings)
    const respondents = firstContacts(nation.contacts)
    const answered = flight.sendings.flatMap(({ organisation, wave, channel, at }) => {
      const contact = channel === 'web' ? respondents.get(organisation) : undefined
      return contact ? [{ contact: contact.id, wave, at }] : []
    })
    await saveMail(tx, id, openedAt, answered)
  })
}

function dateOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

async function writeSendings(
  tx: Transaction,
  { chance, contacts }: DemonstrationNation,
  { interviewer }: Staff,
  edition: string,
  sendings: readonly Sending[],
): Promise<void> {
  const { version, id } = edition === CLOSED_EDITION.id ? ioCensus1 : ioCensus2
  const respondents = firstContacts(contacts)
  const referenceOf = references(chance, sendings)
  const sent = new Map<string, string>()
  const rows = new Map<string, Row>()
  for (const { organisation, wave, channel, at, answers, correction } of sendings) {
    const before = correction ? sent.get(`${organisation} ${wave}`) : undefined
    const byTelephone = channel === 'telephone'
    const role = answers.respondentRole
    const appended = await append(tx, {
      subject: serviceSubject(organisation),
      kind: censusAnswer,
      occurredAt: at,
      author: byTelephone ? interviewer.id : `contact:${respondents.get(organisation)?.id}`,
      role: byTelephone ? interviewer.role : 'respondent',
      organisation,
      body: {
        edition,
        questionnaire: { id, version },
        wave,
        channel,
        reference: referenceOf.get(organisation) ?? '',
        answers,
        respondentRole: typeof role === 'string' ? role : null,
        late: false,
      },
      ...(before === undefined ? {} : { corrects: before }),
    })
    if (appended.outcome !== 'appended') throw new Error(`a demonstration answer was ${appended.outcome}`)
    sent.set(`${organisation} ${wave}`, appended.entry.id)
    rows.set(organisation, responseRow(appended.entry, asBefore(rows.get(organisation))))
  }
  // Projected row by row in memory, as `projectResponse` does in the database, and written at once.
  await tx
    .insertInto('census_response')
    .values([...rows.values()])
    .execute()
  await bumpRevision(tx, edition)
}

type Row = ReturnType<typeof responseRow>

function asBefore(row: Row | undefined): ResponseBefore | null {
  return row === undefined ? null : { ...row, answers: answersSchema.parse(JSON.parse(row.answers)) }
}

/** One reference an organisation in an edition, none twice. */
function references(chance: Chance, sendings: readonly Sending[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  const taken = new Set<string>()
  for (const { organisation } of sendings) {
    let reference = given.get(organisation)
    while (reference === undefined || (!given.has(organisation) && taken.has(reference))) {
      reference = referenceFrom(chance.bytes(REFERENCE_BYTES))
    }
    taken.add(reference)
    given.set(organisation, reference)
  }
  return given
}

async function writeCalls(
  tx: Transaction,
  { contacts }: DemonstrationNation,
  { interviewer }: Staff,
  calls: readonly Call[],
): Promise<void> {
  const rung = firstContacts(contacts)
  for (const { organisation, at, outcome, note, nextAt } of calls) {
    const contact = rung.get(organisation)?.id ?? null
    const appended = await append(
      tx,
      {
        subject: serviceSubject(organisation),
        kind: telephoneAttempt,
        occurredAt: at,
        author: interviewer.id,
        role: interviewer.role,
        organisation: null,
        body: { edition: OPEN_EDITION.id, outcome, contact, note, nextAt: nextAt?.toISOString() ?? null },
      },
      { alongside: attemptProjection },
    )
    if (appended.outcome !== 'appended') throw new Error(`a demonstration call was ${appended.outcome}`)
  }
}

function firstContacts(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  return new Map(contacts.toReversed().map((contact) => [contact.organisation, contact]))
}

async function saveContacts(db: Database, contacts: readonly Contact[], now: Date): Promise<void> {
  const rows = contacts.map(({ bounced, ...contact }) => ({
    ...contact,
    bounced_at: bounced ? new Date(now.getTime() - 20 * DAY_MS) : null,
    bounce_reason: bounced ? '550 5.1.1 There is no such mailbox' : null,
  }))
  await db
    .insertInto('census_contact')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What invited them: a link for each contact at the opening, and for the follow-up when they had answered. */
async function saveLinks(
  tx: Transaction,
  { chance, contacts, open }: DemonstrationNation,
  sendings: readonly Sending[],
  openedAt: Date,
  deadline: Date,
): Promise<void> {
  const link = (contact: Contact, wave: 'first' | 'follow-up', createdAt: Date) => ({
    id: chance.uuid(),
    edition: OPEN_EDITION.id,
    organisation: contact.organisation,
    contact: contact.id,
    wave,
    expires_at: deadline,
    created_at: createdAt,
  })
  const reached = contacts.filter(({ organisation, bounced }) => open.has(organisation) && !bounced)
  const followedUp = new Set(
    sendings.filter(({ wave }) => wave === 'follow-up').map(({ organisation }) => organisation),
  )
  const again = reached.filter(({ organisation }) => followedUp.has(organisation))
  await tx
    .insertInto('census_link')
    .values([
      ...reached.map((contact) => link(contact, 'first', openedAt)),
      ...again.map((contact) => link(contact, 'follow-up', new Date(openedAt.getTime() + 8 * DAY_MS))),
    ])
    .execute()
}

async function saveDrafts(tx: Transaction, begun: ReadonlyMap<string, Answers>, now: Date): Promise<void> {
  const rows = [...begun].map(([organisation, answers], at) => ({
    edition: OPEN_EDITION.id,
    organisation,
    wave: 'first' as const,
    revision: Object.keys(answers).length,
    answers: JSON.stringify(answers),
    updated_at: new Date(now.getTime() - (at + 1) * 7 * 3_600_000),
  }))
  await tx.insertInto('census_draft').values(rows).execute()
}
