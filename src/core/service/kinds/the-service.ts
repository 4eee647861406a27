/** What a service says of itself as a place: who leads it, when it is covered, where it is rung, what it orders. */

import * as field from '../../record/field.ts'
import { serviceKind } from '../service-kind.ts'

const telephone = (label: string) =>
  field.text({
    label,
    max: 60,
    pattern: /^[+()\d][\d ()+-]{4,}(?: ?(?:ext\.?|x|bleep) ?\d+)?$/i,
    mismatch: `${label}: enter a number such as 020 7946 0000 ext 12`,
  })

export const ioLead = serviceKind({
  name: 'io-lead',
  title: 'IO lead',
  plural: 'IO lead',
  fields: { who: field.clinician({ label: 'Who leads interventional oncology here' }) },
  about: () => 'the lead',
  line: (body) => `IO lead: ${body.who.name}`,
})

export const cover = serviceKind({
  name: 'cover',
  title: 'Cover',
  plural: 'Cover',
  fields: {
    hours: field.choice({
      label: 'Interventional radiology is covered',
      options: {
        'around-the-clock': 'Around the clock',
        'extended-days': 'Extended hours, every day',
        'working-hours': 'In working hours',
      },
    }),
    note: field.optional(field.text({ label: 'Note' })),
  },
  about: () => 'the cover',
  line: (body) =>
    ({
      'around-the-clock': 'Cover around the clock',
      'extended-days': 'Cover in extended hours',
      'working-hours': 'Cover in working hours',
    })[body.hours],
})

/** Where patients, wards and practices ring about a procedure: letters and radiation cards print it. */
export const contact = serviceKind({
  name: 'contact',
  title: 'Telephone for patients and GPs',
  plural: 'Telephones for patients and GPs',
  button: 'Add telephone',
  fields: {
    department: field.text({ label: 'Department', max: 120 }),
    telephone: telephone('Telephone'),
    outOfHours: field.optional(telephone('Telephone out of hours')),
    email: field.optional(
      field.text({
        label: 'E-mail address',
        max: 120,
        pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
        mismatch: 'Enter an e-mail address such as ir@hospital.example',
      }),
    ),
  },
  about: (body) => body.department.toLowerCase(),
  line: (body) => `${body.department}: ${body.telephone}`,
})

/** How long before a procedure microspheres are ordered here: by supplier, product and contract. */
export const microsphereSupply = serviceKind({
  name: 'microsphere-supply',
  title: 'Supply of microspheres',
  plural: 'Supply of microspheres',
  button: 'Add supply',
  fields: {
    product: field.choice({ label: 'Microspheres', options: { resin: 'Resin', glass: 'Glass' } }),
    workingDays: field.whole({ label: 'Ordered before', unit: 'working days', min: 0, max: 30 }),
    closedOn: field.optional(
      field.list({
        label: 'Days without orders, beside weekends',
        one: 'day',
        max: 40,
        fields: { day: field.date({ label: 'Day' }) },
      }),
    ),
  },
  about: (body) => body.product,
  line: (body) =>
    `${{ resin: 'Resin', glass: 'Glass' }[body.product]} microspheres: ordered ${body.workingDays} working days before`,
})
