/** A case from its referral to the day of the procedure. */

import { isRadioactive } from '#core/catalogue/techniques.ts'
import { patientQuestion, patientQuestionAnswered } from '#core/pathway/kinds/patient-question.ts'
import { booking, mdtDiscussion, workUp } from '#core/pathway/kinds/planning.ts'
import { consent, information } from '#core/pathway/kinds/preparation.ts'
import {
  caseOpened,
  clinicalDiscussion,
  nurseSpecialist,
  oncologistInformed,
  referral,
  referralAnswer,
  responsibility,
} from '#core/pathway/kinds/referral.ts'
import { chance as chanceFrom } from '../random.ts'
import { type CasePlan, has, modifies, nextMeeting } from './plan.ts'
import {
  at,
  between,
  dayOf,
  days,
  minutes,
  remembered,
  type Story,
  say,
  weighted,
  workingDay,
} from './story.ts'
import { named, nameOnly } from './team.ts'
import { QUESTIONS, SYMPTOMS, specialtyOf, stagesOf, URGENCY } from './why.ts'

const oncologist = nameOnly('Dr Omar Fictional')

export function tellReferral(story: Story, plan: CasePlan): void {
  const { chance, team } = story
  const { referredAt, referrer, radiologist, disease, from } = plan
  const own = { by: referrer, organisation: from }
  say(story, {
    kind: caseOpened,
    at: minutes(referredAt, -1),
    body: { patient: plan.patient.id, treating: team.organisation },
    ...own,
  })
  const involved = chance.next() < 0.8
  const isReferrer = involved && chance.next() < 0.4
  say(story, {
    kind: referral,
    at: referredAt,
    ...own,
    body: {
      from,
      referrer: named(referrer),
      specialty: isReferrer ? 'medical-oncology' : specialtyOf(plan),
      urgency: plan.urgency,
      ...(plan.urgency === 'elective'
        ? {}
        : { urgencyReason: URGENCY[plan.procedure] ?? 'Symptoms that cannot wait.' }),
      tumour: {
        site: disease.site as 'other',
        icd10: disease.icd10,
        ...(plan.side ? { laterality: plan.side } : {}),
        stageGroup: weighted(chance, stagesOf(plan)),
      },
      ecog: weighted(chance, [
        ['0', modifies(plan) ? 5 : 2],
        ['1', 5],
        ['2', modifies(plan) ? 1 : 4],
        ['3', modifies(plan) ? 0 : 2],
      ]),
      intent: plan.intent,
      procedure: plan.procedure,
      question: QUESTIONS[plan.procedure] ?? 'Is this possible, and when?',
      ...(plan.intent === 'supportive' && SYMPTOMS[plan.procedure]
        ? { symptom: SYMPTOMS[plan.procedure] }
        : {}),
      earlierTreatment: [
        weighted(chance, [
          ['chemotherapy', plan.procedure === 'image-guided-biopsy' ? 0 : 4],
          ['surgery', 2],
          ['none', 3],
          ['radiotherapy', 1],
        ]),
      ],
      consultantInCharge: nameOnly('Dr Clara Fictional'),
      consultantAware: remembered(story, 1.05),
      oncologistInvolved: involved,
      ...(involved ? { oncologistIsReferrer: isReferrer } : {}),
      ...(involved && !isReferrer ? { oncologist } : {}),
      radiologist: named(radiologist),
      radiologistInMdt: remembered(story, 1.02),
    },
  })
  const answered =
    plan.urgency === 'elective'
      ? workingDay(days(referredAt, between(chance, 1, 4)))
      : minutes(referredAt, between(chance, 15, 120))
  if (plan.urgency === 'elective' && chance.next() < 0.5) {
    say(story, {
      kind: referralAnswer,
      at: minutes(referredAt, 600),
      by: team.coordinator,
      body: { answer: 'acknowledged' },
    })
  }
  if (remembered(story)) {
    say(story, {
      kind: clinicalDiscussion,
      at: minutes(answered, -20),
      by: radiologist,
      body: {
        referrer: named(referrer),
        radiologist: named(radiologist),
        how: plan.urgency === 'elective' ? 'written' : 'telephone',
        conclusion: 'Suitable in principle; the images were looked at together.',
      },
    })
  }
  say(story, { kind: referralAnswer, at: answered, by: radiologist, body: { answer: 'accepted' } })
  if (involved && !isReferrer && remembered(story, 0.95)) {
    say(story, {
      kind: oncologistInformed,
      at: days(answered, 1),
      by: team.nurseSpecialist,
      body: { oncologist, how: 'letter' },
    })
  }
  if (remembered(story)) {
    say(story, {
      kind: responsibility,
      at: minutes(answered, 60),
      by: radiologist,
      body: {
        admission: weighted(chance, [
          ['radiologist', 4],
          ['referrer', 3],
        ]),
        consultant: named(radiologist),
        followUp: named(radiologist),
      },
    })
  }
  if (remembered(story, 0.97)) {
    const linked = chance.next() < 0.85
    say(story, {
      kind: nurseSpecialist,
      at: days(answered, 1),
      by: team.nurseSpecialist,
      body: linked ? { involved: 'involved', name: named(team.nurseSpecialist) } : { involved: 'not-linked' },
    })
  }
}

