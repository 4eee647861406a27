/** Whom one can enter the demonstration as: all invented, one for each way to use the product. */

import type { Membership, Role } from '#core/access/role.ts'
import { findPersonByEmail } from '#store/access/people.ts'
import { addPerson, giveRole } from '#store/access/roles.ts'
import type { Database, Store } from '#store/open.ts'
import { servicesWithCases } from './cases/answers.ts'

export interface DemonstrationPerson {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly role: Role
  /** Which of the services with cases, by order of code; null for a role of the nation. */
  readonly place: number | null
  /** What this person does here. */
  readonly does: string
}

/** A domain that nobody can have (RFC 2606). */
const at = (name: string) => `${name}@people.fictional.example`

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  {
    key: 'census-lead',
    name: 'Lena Fictional',
    email: at('lena'),
    role: 'census-lead',
    place: null,
    does: 'Runs the census: makes an edition, invites every organisation, watches the answers come in, closes it.',
  },
  {
    key: 'interviewer',
    name: 'Ivor Fictional',
    email: at('ivor'),
    role: 'interviewer',
    place: null,
    does: 'Rings organisations that have not answered, notes each attempt, takes answers on the telephone.',
  },
  {
    key: 'second-interviewer',
    name: 'Una Fictional',
    email: at('una'),
    role: 'interviewer',
    place: null,
    does: 'Rings as well. Enter as both in two browsers to see that no organisation is rung twice.',
  },
  {
    key: 'commissioner',
    name: 'Cora Fictional',
    email: at('cora'),
    role: 'commissioner',
    place: null,
    does: 'Looks for people without access: follows the responses, compares editions, opens the map.',
  },
  {
    key: 'researcher',
    name: 'Remy Fictional',
    email: at('remy'),
    role: 'researcher',
    place: null,
    does: 'Chooses cohorts in the registry, draws and publishes figures, takes snapshots away.',
  },
  {
    key: 'second-researcher',
    name: 'Tess Fictional',
    email: at('tess'),
    role: 'researcher',
    place: null,
    does: 'Doubts what Remy published, and recomputes it from the snapshot.',
  },
  {
    key: 'editor',
    name: 'Edda Fictional',
    email: at('edda'),
    role: 'editor',
    place: null,
    does: 'Writes the master’s leaflets, hands them in for review, publishes them; reads the stories that patients send.',
  },
  {
    key: 'clinical-reviewer',
    name: 'Dr Clive Fictional',
    email: at('clive'),
    role: 'clinical-reviewer',
    place: null,
    does: 'Reads what the editor handed in, remarks on it, and signs off its clinical content.',
  },
  {
    key: 'io-lead',
    name: 'Isla Fictional',
    email: at('isla'),
    role: 'io-lead',
    place: 0,
    does: 'Leads interventional oncology at one organisation: sees what it answered and how it stands.',
  },
  {
    key: 'department-manager',
    name: 'Dev Fictional',
    email: at('dev'),
    role: 'department-manager',
    place: 1,
    does: 'Manages the radiology department of another organisation, and sees its service page.',
  },
  {
    key: 'interventional-radiologist',
    name: 'Dr Rhea Fictional',
    email: at('rhea'),
    role: 'interventional-radiologist',
    place: 0,
    does: 'Answers referrals, treats, writes what was done. One list of all that waits for her.',
  },
  {
    key: 'referrer',
    name: 'Dr Reed Fictional',
    email: at('reed'),
    role: 'referrer',
    place: 1,
    does: 'An oncologist at another organisation: refers a patient, and sees where the patient is.',
  },
  {
    key: 'mdt-coordinator',
    name: 'Milo Fictional',
    email: at('milo'),
    role: 'mdt-coordinator',
    place: 0,
    does: 'Builds the list of the MDT meeting, records attendance and outcome while it is held.',
  },
  {
    key: 'cancer-nurse-specialist',
    name: 'Nia Fictional',
    email: at('nia'),
    role: 'cancer-nurse-specialist',
    place: 0,
    does: 'Gives leaflets, rings patients after treatment, sees what is overdue.',
  },
  {
    key: 'ward-nurse',
    name: 'Wes Fictional',
    email: at('wes'),
    role: 'ward-nurse',
    place: 0,
    does: 'Has today’s list and the ward list, with radiation precautions and until when they hold.',
  },
  {
    key: 'physicist',
    name: 'Pia Fictional',
    email: at('pia'),
    role: 'physicist',
    place: 0,
    does: 'Plans the activity for SIRT, and sees an independent check of it.',
  },
  {
    key: 'caldicott-guardian',
    name: 'Dr Gwen Fictional',
    email: at('gwen'),
    role: 'caldicott-guardian',
    place: 0,
    does: 'Sees who looked at which patient, and every time that someone broke the glass.',
  },
  {
    key: 'radiologist-licence-expired',
    name: 'Dr Sven Fictional',
    email: at('sven'),
    role: 'interventional-radiologist',
    place: 2,
    does: 'His licence for radioactive agents ran out: planning SIRT is stopped, and says why.',
  },
  {
    key: 'administrator',
    name: 'Ada Fictional',
    email: at('ada'),
    role: 'administrator',
    place: null,
    does: 'Adds people and gives roles, keeps the directory, checks the record and its seals.',
  },
]

/**
 * Makes sure that the demonstration's people exist with their roles; done again, it changes nothing.
 * A service's role is left out while there is no fictional organisation to hold it at.
 */
export async function seedDemonstrationPeople(store: Store): Promise<void> {
  const codes = await fictionalProviders(store.db)
  for (const person of demonstrationPeople) {
    const organisation = person.place === null ? null : (codes[person.place] ?? codes[0] ?? null)
    if (person.place !== null && organisation === null) continue
    const membership: Membership = { role: person.role, organisation }
    const known = await findPersonByEmail(store.db, person.email)
    if (!known) await addPerson(store.db, { ...person, membership }, 'demonstration')
    else if (!known.roles.some((held) => held.role === person.role)) {
      await giveRole(store.db, known.id, membership, 'demonstration')
    }
  }
}

/** The services that have cases; where no census was answered, any fictional organisations. */
async function fictionalProviders(db: Database): Promise<readonly string[]> {
  const services = await servicesWithCases(db)
  if (services.length > 0) return services
  const rows = await db
    .selectFrom('organisation')
    .select('code')
    .where('fictional', '=', true)
    .orderBy('code')
    .limit(3)
    .execute()
  return rows.map((row) => row.code)
}
