/** A past treatment is taken out of the registry by the service that sent it; its record keeps what was said. */

import * as field from '../record/field.ts'
import { kind } from '../record/kind.ts'

const fields = {
  reason: field.choice({
    label: 'Why',
    options: {
      'not-a-treatment': 'It was not a treatment, or was not done',
      double: 'It is there twice',
      'not-ours': 'It was not done at this service',
      'wrong-patient': 'It belongs to another patient',
      refused: 'The patient does not want it in the registry',
    },
  }),
}

export const pastWithdrawn = kind({
  name: 'past-withdrawn',
  version: 1,
  of: 'past',
  title: 'Past treatment withdrawn',
  schema: field.conditional(fields),
  fields,
  line: () => 'Withdrawn from the registry',
  corrects: false,
})

export const withdrawalField = fields.reason
