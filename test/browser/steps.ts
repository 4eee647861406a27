/** Long steps that several journeys take: a referral from nobody known to sent; an MDT; a meeting with one case on its list. */

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { paths } from '#web/paths.ts'
import type { Identity } from './identifiers.ts'
import {
  address,
  fill,
  type Given,
  type Journey,
  on,
  posting,
  problemsOn,
  type Traveller,
} from './journey.ts'

const press = (page: Page, name: string | RegExp) =>
  posting(page, () => page.getByRole('button', { name }).first().click())

/** What every referral says here; a journey adds what it is for. */
export const referralGiven: Given = {
  specialty: 'hepatology',
  urgency: 'elective',
  'tumour.site': 'hepatocellular',
  'tumour.icd10': 'C22.0',
  ecog: '1',
  intent: 'disease-modifying',
  question: 'Is the lesion in segment 8 suitable?',
  earlierTreatment: ['none'],
  consultantInCharge: 'Dr Ann Consultant',
  consultantAware: 'yes',
  oncologistInvolved: 'no',
  radiologist: 'Dr Rowan Ash',
  radiologistInMdt: 'yes',
}

/** Looks for the patient, registers them, chooses the service, says what for, and sends; answers the case's id. */
export async function referPatient(
  journey: Journey,
  { page }: Traveller,
  who: Identity,
  procedure: string,
  given: Given,
): Promise<string> {
  await page.goto(address(journey, paths.refer()))
  await fill(page, { number: who.number })
  await press(page, 'Find the patient')
  await page
    .getByRole('link', { name: /Register/ })
    .first()
    .click()
  await page.waitForLoadState()
  await fill(page, {
    number: who.number,
    givenName: who.givenName,
    familyName: who.familyName,
    ...on('birthOn', who.birthOn),
    sex: 'female',
    postcode: who.postcode,
  })
  await press(page, /^Register|^Save|^Continue/)
  await page.waitForURL(/\/refer\/[0-9a-f-]{36}\/service/)
  await fill(page, { procedure })
  await press(page, 'Show services')
  await page.getByLabel('Treating Hospitals').check()
  await press(page, 'Continue')
  await fill(page, given)
  await press(page, 'Check the referral')
  assert.match(page.url(), /\/check$/, await problemsOn(page))
  await press(page, /^Send/)
  await page.getByRole('heading', { name: 'Referral sent' }).waitFor()
  const opened = await page.getByRole('link', { name: 'Open the case' }).getAttribute('href')
  return opened?.split('/').at(-1) ?? ''
}

/** Accepts a referral on its own page. */
export async function accept(journey: Journey, { page }: Traveller, caseId: string): Promise<void> {
  await page.goto(address(journey, paths.referral(caseId)))
  await page.getByLabel('Accept', { exact: true }).check()
  await press(page, 'Send the answer')
}

/** An MDT of the co-ordinator's organisation that meets each Friday at half past eight; answers its id. */
export async function makeTeam(
  journey: Journey,
  { page }: Traveller,
  name: string,
  site: string,
  radiologist: string,
): Promise<string> {
  await page.goto(address(journey, paths.mdtNew()))
  await fill(page, { name, sites: [site], weekday: '5', time: '08:30' })
  await press(page, 'Make the MDT')
  const team = page.url().split('/').at(-1) ?? ''
  await fill(page, { member: radiologist, role: 'interventional-radiologist', core: ['yes'] })
  await press(page, 'Add the member')
  await page.getByText('An interventional radiologist is a core member.').waitFor()
  return team
}

/** Opens the first meeting to come and fills its list from what waits; answers its id. */
export async function fillMeeting(journey: Journey, { page }: Traveller): Promise<string> {
  await page.goto(address(journey, paths.meetings()))
  const first = page.locator('a[href^="/meetings/"]').filter({ hasText: /MDT|202\d/ })
  const links = await first.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const meeting = links.find((href) => /^\/meetings\/[0-9a-f-]{36}$/.test(href))
  assert.ok(meeting, `no meeting among ${links.join(' ')}`)
  await page.goto(address(journey, meeting))
  await press(page, 'Fill from what waits')
  return meeting.split('/').at(-1) ?? ''
}

export const outcome: Given = {
  question: 'Suitable for the procedure?',
  images: 'CT of February on the exchange',
  recommendation: 'treat',
  actsNext: 'Interventional radiology',
}

/** Begins the meeting, records the outcome of the case that is shown, ends it. */
export async function holdMeeting(
  journey: Journey,
  { page }: Traveller,
  meeting: string,
  given: Given = outcome,
): Promise<void> {
  await page.goto(address(journey, paths.meeting(meeting)))
  await press(page, 'Begin the meeting')
  await press(page, /^Present\s*: Dr Rowan Ash/)
  await page.getByText(/Attendance: 1 present/).waitFor()
  await fill(page, given)
  await press(page, 'Record the outcome')
  await page.getByText('1 of 1 case discussed').waitFor()
  await press(page, 'End the meeting')
  await page.getByText('Held', { exact: true }).first().waitFor()
}
