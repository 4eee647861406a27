/** A service with its records, a case of it under way, and people who write into it, on a running site. */

import assert from 'node:assert/strict'
import { v7 as uuid } from 'uuid'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'
import { readCase } from '#store/case/read.ts'
import type { Database } from '#store/open.ts'
import { withinScope } from '#store/scope.ts'
import { recordInService } from '#store/service/record.ts'
import { aCase, addOrganisation, referralBody, say } from '#test/case/support.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

export const now = new Date('2026-11-22T10:05:00Z')
export const tace = 'transarterial-chemoembolisation'

export interface Setting {
  readonly site: TestSite
  readonly caseId: string
  /** An interventional radiologist of the treating organisation: id and `Cookie` header. */
  readonly radiologist: { readonly id: string; readonly cookie: string }
  readonly physicist: { readonly id: string; readonly cookie: string }
  readonly colleague: { readonly id: string; readonly cookie: string }
}

export const treatmentBody = {
  procedure: tace,
  intent: 'disease-modifying',
  course: 1,
  operators: [{ who: { name: 'Dr Ray Fictional' }, role: 'first' }],
  targets: [{ organ: 'liver', segment: 'Segment 8', size: 31 }],
  guidance: ['fluoroscopy', 'cone-beam-ct'],
  embolic: 'drug-eluting',
  selectivity: 'superselective',
  endpoint: 'near-stasis',
  agents: [{ agent: 'doxorubicin', dose: 75, unit: 'mg' }],
  anaesthesia: 'sedation',
  minutes: 70,
  technicalSuccess: 'yes',
  complicationNow: false,
}

/** Referred, discussed, booked, treated once, with a plan; the service has a protocol and a leaflet. */
export async function setting(): Promise<Setting> {
  const site = await testSite({ now: () => now })
  const { db } = site.store
  await addOrganisation(db, 'ZA')
  await addOrganisation(db, 'ZB')
  await serviceSays(db, 'protocol', {
    area: 'follow-up',
    title: 'After TACE',
    version: '3',
    procedures: [{ procedure: tace }],
    reviewDue: '2028-01-01',
  })
  await serviceSays(db, 'leaflet-adoption', {
    procedure: tace,
    title: 'Your TACE',
    version: '2.1',
    language: 'English',
    source: 'This hospital',
    reviewDue: '2028-01-01',
  })
  await serviceSays(db, 'referral-pathway', {
    to: 'ZB',
    procedures: [{ procedure: 'liver-ablation' }],
    through: 'The hepatobiliary MDT',
    reviewDue: '2028-01-01',
  })
  const caseId = await treatedCase(db)
  const radiologist = await site.personAs('interventional-radiologist', 'ZA')
  const colleague = await site.personAs('interventional-radiologist', 'ZA')
  const physicist = await site.personAs('physicist', 'ZA')
  return { site, caseId, radiologist, colleague, physicist }
}

/** A case of ZA's, referred by ZB: treated once, with a plan, and a question about its data. */
export async function treatedCase(db: Database): Promise<string> {
  const { id: caseId } = await aCase(db, { treating: 'ZA', referring: 'ZB' })
  const first = await say(db, 'ZB', caseId, 'referral', referralBody('ZB'), new Date('2026-09-01T09:00:00Z'))
  assert.equal(first.outcome, 'appended')
  const booking = {
    procedure: tace,
    plannedFor: '2026-10-13T08:00:00.000Z',
    operator: { name: 'Dr Ray Fictional' },
  }
  await said(db, caseId, 'booking', booking, '2026-09-20T09:00:00Z')
  const treatment = await said(db, caseId, 'treatment', treatmentBody, '2026-10-13T08:10:00Z')
  await said(
    db,
    caseId,
    'follow-up-plan',
    {
      treatment,
      clinician: { name: 'Dr Ray Fictional' },
      items: [{ key: '1', what: 'imaging', by: 'Radiology', from: '2026-12-01', to: '2026-12-31' }],
    },
    '2026-10-14T09:00:00Z',
  )
  const question = { question: 'Which segment was it?', of: { name: 'Dr Ray Fictional' } }
  await said(db, caseId, 'data-query', question, '2026-10-15T09:00:00Z')
  await said(db, caseId, 'patient-question', { asks: 'May I fly?' }, '2026-10-16T09:00:00Z')
  return caseId
}

async function serviceSays(db: Database, kindName: string, body: unknown): Promise<void> {
  const kind = serviceKindNamed(kindName)
  assert.ok(kind)
  const done = await withinScope(db, 'whole', (whole) =>
    recordInService(whole, {
      ...{ organisation: 'ZA', kind, body, occurredAt: new Date('2026-01-05T09:00:00Z') },
      ...{ author: 'person:test', role: 'io-lead' },
    }),
  )
  assert.equal(done.outcome, 'appended', JSON.stringify(done))
}

/** Says something for the treating organisation; answers the entry's id. */
export async function said(
  db: Database,
  caseId: string,
  kindName: string,
  body: unknown,
  at: string,
  more: { corrects?: string } = {},
): Promise<string> {
  const done = await say(db, 'ZA', caseId, kindName, body, new Date(at), more)
  assert.equal(done.outcome, 'appended', JSON.stringify(done))
  return done.outcome === 'appended' ? done.entry.id : ''
}

export const opened = async ({ site, caseId }: Setting) => {
  const found = await withinScope(site.store.db, 'whole', (whole) => readCase(whole, caseId))
  assert.ok(found)
  return found
}

/** The address of a new form. */
export const formOfKind = (caseId: string, kind: string, form = uuid()): string =>
  `${paths.caseRecord(caseId, kind)}?form=${form}`

export const kindNamed = (name: string) => {
  const kind = caseKindNamed(name)
  assert.ok(kind, name)
  return kind
}

/** Posts a form as a browser does: several values of one name too. */
export function postForm(
  { site }: Setting,
  address: string,
  fields: ReadonlyMap<string, readonly string[]>,
  cookie: string,
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, values] of fields) for (const value of values) body.append(name, value)
  return fetch(new URL(address, site.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.baseUrl, cookie },
    body,
  })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
export const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
