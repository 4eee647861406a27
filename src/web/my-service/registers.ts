/** The registers of a service, in the groups in which the overview shows them, and what each is for. */

import { serviceKindNamed } from '#core/service/kinds.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'

interface RegisterGroup {
  readonly title: string
  readonly kinds: readonly ServiceKind[]
}

const group = (title: string, ...names: readonly string[]): RegisterGroup => ({
  title,
  kinds: names.flatMap((name) => serviceKindNamed(name) ?? []),
})

export const registerGroups: readonly RegisterGroup[] = [
  group('How care is given', 'protocol', 'leaflet-adoption'),
  group('People', 'io-lead', 'competence', 'licence'),
  group('With others', 'referral-pathway', 'mdt-membership'),
  group('The service', 'cover', 'contact', 'microsphere-supply', 'instrument-licence'),
  group('Evidence', 'teaching', 'audit-report', 'attestation', 'activity-count'),
]

const purposes: Readonly<Record<string, string>> = {
  protocol:
    'What is in force for recovery, aftercare, agents, follow-up and response, for which procedures and in which version. A case is judged by the version of its day.',
  'leaflet-adoption':
    'The leaflet that a patient is given, by procedure and language. Recording information given fills in its version from here.',
  'io-lead': 'Who leads interventional oncology here. A later one takes the place of the one before.',
  competence:
    'Who performs which procedure, who may take consent for it, and who assesses fitness, each with its evidence.',
  licence:
    'Radioactive agents need two licences on the day: the employer’s for this site, and the practitioner’s. You are reminded 14 weeks before one expires.',
  'referral-pathway':
    'A formal way in which patients of this service reach another, for named procedures, through the responsible MDT. The service that it leads to confirms it.',
  'mdt-membership':
    'The MDTs to which this service has a formal link, and the interventional radiologist’s place in each.',
  'activity-count':
    'What coding or the radiology system counted, by procedure and period: the registry’s completeness is measured against it.',
  cover: 'When interventional radiology is covered. The public page of the service shows it.',
  contact: 'Where patients, wards and practices ring. Letters and radiation cards print it.',
  'microsphere-supply':
    'How many working days before a procedure microspheres are ordered here. The check of an activity says by which day.',
  'instrument-licence':
    'Questionnaires that others own, such as EQ-5D or EORTC’s: none is asked of a patient without a licence that is recorded here.',
  teaching: 'Teaching of oncologists, of teams who refer, of other centres.',
  'audit-report': 'Reports on efficacy, safety and what patients say.',
  attestation:
    'Evidence for a clause that no data can decide: a statement with its document, valid until a day.',
}

export function registerWords(kind: ServiceKind): string {
  const clauses =
    kind.clauses.length > 0
      ? ` Evidence for clause${kind.clauses.length > 1 ? 's' : ''} ${new Intl.ListFormat('en-GB').format(kind.clauses)} of the College’s guidance.`
      : ''
  return `${purposes[kind.name] ?? ''}${clauses}`
}
