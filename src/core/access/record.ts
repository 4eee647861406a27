/** Who writes which kind into a case: one table, role by role, and where. What it does not open is denied. */

import type { Membership, ServiceRole } from './role.ts'

interface Writers {
  readonly roles: readonly ServiceRole[]
  /** `treating`: only for the organisation that treats; else for any that takes part in the case. */
  readonly at: 'treating' | 'taking-part'
}

const doctors = ['io-lead', 'interventional-radiologist'] as const
const nurses = ['cancer-nurse-specialist', 'ward-nurse'] as const

const treating = (...roles: readonly ServiceRole[]): Writers => ({ roles, at: 'treating' })
const takingPart = (...roles: readonly ServiceRole[]): Writers => ({ roles, at: 'taking-part' })

const writers: Readonly<Record<string, Writers>> = {
  'case-opened': takingPart(...doctors, 'referrer', 'mdt-coordinator'),
  referral: takingPart(...doctors, 'referrer', 'mdt-coordinator'),
  'referral-answer': treating(...doctors),
  'clinical-discussion': takingPart(...doctors, 'referrer'),
  'oncologist-informed': takingPart(...doctors, 'referrer', 'mdt-coordinator', 'cancer-nurse-specialist'),
  'onward-referral': treating(...doctors),
  responsibility: takingPart(...doctors, 'referrer', 'mdt-coordinator'),
  'nurse-specialist': takingPart(...doctors, 'referrer', 'mdt-coordinator', 'cancer-nurse-specialist'),
  'mdt-discussion': takingPart(...doctors, 'mdt-coordinator'),
  'work-up': treating(...doctors, 'physicist'),
  booking: treating(...doctors, 'mdt-coordinator', 'cancer-nurse-specialist'),
  'booking-cancelled': treating(...doctors, 'mdt-coordinator', 'cancer-nurse-specialist'),
  information: takingPart(...doctors, 'referrer', ...nurses),
  'patient-question': treating(...doctors, 'cancer-nurse-specialist'),
  'patient-question-answered': treating(...doctors, 'cancer-nurse-specialist'),
  consent: treating(...doctors, 'cancer-nurse-specialist'),
  'consent-confirmation': treating(...doctors, ...nurses),
  prescription: treating(...doctors, 'physicist'),
  admission: treating(...doctors, ...nurses),
  treatment: treating(...doctors),
  recovery: treating(...doctors, ...nurses),
  discharge: treating(...doctors, ...nurses),
  'follow-up-plan': treating(...doctors, 'cancer-nurse-specialist'),
  'follow-up-contact': takingPart(...doctors, 'referrer', ...nurses),
  'response-assessment': takingPart(...doctors, 'referrer'),
  'symptom-score': takingPart(...doctors, 'referrer', ...nurses),
  complication: takingPart(...doctors, 'referrer', ...nurses),
  'safety-review': treating(...doctors, 'cancer-nurse-specialist'),
  feedback: takingPart(...doctors, 'referrer', ...nurses, 'mdt-coordinator'),
  'instrument-answers': treating(...doctors, 'cancer-nurse-specialist'),
  death: takingPart(...doctors, 'referrer', ...nurses, 'mdt-coordinator'),
  closure: treating(...doctors, 'mdt-coordinator', 'cancer-nurse-specialist'),
  'data-query': treating(...doctors, 'cancer-nurse-specialist', 'mdt-coordinator'),
  'data-query-closed': treating(...doctors, 'cancer-nurse-specialist', 'mdt-coordinator'),
  attachment: takingPart(...doctors, 'referrer', ...nurses, 'mdt-coordinator', 'physicist'),
}

/** The kinds that the table opens to someone. */
export const recordableKinds: readonly string[] = Object.keys(writers)

/** Whether one of their roles at this organisation writes this kind, in a case that this organisation treats. */
export function mayRecord(
  memberships: readonly Membership[],
  kindName: string,
  organisation: string,
): boolean {
  const { roles } = writersOf(kindName)
  return memberships.some(
    (held) => held.organisation === organisation && (roles as readonly string[]).includes(held.role),
  )
}

/** The roles that write this kind. */
export const rolesThatRecord = (kindName: string): readonly ServiceRole[] => writersOf(kindName).roles

/** What an entry is signed as. */
export interface Signature {
  readonly role: ServiceRole
  readonly organisation: string
}

/**
 * As what, and for which organisation, someone signs an entry of a kind in a case; null where they may not.
 * Where several of their roles would do, the treating organisation comes first, then the order of the table.
 */
export function signatureFor(
  memberships: readonly Membership[],
  kindName: string,
  of: { readonly treating: string; readonly organisations: readonly string[] },
): Signature | null {
  const { roles, at } = writersOf(kindName)
  const places = at === 'treating' ? [of.treating] : [of.treating, ...of.organisations]
  for (const organisation of places) {
    const role = roles.find((each) =>
      memberships.some((held) => held.role === each && held.organisation === organisation),
    )
    if (role) return { role, organisation }
  }
  return null
}

const nobody: Writers = { roles: [], at: 'treating' }

function writersOf(kindName: string): Writers {
  return Object.hasOwn(writers, kindName) ? (writers[kindName] ?? nobody) : nobody
}