/** The MDT discussion at the meeting that follows a moment; answers when it was. */
export function tellDiscussion(story: Story, plan: CasePlan, after: Date): Date {
  const meeting = nextMeeting(plan, after)
  if (!meeting) return days(after, 7)
  say(story, {
    kind: mdtDiscussion,
    at: meeting.at,
    by: story.team.coordinator,
    body: {
      organisation: story.team.organisation,
      team: plan.mdt.name,
      meeting: meeting.id,
      radiologistPresent: meeting.radiologistCame,
      recommendation: 'treat',
      procedure: plan.procedure,
      place: story.team.organisation,
      actsNext: plan.radiologist.name,
    },
  })
  return meeting.at
}

/** Work-up, information, consent and booking; answers when the procedure is to be. */
export function tellPreparation(story: Story, plan: CasePlan, decided: Date): Date {
  const { chance, team } = story
  const urgent = plan.urgency !== 'elective'
  const clinic = urgent ? minutes(decided, 60) : at(workingDay(days(decided, between(chance, 4, 11))), 10, 30)
  const usual = urgent
    ? minutes(clinic, between(chance, 45, plan.urgency === 'emergency' ? 180 : 1500))
    : at(workingDay(days(clinic, between(chance, 7, 20))), 9 + chance.whole(6), chance.pick([0, 15, 30, 45]))
  const planned = plan.plannedFor && plan.plannedFor > clinic ? plan.plannedFor : usual
  if (modifies(plan)) tellWorkUp(story, plan, minutes(clinic, -30), planned)
  // Some are told and decide at a visit of their own, a few days before; the others at once in clinic.
  const later = at(workingDay(days(planned, -5)), 11)
  const visit = !urgent && later > clinic && chance.next() < 0.25 ? later : clinic
  const leaflet = plan.service.leaflet.get(plan.procedure)
  if (remembered(story)) {
    const given = leaflet
      ? {
          leaflet: 'given' as const,
          adoption: leaflet.id,
          leafletTitle: leaflet.title,
          leafletVersion: leaflet.version,
          language: 'English',
          format: 'print' as const,
        }
      : { leaflet: 'none' as const }
    say(story, {
      kind: information,
      at: visit,
      by: team.nurseSpecialist,
      body: {
        procedure: plan.procedure,
        ...given,
        ...(isRadioactive(plan.procedure) ? { radiationProtection: remembered(story, 1.02) } : {}),
        where: urgent ? 'ward' : 'clinic',
        withRadiologist: remembered(story),
      },
    })
  }
  if (leaflet || planned > story.now) tellQuestion(story, minutes(visit, 30), minutes(planned, -90))
  if (remembered(story, 1.05)) {
    const delegate = chance.next() < 0.3
    say(story, {
      kind: consent,
      at: minutes(visit, 20),
      by: delegate ? team.nurseSpecialist : plan.radiologist,
      body: {
        decision: 'given',
        procedure: plan.procedure,
        courses: has(plan, 'chemotherapy') ? 'series' : 'one',
        by: named(delegate ? team.nurseSpecialist : plan.radiologist),
        as: delegate ? 'delegate' : 'operator',
        where: urgent ? 'ward' : 'clinic',
        interpreter: weighted(chance, [
          ['not-needed', 14],
          ['professional', 1],
        ]),
        form: 'Consent form, version 3',
      },
    })
  }
  tellBooking(story, plan, minutes(clinic, 30), planned, 1, visit > clinic ? 'clinic' : undefined)
  return planned
}

