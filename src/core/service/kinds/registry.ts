/** What a service says for the registry: how much it did by another count, and samples drawn to check the record. */

import { dayWords } from '../../calendar/uk-time.ts'
import * as field from '../../record/field.ts'
import { serviceKind } from '../service-kind.ts'

/** A denominator: what the hospital's own coding or radiology system counted, to set beside the registry. */
export const activityCount = serviceKind({
  name: 'activity-count',
  title: 'Activity count',
  plural: 'Activity counts',
  whenAsked: 'Counted on',
  fields: {
    source: field.choice({
      label: 'Counted by',
      options: {
        hes: 'Hospital Episode Statistics or its equal in the nation',
        ris: 'Radiology system',
        theatre: 'Theatre or list system',
        other: 'Another count',
      },
    }),
    from: field.date({ label: 'From' }),
    to: field.date({ label: 'To' }),
    counts: field.list({
      label: 'Counts',
      one: 'procedure',
      max: 40,
      fields: {
        procedure: field.procedure({ label: 'Procedure' }),
        count: field.whole({ label: 'Sessions', min: 0, max: 100000, plausible: [0, 5000] }),
      },
    }),
  },
  about: (body) => `${body.source} ${body.from} ${body.to}`,
  line: (body) =>
    `Activity by another count, ${dayWords(body.from)} to ${dayWords(body.to)}: ${body.counts.length} ${body.counts.length === 1 ? 'procedure' : 'procedures'}`,
})

export const validationSample = serviceKind({
  name: 'validation-sample',
  title: 'Validation sample',
  plural: 'Validation samples',
  offered: false,
  fields: {
    from: field.date({ label: 'Treated from' }),
    to: field.date({ label: 'Treated to' }),
    /** With it and the same cases anybody draws the same sample (core/registry/quality/sample.ts). */
    seed: field.text({ system: true, label: 'Seed', max: 64 }),
    of: field.whole({ system: true, label: 'Drawn from so many cases', min: 1, max: 1_000_000 }),
    cases: field.list({
      system: true,
      label: 'Cases',
      one: 'case',
      max: 200,
      fields: { id: field.text({ label: 'Case', max: 36 }) },
    }),
  },
  line: (body) => `Validation sample: ${body.cases.length} of ${body.of} cases drawn at random`,
})

/** What is compared with the source, such as the notes, the report, the images. */
export const validatedItems = {
  procedure: 'Procedure and day',
  operator: 'First operator',
  technicalSuccess: 'Technical success',
  complications: 'Complications',
  response: 'Response',
  vitalStatus: 'Alive or dead',
} as const
export type ValidatedItem = keyof typeof validatedItems

const compared = (label: string) =>
  field.choice({
    label,
    options: {
      agrees: 'Agrees with the source',
      differs: 'Differs',
      'not-in-source': 'Not in the source',
      'not-applicable': 'Does not apply',
    },
  })

export const validationResult = serviceKind({
  name: 'validation-result',
  title: 'Validation of a case',
  plural: 'Validations of cases',
  offered: false,
  whenAsked: 'Compared on',
  fields: {
    sample: field.entry({ label: 'Sample', kinds: ['validation-sample'], of: 'service' }),
    case: field.text({ system: true, label: 'Case', max: 36 }),
    source: field.choice({
      label: 'Compared with',
      options: {
        notes: 'The notes',
        report: 'Procedure and imaging reports',
        images: 'The images',
        other: 'Another source',
      },
    }),
    procedure: compared(validatedItems.procedure),
    operator: compared(validatedItems.operator),
    technicalSuccess: compared(validatedItems.technicalSuccess),
    complications: compared(validatedItems.complications),
    response: compared(validatedItems.response),
    vitalStatus: compared(validatedItems.vitalStatus),
    note: field.optional(field.paragraph({ label: 'Note', max: 1000 })),
  },
  about: (body) => `${body.sample} ${body.case}`,
  line: () => 'A case of a validation sample compared with its source',
})
