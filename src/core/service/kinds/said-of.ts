/** What is said of an entry: that it ended, what its recipient answers, which file shows it. */

import * as field from '../../record/field.ts'
import { serviceKind } from '../service-kind.ts'

/** The kinds that have a register of their own: what can end, and what a document can belong to. */
const registers = [
  'io-lead',
  'cover',
  'contact',
  'microsphere-supply',
  'referral-pathway',
  'mdt-membership',
  'protocol',
  'leaflet-adoption',
  'competence',
  'licence',
  'teaching',
  'audit-report',
  'attestation',
  'activity-count',
] as const

/** What a register holds ends here: withdrawn, left, given up. A referral pathway ends by its review as well. */
export const ending = serviceKind({
  name: 'ending',
  title: 'End',
  plural: 'Ends',
  button: 'End it',
  whenAsked: 'No longer in force from',
  offered: false,
  fields: {
    ends: field.entry({ label: 'What ends', kinds: registers, of: 'service' }),
    why: field.text({
      label: 'Why',
      missing: 'Say why it ends',
      hint: 'Such as: replaced by the network’s protocol',
      max: 300,
    }),
  },
  line: (body) => `Ended: ${body.why}`,
})

/** What the recipient of a referral pathway says of it, in the recipient's own record. */
export const pathwayConfirmation = serviceKind({
  name: 'pathway-confirmation',
  title: 'Answer to a referral pathway',
  plural: 'Answers to referral pathways',
  button: 'Answer',
  whenAsked: 'Answered on',
  clauses: ['3.1', '3.6'],
  offered: false,
  fields: {
    from: field.organisation({ label: 'From' }),
    /** The id of its first statement, in the record of the service that refers. */
    pathway: field.entry({ label: 'Referral pathway', kinds: ['referral-pathway'], of: 'service' }),
    /** The statement that was answered: where another stands now, the answer was to other words. */
    statement: field.entry({ label: 'As it was stated', kinds: ['referral-pathway'], of: 'service' }),
    answer: field.choice({
      label: 'Answer',
      options: {
        confirmed: ['Confirm', 'We take these patients by this referral pathway'],
        declined: ['Decline', 'We do not take patients by it, or no longer'],
      },
    }),
    note: field.optional(field.paragraph({ label: 'Note to the service that refers', max: 1000 })),
  },
  about: (body) => body.pathway,
  line: (body) => `Referral pathway from ${body.from} ${body.answer}`,
})

/** A file that shows what an entry says: a protocol, a licence, an agreement, evidence of a clause. */
export const document = serviceKind({
  name: 'document',
  title: 'Document',
  plural: 'Documents',
  button: 'Add document',
  whenAsked: 'Added on',
  offered: false,
  fields: {
    of: field.entry({ label: 'It belongs to', kinds: registers, of: 'service' }),
    title: field.text({ label: 'What it is', max: 200 }),
    /** As it was called where it came from. */
    name: field.text({ label: 'File name', max: 200 }),
    type: field.text({ label: 'Type', max: 100 }),
    bytes: field.whole({ label: 'Size', unit: 'bytes', min: 1, max: 10 * 1024 * 1024 }),
    digest: field.text({ label: 'SHA-256', max: 64, pattern: /^[0-9a-f]{64}$/ }),
  },
  line: (body) => `Document: ${body.title}`,
})
