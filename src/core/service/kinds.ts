/** What a service says of itself beside the census: pathways, protocols, people's competence, licences, evidence. */

import { dayWords } from '../calendar/uk-time.ts'
import { procedureWithin } from '../catalogue/procedures.ts'
import { followUpItem } from '../pathway/kinds/choices.ts'
import * as field from '../record/field.ts'
import { clinicianKey } from './clinician.ts'
import { instrumentLicence } from './kinds/instrument-licence.ts'
import { activityCount, validationResult, validationSample } from './kinds/registry.ts'
import { document, ending, pathwayConfirmation } from './kinds/said-of.ts'
import { contact, cover, ioLead, microsphereSupply } from './kinds/the-service.ts'
import { type ServiceKind, serviceKind } from './service-kind.ts'

/** Reviews are asked for two months ahead: time for a meeting to take them. The project's own choice. */
const reviewWeeks = 8
/**
 * A licence is renewed about 8 weeks ahead; the reminder comes at 14.
 *
 * @see ARSAC's notes for applicants (domain-facts i)
 */
const licenceWeeks = 14
const reviewed = {
  until: (body: { readonly reviewDue: string }) => body.reviewDue,
  ends: 'review',
  remindWeeks: reviewWeeks,
} as const

const procedures = (label = 'Procedures') =>
  field.list({
    label,
    one: 'procedure',
    max: 40,
    fields: { procedure: field.procedure({ label: 'Procedure' }) },
  })

const named = (list: readonly { readonly procedure: string }[]) =>
  list.map(({ procedure }) => procedureWithin(procedure)).join(', ')

export const referralPathway = serviceKind({
  name: 'referral-pathway',
  title: 'Referral pathway',
  plural: 'Referral pathways',
  whenAsked: 'Agreed on',
  clauses: ['3.1', '3.3', '3.6'],
  fields: {
    to: field.organisation({ label: 'Refers to' }),
    procedures: procedures(),
    through: field.text({ label: 'Through which MDT or network' }),
    reviewDue: field.date({ label: 'Review due' }),
  },
  runs: reviewed,
  about: (body) => body.to,
  line: (body) => `Referral pathway to ${body.to} for ${named(body.procedures)}`,
})

export const pathwayReview = serviceKind({
  name: 'pathway-review',
  title: 'Review of a referral pathway',
  plural: 'Reviews of referral pathways',
  button: 'Record review',
  offered: false,
  whenAsked: 'Reviewed on',
  clauses: ['3.3'],
  fields: {
    pathway: field.entry({ label: 'Referral pathway', kinds: ['referral-pathway'], of: 'service' }),
    outcome: field.choice({
      label: 'Outcome',
      options: { kept: 'Kept', changed: 'Kept, with changes', ended: 'Ended' },
    }),
    /** Absent: they are what they were. */
    procedures: field.optional(field.when('outcome', ['changed'], procedures('Procedures from now on'))),
    reviewDue: field.when('outcome', ['kept', 'changed'], field.date({ label: 'Next review due' })),
    note: field.optional(field.paragraph({ label: 'Note', max: 1000 })),
  },
  line: (body) =>
    ({
      kept: 'Referral pathway reviewed and kept',
      changed: 'Referral pathway reviewed and changed',
      ended: 'Referral pathway ended',
    })[body.outcome],
})

export const mdtMembership = serviceKind({
  name: 'mdt-membership',
  title: 'MDT',
  plural: 'MDTs',
  whenAsked: 'Since when?',
  clauses: ['3.1', '3.2'],
  fields: {
    team: field.text({ label: 'MDT', hint: 'Such as hepatobiliary' }),
    radiologistCoreMember: field.choice({
      label: 'An interventional radiologist is',
      options: {
        core: 'A core member',
        regular: 'Regularly present, not a core member',
        'on-request': 'Present when asked',
        none: 'Not a member',
      },
    }),
    radiologist: field.optional(field.clinician({ label: 'Who' })),
    complexProcedures: field.yesNo({ label: 'Complex IO procedures are frequent in this MDT' }),
  },
  about: (body) => body.team.toLowerCase(),
  line: (body) =>
    `${body.team} MDT: an interventional radiologist is ${{ core: 'a core member', regular: 'regularly present', 'on-request': 'present when asked', none: 'not a member' }[body.radiologistCoreMember]}`,
})

