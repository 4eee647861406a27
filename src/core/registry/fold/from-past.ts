/** What uploaded past treatments tell the registry, in the same shape as a case. */

import { daysAfter } from '../../calendar/uk-day.ts'
import type { PastTreatment, PastTreatmentBody } from '../past-treatment.ts'
import type { OrganisationFacts } from '../patient-for-registry.ts'
import { dayOrNull } from './days.ts'
import type { AssessmentFacts, Background, ComplicationFacts, SessionFacts, Told } from './facts.ts'

/** Days after a treatment up to which a complication counts, where the upload says nothing else. */
const safetyDays = 30

/** A patient's past treatments at one service, of what had happened by the end of a day. */
export function toldByUploads(
  organisation: OrganisationFacts,
  all: readonly PastTreatment[],
  asOf: string,
): Told {
  const past = all
    .filter(({ body }) => body.treatedOn <= asOf)
    .toSorted((one, other) => orderOf(one).localeCompare(orderOf(other)))
  const bodies = new Map(past.map(({ id, body }) => [id, body]))
  const known = (day: string | undefined) => (day !== undefined && day <= asOf ? day : null)
  const days = (of: (body: PastTreatmentBody) => string | undefined) =>
    past.flatMap(({ body }) => known(of(body)) ?? [])
  return {
    origin: 'upload',
    organisation,
    sessions: past.map(({ id, body }) => sessionOf(id, body, known)),
    assessments: past.flatMap(({ id, body }) => assessmentsOf(id, body, known)),
    complications: past.flatMap(({ id, body }) => complicationOf(id, body, known)),
    reviews: past.flatMap(({ id, body }) => {
      const on = known(body.safetyOn ?? daysAfter(body.treatedOn, safetyDays))
      return body.safety && on ? [{ session: id, on, says: body.safety }] : []
    }),
    scores: past.flatMap(({ id, body }) => [
      ...scoreOf(id, body.scoreBefore, 'before', momentOf(body.treatedOn)),
      ...scoreOf(id, body.scoreAfter, 'after', momentOf(body.treatedOn)),
    ]),
    reliefs: past.flatMap(({ id, body }) =>
      body.relief ? [{ at: momentOf(body.treatedOn), relief: body.relief, session: id }] : [],
    ),
    feedbacks: past.flatMap(({ id, body }) => {
      const { feedback: state, experience = null, feedbackBy: by = null, treatedOn: on } = body
      return state ? [{ id, at: momentOf(on), on: null, session: id, state, experience, by }] : []
    }),
    seen: [
      ...days(({ treatedOn }) => treatedOn),
      ...days(({ lastSeenOn }) => lastSeenOn),
      ...days(({ lastImagedOn }) => lastImagedOn),
    ],
    deaths: days(({ diedOn }) => diedOn),
    backgroundOf: ({ id }) => backgroundOf(bodies.get(id)),
  }
}

const orderOf = ({ id, body }: PastTreatment) => `${body.treatedOn} ${body.course ?? 1} ${id}`
const momentOf = (day: string) => `${day}T12:00:00.000Z`

type Known = (day: string | undefined) => string | null

function sessionOf(id: string, body: PastTreatmentBody, known: Known): SessionFacts {
  return {
    id,
    at: momentOf(body.treatedOn),
    on: body.treatedOn,
    procedure: body.procedure,
    intent: body.intent,
    course: body.course ?? 1,
    operator: body.operator ?? null,
    technicalSuccess: body.technicalSuccess ?? null,
    complicationNow: false,
    targets: (body.targets ?? []).map((target) => ({
      letter: null,
      organ: target.organ,
      segment: null,
      laterality: target.laterality ?? null,
      size: target.size ?? null,
      margin: target.margin ?? null,
      efficacy: target.efficacy ?? null,
      progressedOn: known(target.progressedOn),
    })),
    modality: body.modality ?? null,
    embolic: body.embolic ?? null,
    selectivity: body.selectivity ?? null,
    anaesthesia: body.anaesthesia ?? null,
    minutes: body.minutes ?? null,
    activityDelivered: body.activityDelivered ?? null,
    doseAreaProduct: body.dap ?? null,
    airKerma: body.airKerma ?? null,
    fluoroscopy: body.fluoroscopy ?? null,
    doseLength: body.dlp ?? null,
    given: {
      localProgressionOn: known(body.localProgressionOn),
      bestResponse: body.bestResponse ?? null,
      criteria: body.criteria ?? null,
      bestChange: body.bestChange ?? null,
      severeOn: known(body.severeOn),
    },
  }
}

/** The scans whose days were uploaded: they make no rows, but say until when somebody looked, and what was found. */
function assessmentsOf(id: string, body: PastTreatmentBody, known: Known): readonly AssessmentFacts[] {
  const scan = (on: string, read: string | null): AssessmentFacts => ({
    id: `${id} ${read ?? 'last'}`,
    at: momentOf(on),
    on,
    session: id,
    baseline: false,
    criteria: body.criteria ?? null,
    modality: null,
    zone: null,
    zoneOf: null,
    read,
    lesions: [],
    computed: null,
    sum: null,
    change: null,
    baselineOn: null,
    isRow: false,
  })
  const progressed = dayOrNull(known(body.firstProgressionOn) ?? known(body.localProgressionOn))
  const last = dayOrNull(known(body.lastImagedOn))
  return [...(progressed ? [scan(progressed, 'PD')] : []), ...(last ? [scan(last, null)] : [])]
}

function complicationOf(id: string, body: PastTreatmentBody, known: Known): readonly ComplicationFacts[] {
  const { worstCirse: cirse = null, worstCtcae: ctcae = null, complicationOn } = body
  if (cirse === null && ctcae === null && complicationOn === undefined) return []
  const on = known(complicationOn)
  if (complicationOn !== undefined && on === null) return []
  return [{ id, session: id, on, cirse, ctcae, relation: null, outcome: null }]
}

function scoreOf(session: string, value: number | undefined, moment: 'before' | 'after', at: string) {
  return value === undefined ? [] : [{ at, symptom: '', value, moment, session }]
}

function backgroundOf(body: PastTreatmentBody | undefined): Background {
  return {
    urgency: body?.urgency ?? null,
    tumourSite: body?.tumourSite ?? null,
    icd10: body?.icd10?.slice(0, 3) ?? null,
    stageGroup: body?.stageGroup ?? null,
    ecog: body?.ecog ?? null,
    referredOn: body?.referredOn ?? null,
    discussedOn: body?.discussedOn ?? null,
    childPugh: body?.childPugh ?? null,
    albi: body?.albi ?? null,
  }
}
