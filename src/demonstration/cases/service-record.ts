/** What each of the twelve services says of itself: protocols, leaflets, licences, competence, MDTs. */

import { v7 as uuid } from 'uuid'
import { isRadioactive, techniquesFor } from '#core/catalogue/techniques.ts'
import { LANGUAGE_NAMES } from '#core/leaflet/leaflet.ts'
import { leafletOf } from '#core/leaflet/leaflets.ts'
import { type InstrumentId, instrumentById } from '#core/registry/instruments.ts'
import { instrumentLicence } from '#core/service/kinds/instrument-licence.ts'
import { contact, cover, ioLead } from '#core/service/kinds/the-service.ts'
import {
  attestation,
  auditReport,
  competence,
  leafletAdoption,
  licence,
  mdtMembership,
  protocol,
  teaching,
} from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import type { Chance } from '../random.ts'
import { chance as chanceFrom } from '../random.ts'
import type { MdtTeam } from './meetings.ts'
import { demonstrationItems } from './questionnaires.ts'
import { dayOf, days } from './story.ts'
import { type Colleague, named, type Team } from './team.ts'

export interface ServiceSaying {
  readonly id: string
  readonly kind: ServiceKind
  readonly body: unknown
  readonly at: Date
  readonly by: Colleague
}

/** Which entry of the service's record a case can name. */
export interface ServiceEntries {
  readonly said: readonly ServiceSaying[]
  readonly leaflet: ReadonlyMap<
    string,
    { readonly id: string; readonly title: string; readonly version: string }
  >
  readonly protocol: ReadonlyMap<string, { readonly id: string; readonly version: string }>
  readonly practitionerLicence: string
  /** The references of the licences under which it asks questionnaires. */
  readonly questionnaires: ReadonlyMap<InstrumentId, string>
  readonly employerLicence: string
}

export interface ServiceOptions {
  readonly chance: Chance
  readonly team: Team
  readonly procedures: readonly string[]
  readonly teams: readonly MdtTeam[]
  readonly from: Date
  readonly now: Date
  /** The one whose practitioner's licence has run out: a breach to be found. */
  readonly licenceLapses: boolean
  readonly questionnaires: ReadonlyMap<InstrumentId, string>
  readonly care: number
}

export function serviceRecord(options: ServiceOptions): ServiceEntries {
  const { chance, team, procedures, teams, from, now, licenceLapses, questionnaires, care } = options
  const said: ServiceSaying[] = []
  const say = <Body>(kind: ServiceKind<string, Body>, at: Date, body: NoInfer<Body>): string => {
    const id = uuid({ msecs: at.getTime(), random: chance.bytes(16) })
    said.push({ id, kind: kind as unknown as ServiceKind, body, at, by: team.lead })
    return id
  }
  const reviewed = () => dayOf(days(now, 30 + chance.whole(700)))
  const each = procedures.map((procedure) => ({ procedure }))

  say(ioLead, from, { who: named(team.lead) })
  say(cover, from, { hours: care > 0.93 ? 'around-the-clock' : 'extended-days' })
  say(contact, from, {
    department: 'Interventional radiology',
    telephone: `01632 960${String(chance.whole(1000)).padStart(3, '0')}`,
    outOfHours: '01632 960999',
  })
  for (const { name, radiologistIsCore } of teams) {
    say(mdtMembership, from, {
      team: name,
      radiologistCoreMember: radiologistIsCore ? 'core' : 'regular',
      radiologist: named(team.radiologists[0] ?? team.lead),
      complexProcedures: true,
    })
  }
  for (const who of team.radiologists) {
    say(competence, from, {
      who: named(who),
      role: 'operator',
      procedures: each,
      evidence: 'Certificate of training, logbook',
    })
    if (chance.next() < care) {
      say(competence, from, {
        who: named(who),
        role: 'communication-skills',
        evidence: 'Advanced communication course',
      })
    }
  }
  const consenting = each.filter(({ procedure }) => techniquesFor(procedure).length > 0)
  say(competence, from, {
    who: named(team.nurseSpecialist),
    role: 'consent-delegate',
    procedures: consenting,
    evidence: 'Delegated consent, assessed in practice',
  })
  say(competence, from, {
    who: named(team.wardNurse),
    role: 'fitness-assessor',
    procedures: each,
    evidence: 'Pre-assessment course',
  })

  const leaflets = new Map<string, { id: string; title: string; version: string }>()
  for (const procedure of procedures) {
    if (chance.next() > care) continue
    // Drawn and left: the dice that follow decide the tales whose outcomes agree with published ones.
    chance.whole(4)
    chance.whole(3)
    const leaflet = leafletOf(procedure)
    if (!leaflet) continue
    const { title, version } = leaflet
    const id = say(leafletAdoption, from, {
      ...{ procedure, title, version, language: LANGUAGE_NAMES[leaflet.language] },
      source: 'Fourth Pillar',
      reviewDue: reviewed(),
    })
    leaflets.set(procedure, { id, title, version })
  }

  const protocols = new Map<string, { id: string; version: string }>()
  const areas = [
    'recovery',
    'aftercare',
    'analgesia-antiemetics',
    'therapeutic-agents',
    'response-assessment',
    'fitness',
  ] as const
  for (const area of areas) {
    if (chance.next() > care + 0.05) continue
    const version = `${2 + chance.whole(5)}`
    const id = say(protocol, from, {
      area,
      title: TITLES[area],
      version,
      procedures: each,
      reviewDue: reviewed(),
    })
    protocols.set(area, { id, version })
  }
  const radioactive = each.filter(({ procedure }) => isRadioactive(procedure))
  if (radioactive.length > 0) {
    const id = say(protocol, from, {
      area: 'radiation-protection',
      title: TITLES['radiation-protection'],
      version: '3',
      procedures: radioactive,
      reviewDue: reviewed(),
    })
    protocols.set('radiation-protection', { id, version: '3' })
  }
  for (const plan of FOLLOW_UP) {
    const covered = each.filter(({ procedure }) => plan.for(procedure))
    if (covered.length === 0) continue
    const id = say(protocol, from, {
      area: 'follow-up',
      title: plan.title,
      version: '2',
      procedures: covered,
      reviewDue: reviewed(),
      items: [...plan.items],
    })
    for (const { procedure } of covered) protocols.set(`follow-up:${procedure}`, { id, version: '2' })
  }

  const practitionerLicence = `PL-${team.organisation}-01`
  const employerLicence = `EL-${team.organisation}-01`
  if (radioactive.length > 0) {
    const lapsed = dayOf(days(now, -75))
    say(licence, from, {
      holder: 'employer',
      number: employerLicence,
      procedures: radioactive,
      expires: dayOf(days(now, 500)),
    })
    say(licence, from, {
      holder: 'practitioner',
      who: named(team.radiologists[0] ?? team.lead),
      number: practitionerLicence,
      procedures: radioactive,
      expires: licenceLapses ? lapsed : dayOf(days(now, 80 + chance.whole(600))),
    })
  }
  for (let year = 0; year < 3; year++) {
    const on = days(from, 200 + year * 330)
    if (on > now) break
    say(teaching, on, {
      audience: year === 1 ? 'referring-teams' : 'oncologists',
      what: 'What interventional oncology can do',
    })
    say(auditReport, on, {
      title: `Audit of year ${year + 1}`,
      covers: 'all',
      conclusion: 'Efficacy, safety and feedback were reviewed with the MDTs.',
    })
  }
  if (chance.next() < care) {
    say(attestation, days(now, -90), {
      standard: 'rcr-2013',
      clause: '3.3',
      verdict: 'met',
      statement: 'Pathways with image-guided procedures were reviewed in the local guidelines this year.',
      until: dayOf(days(now, 275)),
    })
  }
  const own = chanceFrom(Number.parseInt(said.at(-1)?.id.slice(-8) ?? '0', 16))
  for (const [id, reference] of questionnaires) {
    const instrument = instrumentById(id)
    if (!instrument) continue
    said.push({
      id: uuid({ msecs: from.getTime(), random: own.bytes(16) }),
      kind: instrumentLicence as unknown as ServiceKind,
      body: {
        ...{ instrument: id, reference, holder: 'The fictional service' },
        ...{ expires: dayOf(days(now, 300)), items: demonstrationItems(instrument) },
      },
      at: from,
      by: team.lead,
    })
  }
  return {
    ...{ said, leaflet: leaflets, protocol: protocols },
    ...{ practitionerLicence, employerLicence, questionnaires },
  }
}

