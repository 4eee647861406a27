/** A case on the day of a procedure: admission, the procedure, the ward, discharge. */

import { isRadioactive } from '#core/catalogue/techniques.ts'
import { admission, consent, consentConfirmation, prescription } from '#core/pathway/kinds/preparation.ts'
import { discharge, recovery, treatment } from '#core/pathway/kinds/procedure.ts'
import { riskOf } from '../registry/outlook.ts'
import { type CasePlan, has, modifies } from './plan.ts'
import type { Lesion } from './scans.ts'
import { at, between, dayOf, days, minutes, remembered, type Story, say, weighted } from './story.ts'
import { named } from './team.ts'

export interface Treated {
  readonly id: string
  readonly at: Date
  readonly leftAt: Date
  readonly success: 'yes' | 'partial' | 'no'
  readonly complication: boolean
  /** CIRSE 4 or above, or CTCAE 3 or above. */
  readonly severe: boolean
}

export function tellPrescription(story: Story, plan: CasePlan, planned: Date): void {
  const { chance } = story
  const spheres = has(plan, 'radioembolisation')
  if (!spheres && !has(plan, 'chemotherapy')) return
  const guide = plan.service.protocol.get('therapeutic-agents')
  say(story, {
    kind: prescription,
    at: days(planned, spheres ? -6 : -1),
    by: plan.radiologist,
    body: {
      agent: spheres ? 'y90-resin' : 'doxorubicin',
      dose: spheres ? activityOf(story) : chance.pick([50, 75, 100, 150]),
      unit: spheres ? 'GBq' : 'mg',
      ...(guide ? { protocol: guide.id, protocolVersion: guide.version } : {}),
      prescriber: named(plan.radiologist),
      signed: remembered(story, 1.05),
      responsible: named(plan.radiologist),
      ...(spheres
        ? {
            injectionAt: planned.toISOString(),
            orderBy: dayOf(days(planned, -5)),
            practitionerLicence: plan.service.practitionerLicence,
            employerLicence: plan.service.employerLicence,
          }
        : {}),
    },
  })
}

/** The activity that the work-up planned, which stands in the story. */
function activityOf(story: Story): number {
  for (const { body } of story.said.toReversed()) {
    const { sirt } = body as { readonly sirt?: { readonly plannedActivity: number } }
    if (sirt) return sirt.plannedActivity
  }
  return 1.5
}

/** The dose that was prescribed last; what is usual where none was. */
function doseOf(story: Story): number {
  const last = story.said.findLast(({ kind }) => kind.name === prescription.name)
  return (last?.body as { readonly dose: number } | undefined)?.dose ?? 75
}

/** Yttrium-90 halves in 64.05 hours: what it was so many hours before. */
const before = (activity: number, hours: number) => Math.round(activity * 2 ** (hours / 64.05) * 100) / 100

/** The day of a procedure; null where it lies ahead. */
export function tellProcedure(
  story: Story,
  plan: CasePlan,
  planned: Date,
  course: number,
  lesions: readonly Lesion[],
): Treated | null {
  const { chance, team } = story
  const arrival = minutes(planned, plan.urgency === 'elective' ? -120 : -40)
  const dayCase = !modifies(plan) && plan.urgency === 'elective'
  const ward = dayCase
    ? 'Day unit'
    : isRadioactive(plan.procedure)
      ? 'Ward 12'
      : chance.pick(['Ward 7', 'Ward 12'])
  if (remembered(story, 1.05)) {
    const assessed = remembered(story, 1.03)
    say(story, {
      kind: admission,
      at: arrival,
      by: team.wardNurse,
      body: {
        type: dayCase ? 'day-case' : 'inpatient',
        ward,
        ...(assessed
          ? {
              fit: 'fit' as const,
              assessedBy: named(team.wardNurse),
              assessorInTeam: true,
              proForma: remembered(story),
            }
          : { fit: 'not-assessed' as const }),
      },
    })
  }
  if (remembered(story)) {
    say(story, {
      kind: consentConfirmation,
      at: minutes(planned, -15),
      by: plan.radiologist,
      body: { by: named(plan.radiologist), confirmed: true },
    })
  }
  const risk = riskOf(plan.procedure)
  const success = weighted(chance, [
    ['yes', risk.success],
    ['partial', (1 - risk.success) * 0.7],
    ['no', (1 - risk.success) * 0.3],
  ])
  const luck = course === 1 ? plan.fate.luck : chance.next()
  const complication = luck < risk.complication
  const severe = luck < risk.severe
  const id = say(story, {
    kind: treatment,
    at: planned,
    by: plan.radiologist,
    body: treatmentBody(story, plan, { planned, course, success, complication, lesions }),
  })
  if (id === null) return null
  const onWard = minutes(planned, 80)
  const guide = plan.service.protocol.get('recovery')
  const radioactive = isRadioactive(plan.procedure)
  if (remembered(story, 1.04)) {
    say(story, {
      kind: recovery,
      at: onWard,
      by: team.wardNurse,
      body: {
        ward,
        wardFamiliar: remembered(story, 1.05),
        ...(guide ? { protocol: guide.id, protocolVersion: guide.version } : {}),
        ...(radioactive ? { precautionsUntil: dayOf(days(planned, 7)) } : {}),
      },
    })
  }
  const nights = between(chance, 1, complication ? 4 : 2)
  const leftAt = dayCase
    ? minutes(planned, 300)
    : at(days(planned, nights), 10 + chance.whole(7), chance.pick([5, 20, 40, 55]))
  if (remembered(story, 1.05)) {
    const prescribed = () =>
      weighted(chance, [
        ['prescribed' as const, 6],
        ['not-needed' as const, 3],
      ])
    say(story, {
      kind: discharge,
      at: leftAt,
      by: team.wardNurse,
      body: {
        assessedBy: named(team.wardNurse),
        familiar: true,
        to: weighted(chance, [
          ['home', 12],
          ['other-ward', dayCase ? 0 : 2],
          ['hospice', dayCase || modifies(plan) ? 0 : 1],
        ]),
        analgesia: prescribed(),
        antiemetics: prescribed(),
        aftercare: remembered(story, 1.03),
        ...(radioactive
          ? { radiationCard: remembered(story, 1.03), precautionsUntil: dayOf(days(planned, 7)) }
          : {}),
      },
    })
  }
  return { id, at: planned, leftAt, success, complication, severe }
}

