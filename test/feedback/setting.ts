/** A treated case of a service, with those who work on it: what tests of patients' feedback start from. */

import assert from 'node:assert/strict'
import { feedback, symptomScore } from '#core/pathway/kinds/follow-up.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { readCase } from '#store/case/read.ts'
import { recordInCase } from '#store/case/record.ts'
import { withinScope } from '#store/scope.ts'
import { aCase, addOrganisation, signed } from '#test/case/support.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'

export const service = 'ZTREAT'

export interface FeedbackSite extends TestSite {
  readonly caseId: string
  readonly treatmentId: string
  readonly nurse: string
  readonly makeLink: (form?: Readonly<Record<string, string>>) => Promise<Response>
  /** A new link's token, as printed. */
  readonly token: () => Promise<string>
  readonly said: () => Promise<
    readonly {
      readonly kind: string
      readonly author: string
      readonly role: string
      readonly body: unknown
    }[]
  >
}

/** A nephrostomy for pain, supportive, with the pain scored before. */
export async function feedbackSite(store?: TestSite): Promise<FeedbackSite> {
  const site = store ?? (await testSite())
  const { db } = site.store
  await addOrganisation(db, service)
  const { id: caseId } = await aCase(db, { treating: service })
  const at = new Date('2026-11-01T09:00:00Z')
  const say = async <Body>(
    kind: Parameters<typeof recordInCase<Body>>[1]['kind'],
    body: Body,
    occurredAt: Date,
  ) => {
    const done = await withinScope(db, 'whole', (whole) =>
      recordInCase(whole, {
        ...signed(service),
        caseId,
        kind,
        body,
        occurredAt,
        role: 'interventional-radiologist',
      }),
    )
    assert.ok(done.outcome === 'appended', JSON.stringify(done))
    return done.entry.id
  }
  await say(symptomScore, { symptom: 'flank pain', scale: 'nrs-0-10', value: 8, moment: 'before' }, at)
  const treatmentId = await say(
    treatment,
    {
      procedure: 'nephrostomy',
      intent: 'supportive',
      course: 1,
      operators: [{ who: { name: 'Dr A. Fictional' }, role: 'first' }],
      targets: [{ organ: 'kidney', laterality: 'left' }],
      guidance: ['ultrasound'],
      anaesthesia: 'local',
      minutes: 30,
      technicalSuccess: 'yes',
      complicationNow: false,
    },
    at,
  )
  const nurse = await site.signInAs('cancer-nurse-specialist', service)
  const makeLink: FeedbackSite['makeLink'] = (form = {}) =>
    site.post(
      paths.caseFeedback(caseId),
      { treatment: treatmentId, 'symptom-0': 'flank pain', ...form },
      nurse,
    )
  return {
    ...site,
    ...{ caseId, treatmentId, nurse, makeLink },
    async token() {
      const made = await makeLink()
      assert.equal(made.status, 200)
      return /\/feedback\/([A-Za-z0-9_-]{43})</.exec(await made.text())?.[1] ?? ''
    },
    async said() {
      const opened = await withinScope(db, 'whole', (whole) => readCase(whole, caseId))
      return (opened?.entries ?? [])
        .filter(({ kind, author }) => kind === feedback.name || author === 'patient')
        .map(({ kind, author, role, body }) => ({ kind, author, role, body }))
    },
  }
}
