/** Any body of any kind, made from its declared fields: what a form of it could have said. */

import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { techniquesFor } from '#core/catalogue/techniques.ts'
import { type Field, type Fields, fieldOf, holds } from '#core/record/field.ts'
import fc from '#test/support/properties.ts'
import { type Asked, asksProcedure, type FormFacts, noFacts } from '#web/components/kind-form/facts.ts'

export type Body = Readonly<Record<string, unknown>>

export const facts: FormFacts = {
  ...noFacts,
  procedure: 'transarterial-chemoembolisation',
  people: [
    { id: 'p1', name: 'Dr Anna O’Hara', role: 'interventional radiologist' },
    { id: 'p2', name: 'Sam Field', role: 'ward nurse' },
    { id: 'p3', name: 'Sam Field', role: 'physicist' },
  ],
  organisations: [
    { code: 'ZAAA', name: 'First Hospitals' },
    { code: 'ZBBB', name: 'Second Hospitals (North)' },
  ],
  entries: entriesOfEach(),
}

function entriesOfEach(): FormFacts['entries'] {
  const kinds = [
    'treatment',
    'booking',
    'follow-up-plan',
    'data-query',
    'patient-question',
    'protocol',
    'leaflet-adoption',
    'referral-pathway',
  ]
  return kinds.flatMap((kind, place) =>
    [1, 2].map((number) => ({
      id: `00000000-0000-7000-8000-0000000${place}000${number}`,
      kind,
      of: place < 5 ? ('case' as const) : ('service' as const),
      words: `${kind} ${number}`,
    })),
  )
}

/** Any body that the kind's schema accepts, with the fields that its form asks. */
export function bodyOf(kind: Asked, known: FormFacts = facts): fc.Arbitrary<Body> {
  return fc.constantFrom(...PROCEDURES.map(({ id }) => id)).chain((chosen) => {
    const procedure = asksProcedure(kind) ? chosen : (known.procedure ?? '')
    return valuesOf(kind.fields, { techniques: techniquesFor(procedure), known }, { procedure: chosen })
  })
}

interface Making {
  readonly techniques: readonly string[]
  readonly known: FormFacts
}

/** Field by field, for a condition looks at what was said before it. */
function valuesOf(fields: Fields, making: Making, fixed: Body = {}): fc.Arbitrary<Body> {
  return Object.entries(fields).reduce<fc.Arbitrary<Body>>(
    (before, [name, schema]) =>
      before.chain((values) => {
        const field = fieldOf(schema)
        const isAsked =
          field &&
          !(field.system && field.optional) &&
          (!field.techniques || field.techniques.some((each) => making.techniques.includes(each))) &&
          holds(field.when, values)
        if (!isAsked) return fc.constant(values)
        const given =
          name in fixed && field.input === 'procedure' ? fc.constant(fixed[name]) : anyOf(field, making)
        const maybe = field.optional ? fc.option(given, { nil: undefined }) : given
        return maybe.map((value) => (isNothing(value) ? values : { ...values, [name]: value }))
      }),
    fc.constant({}),
  )
}

/** An optional group without anything in it is not recorded. */
const isNothing = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const words = fc
  .array(fc.constantFrom('liver', 'O’Hara', '5 mm', 'naïve', 'ß', '“quoted”', 'a/b', '<b>', '&', '100%'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((each) => each.join(' '))

const samples = ['C22.0', 'D37', '0113 496 0000', 'ir@hospital.example', 'f'.repeat(64)]

const moment = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 16)}:00.000Z`)

function anyOf(field: Field, making: Making): fc.Arbitrary<unknown> {
  switch (field.input) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'many':
      return fc
        .subarray(
          field.options.map(({ value }) => value),
          { minLength: 1 },
        )
        .filter((chosen) => chosen.length === 1 || !chosen.includes('none'))
    case 'yes-no':
      return fc.boolean()
    case 'number':
      return field.whole
        ? fc.integer({ min: Math.ceil(field.min), max: field.max })
        : fc.integer({ min: Math.ceil(field.min * 1000), max: field.max * 1000 }).map((each) => each / 1000)
    case 'text':
      if (field.pattern) return fc.constantFrom(...samples.filter((each) => field.pattern?.test(each)))
      return words.map((text) => text.slice(0, field.max).trim())
    case 'paragraph':
      return fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    case 'date':
      return moment.map((iso) => iso.slice(0, 10))
    case 'time':
      return moment
    case 'clinician':
      return fc.constantFrom(
        ...making.known.people.map(({ id, name }) => (id ? { name, person: id } : { name })),
        { name: 'Somebody Elsewhere' },
      )
    case 'organisation':
      return fc.constantFrom(...making.known.organisations.map(({ code }) => code))
    case 'procedure':
      return fc.constantFrom(...PROCEDURES.map(({ id }) => id))
    case 'entry':
      return fc.constantFrom(
        ...making.known.entries
          .filter(({ kind, of }) => of === field.of && field.kinds.includes(kind))
          .map(({ id }) => id),
      )
    case 'group':
      return valuesOf(field.fields, making)
    case 'list':
      return fc.array(valuesOf(field.fields, making), { minLength: 1, maxLength: Math.min(3, field.max) })
  }
}
