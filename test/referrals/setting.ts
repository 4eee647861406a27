/** For tests of patients and referrals: organisations, people of each role, a patient, the steps of a referral. */

import assert from 'node:assert/strict'
import type { ServiceRole } from '#core/access/role.ts'
import { referralPathway } from '#core/service/kinds.ts'
import { registerPatient } from '#store/patient/register.ts'
import { withinScope } from '#store/scope.ts'
import { recordInService } from '#store/service/record.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

export interface Someone {
  readonly id: string
  readonly cookie: string
  readonly organisation: string
}

export async function someone(site: TestSite, role: ServiceRole, organisation: string): Promise<Someone> {
  return { ...(await site.personAs(role, organisation)), organisation }
}

let made = 0
/** Numbers that pass the check, each once. */
export function nhsNumber(): string {
  for (;;) {
    made += 1
    const nine = String(410_000_000 + made)
    const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
    const digit = 11 - (sum % 11)
    if (digit !== 10) return `${nine}${digit % 11}`
  }
}

export const details = (number = nhsNumber()) => ({
  system: 'nhs',
  number,
  local: '',
  givenName: 'Wilhelmina',
  familyName: 'Quackenbush',
  'birthOn-day': '31',
  'birthOn-month': '3',
  'birthOn-year': '1958',
  sex: 'female',
  postcode: 'ls1 3ex',
  gpPractice: '',
})

/** Someone registered at an organisation. */
export async function patientAt(
  site: TestSite,
  by: Someone,
  given: { readonly givenName?: string; readonly familyName?: string; readonly number?: string } = {},
): Promise<string> {
  const scope = { person: by.id, organisations: [by.organisation] }
  const registered = await withinScope(site.store.db, scope, (db) =>
    registerPatient(db, {
      author: `person:${by.id}`,
      role: 'referrer',
      organisation: by.organisation,
      at: new Date(),
      identity: {
        givenName: given.givenName ?? 'Wilhelmina',
        familyName: given.familyName ?? 'Quackenbush',
        birthOn: '1958-03-31',
        sex: 'female',
        identifiers: [{ system: 'nhs', value: given.number ?? nhsNumber() }],
        postcode: null,
        gpPractice: null,
        diedOn: null,
      },
    }),
  )
  assert.equal(registered.outcome, 'registered')
  return registered.outcome === 'registered' ? registered.id : ''
}

/** What a referrer fills in: all that the form asks of a liver ablation. */
export const referralFields = {
  specialty: 'hepatology',
  urgency: 'elective',
  'tumour.site': 'hepatocellular',
  'tumour.icd10': 'C22.0',
  ecog: '1',
  intent: 'disease-modifying',
  question: 'Is ablation of the lesion in segment 6 possible?',
  earlierTreatment: 'none',
  consultantInCharge: 'Dr Ada Consultant',
  consultantAware: 'yes',
  oncologistInvolved: 'no',
  radiologist: 'Dr Ira Radiologist',
  radiologistInMdt: 'yes',
}

export const locationOf = (response: Response): string => {
  assert.equal(response.status, 303, `not a redirect but ${response.status}`)
  return response.headers.get('location') ?? ''
}

/** Step by step up to the page that checks; answers the draft's id. */
export async function draftReferral(
  site: TestSite,
  by: Someone,
  patient: string,
  to: string,
  fields: Readonly<Record<string, string>> = referralFields,
): Promise<string> {
  const started = locationOf(await site.post(paths.refer(), { patient }, by.cookie))
  const draft = started.split('/')[2] ?? ''
  const procedure = 'liver-ablation'
  await fillService(site, by, draft, to, procedure)
  const checked = locationOf(await site.post(paths.referPart(draft, 'form'), fields, by.cookie))
  assert.equal(checked, paths.referPart(draft, 'check'))
  return draft
}

export async function fillService(
  site: TestSite,
  by: Someone,
  draft: string,
  to: string,
  procedure: string,
  reason = '',
): Promise<void> {
  const form = { procedure, shown: procedure, treating: to, do: 'continue', reason }
  const chosen = await site.post(paths.referPart(draft, 'service'), form, by.cookie)
  assert.equal(locationOf(chosen), paths.referPart(draft, 'form'))
}

/** Refers a patient and answers the case's id. */
export async function refer(
  site: TestSite,
  by: Someone,
  patient: string,
  to: string,
  fields: Readonly<Record<string, string>> = referralFields,
): Promise<string> {
  const draft = await draftReferral(site, by, patient, to, fields)
  assert.equal(
    locationOf(await site.post(paths.referPart(draft, 'check'), {}, by.cookie)),
    paths.referPart(draft, 'sent'),
  )
  return caseOfDraft(site, draft)
}

export async function caseOfDraft(site: TestSite, draft: string): Promise<string> {
  const { rows } = await site.store.owner.query<{ case_id: string }>(
    'select case_id from referral_draft where id = $1',
    [draft],
  )
  return rows[0]?.case_id ?? ''
}

export const seenIn = (page: string): string => page.match(/name="seen" value="(\d+)"/)?.[1] ?? ''

/** A referral pathway for liver ablation from one service to another, agreed last year. */
export async function pathway(site: TestSite, from: string, to: string): Promise<void> {
  for (const code of [from, to]) await site.personAs('io-lead', code)
  const said = await recordInService(site.store.db, {
    organisation: from,
    kind: referralPathway,
    body: {
      to,
      procedures: [{ procedure: 'liver-ablation' }],
      through: 'the hepatobiliary MDT',
      reviewDue: '2099-01-01',
    },
    occurredAt: new Date('2025-11-01T12:00:00Z'),
    author: 'person:lead',
    role: 'io-lead',
  })
  assert.equal(said.outcome, 'appended')
}