const TITLES = {
  recovery: 'Recovery after image-guided procedures',
  aftercare: 'The first days after a procedure',
  'analgesia-antiemetics': 'Analgesia and antiemetics',
  'therapeutic-agents': 'Prescribing for chemoembolisation and SIRT',
  'response-assessment': 'Assessing response after ablation and embolisation',
  fitness: 'Fitness to proceed: pro forma',
  'radiation-protection': 'Radiation protection on the ward',
} as const

const item = (
  what: 'telephone' | 'clinic' | 'imaging' | 'feedback' | 'drain-check' | 'bloods',
  by: string,
  fromDays: number,
  toDays: number,
) => ({
  what,
  by,
  fromDays,
  toDays,
})

interface FollowUp {
  readonly title: string
  readonly items: readonly ReturnType<typeof item>[]
  for(procedure: string): boolean
}

const modifies = (procedure: string) =>
  techniquesFor(procedure).some((each) =>
    ['ablation', 'chemotherapy', 'radioembolisation', 'brachytherapy'].includes(each),
  )
const drains = (procedure: string) =>
  techniquesFor(procedure).some((each) => each === 'drainage' || each === 'stenting')

const FOLLOW_UP: readonly FollowUp[] = [
  {
    title: 'Follow-up after ablation, TACE and SIRT',
    for: modifies,
    items: [
      item('telephone', 'Cancer nurse specialist', 1, 4),
      item('bloods', 'GP practice', 7, 21),
      item('imaging', 'Interventional radiology', 56, 84),
      item('clinic', 'Interventional radiology', 60, 98),
      item('feedback', 'Cancer nurse specialist', 14, 60),
    ],
  },
  {
    title: 'Follow-up after drainage and stenting',
    for: (procedure) => drains(procedure) && !modifies(procedure),
    items: [
      item('drain-check', 'Ward or district nurse', 5, 14),
      item('feedback', 'Cancer nurse specialist', 7, 42),
    ],
  },
  {
    title: 'Follow-up after other procedures',
    for: (procedure) => !drains(procedure) && !modifies(procedure),
    items: [
      item('telephone', 'Cancer nurse specialist', 1, 7),
      item('feedback', 'Cancer nurse specialist', 7, 42),
    ],
  },
]

/** The items of a procedure's follow-up protocol. */
export function followUpItems(procedure: string): FollowUp['items'] {
  return FOLLOW_UP.find((plan) => plan.for(procedure))?.items ?? []
}