const protocolAreas = {
  recovery: 'Recovery on the ward',
  aftercare: 'Aftercare in the first days',
  'analgesia-antiemetics': 'Analgesia and antiemetics',
  'radiation-protection': 'Radiation protection',
  'therapeutic-agents': 'Prescribing of therapeutic agents',
  'response-assessment': 'Assessment of response',
  'follow-up': 'Follow-up',
  fitness: 'Fitness to proceed (pro forma)',
} as const

export const protocol = serviceKind({
  name: 'protocol',
  title: 'Protocol',
  plural: 'Protocols',
  whenAsked: 'In force since',
  clauses: ['4.4.2', '4.5.2', '4.7.1', '5.1', '5.2', '5.3', '5.4', '6.7'],
  fields: {
    area: field.choice({ label: 'For', options: protocolAreas }),
    title: field.text({ label: 'Title' }),
    version: field.text({ label: 'Version', max: 40 }),
    procedures: procedures(),
    reviewDue: field.date({ label: 'Review due' }),
    /** For follow-up: what the plan of a case starts with. */
    items: field.optional(
      field.when(
        'area',
        ['follow-up'],
        field.list({
          label: 'Items of the plan',
          one: 'item',
          max: 20,
          fields: {
            what: followUpItem(),
            detail: field.optional(field.text({ label: 'Detail' })),
            by: field.text({ label: 'By whom', max: 120 }),
            fromDays: field.whole({ label: 'Not before', unit: 'days after', min: 0, max: 3650 }),
            toDays: field.whole({ label: 'Not after', unit: 'days after', min: 0, max: 3650 }),
          },
        }),
      ),
    ),
  },
  runs: reviewed,
  about: (body) => body.area,
  line: (body) => `${protocolAreas[body.area]}: ${body.title}, version ${body.version}`,
})

export const leafletAdoption = serviceKind({
  name: 'leaflet-adoption',
  title: 'Leaflet',
  plural: 'Leaflets',
  whenAsked: 'Adopted on',
  clauses: ['4.2.1', '4.2.3'],
  fields: {
    procedure: field.procedure({ label: 'Procedure' }),
    title: field.text({ label: 'Title' }),
    version: field.text({ label: 'Version', max: 40 }),
    language: field.text({ label: 'Language', max: 40 }),
    source: field.text({ label: 'Written by', hint: 'This hospital, or whom it was taken from' }),
    reviewDue: field.date({ label: 'Review due' }),
  },
  runs: reviewed,
  about: (body) => `${body.procedure} ${body.language.toLowerCase()}`,
  line: (body) =>
    `Leaflet for ${procedureWithin(body.procedure)}: ${body.title}, version ${body.version}, ${body.language}`,
})

export const competence = serviceKind({
  name: 'competence',
  title: 'Competence',
  plural: 'Competence register',
  whenAsked: 'Since when?',
  clauses: ['4.3', '4.6', '7.1', '7.2'],
  fields: {
    who: field.clinician({ label: 'Who' }),
    role: field.choice({
      label: 'As',
      options: {
        operator: 'Operator',
        'consent-delegate': 'Delegate for consent',
        'fitness-assessor': 'Assessor of fitness',
        'communication-skills': 'Advanced communication skills',
        'cancer-knowledge': 'Cancer biology and therapies',
      },
    }),
    procedures: field.when('role', ['operator', 'consent-delegate', 'fitness-assessor'], procedures()),
    evidence: field.text({ label: 'Evidence', hint: 'Such as a certificate, course or logbook' }),
    until: field.optional(field.date({ label: 'Until' })),
  },
  runs: { until: (body) => body.until, ends: 'expiry', remindWeeks: reviewWeeks },
  about: (body) => `${body.role} ${clinicianKey(body.who)}`,
  line: (body) =>
    `${body.who.name}: ${{ operator: 'operator', 'consent-delegate': 'delegate for consent', 'fitness-assessor': 'assessor of fitness', 'communication-skills': 'advanced communication skills', 'cancer-knowledge': 'cancer biology and therapies' }[body.role]}`,
})