/**
 * What one in five patients asks the nurse, and what was said about it before the procedure; of those who wait for
 * theirs, each asks, so that nurses have questions to answer.
 */
function tellQuestion(story: Story, asked: Date, answered: Date): void {
  // Of its own, from what was said last: so that a question more changes nothing else that is told.
  const chance = chanceFrom(Number.parseInt(story.said.at(-1)?.id.slice(-8) ?? '0', 16))
  if (answered <= story.now && chance.next() > 0.2) return
  const own = { ...story, chance }
  const by = story.team.nurseSpecialist
  const [asks, answer] = chance.pick(PATIENT_ASKS)
  const question = say(own, { kind: patientQuestion, at: asked, by, body: { asks } })
  if (question && answered > asked)
    say(own, { kind: patientQuestionAnswered, at: answered, by, body: { question, answer } })
}

const PATIENT_ASKS: readonly (readonly [string, string])[] = [
  ['Can I drive myself home?', 'No. Somebody has to take you home and stay for the first night.'],
  ['Do I stop my blood thinner, and when?', 'Your pre-assessment letter names the day for each medicine.'],
  ['Will I be awake?', 'You are drowsy and comfortable, and can talk to us all the time.'],
  ['How soon can I go back to work?', 'Most people take a week. We write you a note if you need one.'],
]

export function tellBooking(
  story: Story,
  plan: CasePlan,
  when: Date,
  plannedFor: Date,
  course: number,
  consentPlan?: 'clinic',
): void {
  say(story, {
    kind: booking,
    at: when,
    by: story.team.coordinator,
    body: {
      procedure: plan.procedure,
      plannedFor: plannedFor.toISOString(),
      operator: named(plan.radiologist),
      place: `Room ${1 + (plannedFor.getUTCHours() % 2)}`,
      course,
      ...(consentPlan ? { consentPlan } : {}),
    },
  })
}

function tellWorkUp(story: Story, plan: CasePlan, when: Date, planned: Date): void {
  const { chance } = story
  const liver = plan.disease.organ === 'liver'
  const spheres = has(plan, 'radioembolisation')
  say(story, {
    kind: workUp,
    at: spheres ? at(workingDay(days(planned, -9)), 14) : when,
    by: plan.radiologist,
    body: {
      imaging: spheres
        ? ['ct', 'angiogram']
        : [
            weighted(chance, [
              ['ct', 3],
              ['mri', 2],
            ]),
          ],
      ...(liver
        ? {
            bilirubin: between(chance, 6, 38),
            albumin: between(chance, 29, 45),
            inr: between(chance, 0.9, 1.5, 1),
            creatinine: between(chance, 55, 120),
            sodium: between(chance, 131, 144),
            ascites: weighted(chance, [
              ['none', 8],
              ['controlled', 1],
            ]),
            encephalopathy: 'none' as const,
            childPughAlbuminCutOff: '28' as const,
          }
        : {}),
      platelets: between(chance, 95, 360),
      haemoglobin: between(chance, 92, 156),
      ...(spheres ? { sirt: sirtWorkUp(story, planned) } : {}),
      result: 'suitable',
    },
  })
}

function sirtWorkUp(story: Story, planned: Date) {
  const { chance, team } = story
  const tumourVolume = between(chance, 40, 420)
  const liverVolume = between(chance, 1050, 1750)
  const height = between(chance, 154, 186)
  const weight = between(chance, 52, 96)
  const lungShunt = between(chance, 2, 11, 1)
  const surface = 0.20247 * (height / 100) ** 0.725 * weight ** 0.425
  const activity = (surface - 0.2 + tumourVolume / (tumourVolume + liverVolume)) * (lungShunt > 10 ? 0.8 : 1)
  return {
    mappingOn: dayOf(days(planned, -9)),
    vesselsEmbolised: chance.pick(['None', 'Gastroduodenal artery', 'Right gastric artery']),
    device: 'resin' as const,
    height,
    weight,
    lungShunt,
    liverVolume,
    tumourVolume,
    treatedVolume: tumourVolume + liverVolume,
    tumourToNormal: between(chance, 2, 7, 1),
    lungMass: 1,
    method: 'bsa' as const,
    plannedActivity: Math.round(activity * 100) / 100,
    physicist: named(team.physicist),
  }
}
