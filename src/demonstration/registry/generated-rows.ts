/** The rows that hang on an invented treatment. */

import type { TreatmentRow } from '#core/registry/levels/treatment.ts'
import type { Rows } from '#core/registry/levels.ts'
import { pseudonym } from '#core/registry/snapshot/pseudonym.ts'
import type { GeneratedTreatment } from './generated-patient.ts'
import type { Joined } from './generated-treatment.ts'

type Below = Pick<Rows, 'session' | 'tumour' | 'assessment' | 'complication' | 'feedback'>

export function levelRows(
  treatment: GeneratedTreatment,
  row: TreatmentRow,
  joined: Joined,
  key: () => string,
): Below {
  const { sessions, tumours, scans, start, procedure, luck } = treatment
  const lives = { daysToDeath: row.daysToDeath, daysToLastSeen: row.daysToLastSeen }
  const spheres = procedure === 'selective-internal-radiation-therapy'
  const dose = Math.round((luck[5] ?? 0) * 1800) / 10
  return {
    session: sessions.map((session, at) => ({
      session: key(),
      treatment: joined.treatment,
      patient: joined.patient,
      organisation: joined.organisation,
      operator: operatorKey(joined.organisation ?? '', session.operator),
      number: at + 1,
      year: new Date(session.day * dayMs).getUTCFullYear(),
      on: new Date(session.day * dayMs).toISOString().slice(0, 10),
      daysFromStart: session.day - start,
      procedure,
      technicalSuccess: session.success,
      complication30: session.cirse === undefined ? null : session.cirse !== null,
      severe30: session.cirse === undefined ? null : session.cirse !== null && session.severe,
      minutes: session.minutes,
      anaesthesia: row.anaesthesia,
      activityDelivered: spheres ? Math.round((0.8 + dose / 100) * 100) / 100 : null,
      doseAreaProduct: treatment.ablation ? null : dose,
      airKerma: treatment.ablation ? null : Math.round(dose * 5),
      fluoroscopy: treatment.ablation ? null : Math.round(session.minutes * 2) / 10,
      doseLength: treatment.ablation ? Math.round(300 + dose * 7) : null,
    })),
    tumour: tumours.map(({ organ, size, margin, efficacy, localProgression }) => ({
      tumour: key(),
      ...joined,
      organ,
      laterality: organ === 'kidney' || organ === 'lung' ? (dose < 90 ? 'left' : 'right') : null,
      size,
      margin,
      techniqueEfficacy: efficacy,
      daysToLocalProgression: localProgression,
      daysToLastImaging: scans.at(-1) ?? null,
      ...lives,
    })),
    assessment: scans.map((day, at) => {
      const response = day === treatment.progression ? 'PD' : at === 0 ? treatment.response : 'SD'
      const isFirst = at === 0 && treatment.change !== null
      return {
        assessment: key(),
        ...joined,
        daysFromTreatment: day,
        criteria: row.criteria,
        modality: dose < 140 ? 'ct' : 'mri',
        zone: treatment.ablation ? (day === row.daysToLocalProgression ? 'progression' : 'complete') : null,
        response,
        computed: treatment.ablation ? null : response,
        sum: isFirst ? Math.round((row.largestTumour ?? 0) * (1 + (treatment.change ?? 0) / 100)) : null,
        change: isFirst ? treatment.change : null,
      }
    }),
    complication: sessions.flatMap(({ cirse, day, severe }) =>
      cirse
        ? [
            {
              complication: key(),
              ...joined,
              daysFromSession: 2,
              system: 'both',
              cirse,
              ctcae: severe ? '3' : cirse > '2' ? '2' : '1',
              relation: day % 5 === 0 ? 'possible' : 'likely',
              outcome: 'resolved',
            },
          ]
        : [],
    ),
    feedback:
      row.feedback === null
        ? []
        : [
            {
              feedback: key(),
              ...joined,
              daysFromTreatment: Math.floor((luck[4] ?? 0) * 40),
              state: row.feedback,
              experience: row.experience,
              by: row.feedback === 'given' ? (dose < 150 ? 'patient' : 'helped') : null,
            },
          ],
  }
}

const dayMs = 86_400_000
const operators = new Map<string, string>()

/** The same for the same operator of an organisation. */
function operatorKey(organisation: string, number: number): string {
  const id = `${organisation} ${number}`
  const known = operators.get(id)
  if (known) return known
  const key = pseudonym(new TextEncoder().encode(`${number}${organisation.slice(-4)}op0`))
  operators.set(id, key)
  return key
}