/** IR(ME)R 2017: the site's employer needs a licence, and so does the practitioner. */
export const licence = serviceKind({
  name: 'licence',
  title: 'Radiation licence',
  plural: 'Radiation licences',
  whenAsked: 'In force since',
  clauses: ['4.4.3'],
  fields: {
    holder: field.choice({
      label: 'Holder',
      options: { employer: 'The employer, for this site', practitioner: 'A practitioner' },
    }),
    who: field.when('holder', ['practitioner'], field.clinician({ label: 'Practitioner' })),
    number: field.text({ label: 'Licence number', max: 60 }),
    procedures: procedures('Procedures that it covers'),
    expires: field.date({ label: 'Expires on' }),
  },
  runs: { until: (body) => body.expires, ends: 'expiry', remindWeeks: licenceWeeks },
  about: (body) => (body.who ? clinicianKey(body.who) : 'employer'),
  line: (body) =>
    `${body.holder === 'employer' ? 'Employer’s' : `${body.who?.name}’s`} licence ${body.number}, to ${dayWords(body.expires)}`,
})

export const teaching = serviceKind({
  name: 'teaching',
  title: 'Teaching',
  plural: 'Teaching',
  whenAsked: 'Held on',
  clauses: ['7.3', '7.4'],
  fields: {
    audience: field.choice({
      label: 'For',
      options: {
        oncologists: 'Oncologists',
        'referring-teams': 'Referring teams of the network',
        'other-centres': 'Centres that develop a service',
        trainees: 'Trainees',
        nurses: 'Nurses and ward staff',
      },
    }),
    what: field.text({ label: 'What' }),
  },
  line: (body) => `Teaching: ${body.what}`,
})

export const auditReport = serviceKind({
  name: 'audit-report',
  title: 'Audit report',
  plural: 'Audit reports',
  whenAsked: 'Reported on',
  clauses: ['6.2', '6.5'],
  fields: {
    title: field.text({ label: 'Title' }),
    covers: field.choice({
      label: 'Covers',
      options: { efficacy: 'Efficacy', safety: 'Safety', feedback: 'Patients’ feedback', all: 'All three' },
    }),
    conclusion: field.paragraph({ label: 'Conclusion', max: 2000 }),
  },
  line: (body) => `Audit report: ${body.title}`,
})

/** Evidence for a clause that no data can decide. */
export const attestation = serviceKind({
  name: 'attestation',
  title: 'Attestation',
  plural: 'Attestations',
  whenAsked: 'As of',
  fields: {
    standard: field.text({ label: 'Standard', hint: 'Such as rcr-2013', max: 40 }),
    clause: field.text({ label: 'Clause', hint: 'Such as 3.1', max: 20 }),
    verdict: field.choice({
      label: 'The service',
      options: { met: 'Meets it', 'not-met': 'Does not meet it' },
    }),
    statement: field.paragraph({ label: 'Statement', max: 2000 }),
    document: field.optional(field.text({ label: 'Document', hint: 'Its title and where it is kept' })),
    until: field.date({ label: 'Valid until' }),
  },
  runs: { until: (body) => body.until, ends: 'expiry', remindWeeks: reviewWeeks },
  about: (body) => `${body.standard} ${body.clause}`,
  line: (body) =>
    `Clause ${body.clause} of ${body.standard} attested: ${body.verdict === 'met' ? 'met' : 'not met'}`,
})

export const serviceKinds = [
  ioLead,
  cover,
  contact,
  microsphereSupply,
  referralPathway,
  pathwayReview,
  mdtMembership,
  protocol,
  leafletAdoption,
  competence,
  licence,
  instrumentLicence,
  teaching,
  auditReport,
  attestation,
  ending,
  pathwayConfirmation,
  document,
  activityCount,
  validationSample,
  validationResult,
] as unknown as readonly ServiceKind[]

const byName = new Map(serviceKinds.map((kind) => [kind.name, kind]))

/** The kind of a service with this name. */
export function serviceKindNamed(name: string): ServiceKind | undefined {
  return byName.get(name)
}