interface Session {
  readonly planned: Date
  readonly course: number
  readonly success: Treated['success']
  readonly complication: boolean
  readonly lesions: readonly Lesion[]
}

function treatmentBody(
  story: Story,
  plan: CasePlan,
  { planned, course, success, complication, lesions }: Session,
) {
  const { chance } = story
  const ablation = has(plan, 'ablation')
  const spheres = has(plan, 'radioembolisation')
  const chemo = has(plan, 'chemotherapy')
  const drains = has(plan, 'drainage')
  const xray = !ablation && !has(plan, 'biopsy')
  const activity = spheres ? activityOf(story) : 0
  const residual = Math.round(activity * between(chance, 0.01, 0.05, 3) * 100) / 100
  const trainee = chance.next() < 0.25
  const length = between(chance, modifies(plan) ? 45 : 15, modifies(plan) ? 140 : 55)
  const decided = story.said.some(({ kind }) => kind.name === consent.name)
  return {
    ...(decided ? {} : { breachReason: 'Consent was taken on paper and is not in the record.' }),
    procedure: plan.procedure,
    intent: plan.intent,
    course,
    operators: [
      { who: named(plan.radiologist), role: 'first' as const },
      ...(trainee ? [{ who: { name: 'Dr Tess Fictional' }, role: 'trainee' as const }] : []),
    ],
    targets: (lesions.length > 0 ? lesions : [null]).map((lesion) => ({
      organ: plan.disease.organ as 'liver',
      ...(lesion ? { lesion: lesion.key, size: sizeOf(plan, lesion) } : {}),
      ...(lesion?.segment ? { segment: lesion.segment } : {}),
      ...(plan.side ? { laterality: plan.side } : {}),
      ...(ablation ? { margin: between(chance, 3, 11) } : {}),
    })),
    guidance: ablation
      ? [
          weighted(chance, [
            ['ct', 3],
            ['ultrasound', 2],
          ] as const),
        ]
      : xray
        ? drains
          ? (['ultrasound', 'fluoroscopy'] as const).slice()
          : ['fluoroscopy' as const]
        : [
            weighted(chance, [
              ['ultrasound', 3],
              ['ct', 2],
            ] as const),
          ],
    ...(ablation
      ? {
          modality: weighted(chance, [
            ['microwave', 6],
            ['radiofrequency', 2],
            ['cryo', 2],
          ] as const),
        }
      : {}),
    ...(has(plan, 'embolisation')
      ? {
          embolic: spheres
            ? ('microspheres' as const)
            : weighted(chance, [
                ['drug-eluting', 3],
                ['conventional', 2],
              ] as const),
          selectivity: spheres
            ? ('lobar' as const)
            : weighted(chance, [
                ['superselective', 3],
                ['segmental', 3],
                ['lobar', 1],
              ] as const),
          endpoint: spheres
            ? ('planned-dose' as const)
            : weighted(chance, [
                ['near-stasis', 3],
                ['stasis', 2],
              ] as const),
        }
      : {}),
    ...(chemo
      ? { agents: [{ agent: 'doxorubicin' as const, dose: doseOf(story), unit: 'mg' as const }] }
      : {}),
    ...(spheres
      ? {
          agents: [{ agent: 'y90-resin' as const, dose: activity, unit: 'GBq' as const }],
          activity: {
            calibrated: before(activity, 24),
            calibratedAt: days(planned, -1).toISOString(),
            residual,
            delivered: Math.round((activity - residual) * 100) / 100,
          },
        }
      : {}),
    anaesthesia: ablation
      ? weighted(chance, [
          ['general', 3],
          ['sedation', 2],
        ] as const)
      : weighted(chance, [
          ['local', 3],
          ['sedation', 2],
        ] as const),
    minutes: length,
    technicalSuccess: success,
    ...(success === 'yes'
      ? {}
      : { whyNot: success === 'no' ? 'Access was not possible.' : 'The target was reached in part.' }),
    ...(xray || ablation
      ? {
          radiation: xray
            ? {
                dap: between(chance, 2, modifies(plan) ? 180 : 35, 1),
                airKerma: between(chance, 15, 900),
                fluoroscopy: between(chance, 1.5, length * 0.4, 1),
              }
            : { dlp: between(chance, 300, 1500) },
        }
      : {}),
    complicationNow: complication && chance.next() < 0.4,
  }
}

/** In millimetres; of a few the decimal point is lost. */
function sizeOf({ fate }: CasePlan, { diameter }: Lesion): number {
  const size = Math.max(1, diameter)
  return fate.slip === 'size-in-tenths' && size < 40 ? size * 10 : size
}
