/** Bodies of any kind with a planted word in every text that its fields can hold. */

import { type Field, type Fields, fieldOf, holds } from '#core/record/field.ts'
import type { Kind } from '#core/record/kind.ts'

export const plantedWord = 'Plantagenista'

export interface PlantedBody {
  readonly body: Readonly<Record<string, unknown>>
  /** Where it was planted, as in `treatment.targets.segment`. */
  readonly places: readonly string[]
}

/** Valid bodies in which each choice is taken once at least; those that the kind refuses are left out. */
export function plantedBodies(kind: Pick<Kind, 'name' | 'fields' | 'schema'>): PlantedBody[] {
  const bodies: PlantedBody[] = []
  for (let turn = 0; turn < 40; turn++)
    for (const full of [true, false]) {
      const places: string[] = []
      const body = groupOf(kind.fields ?? {}, kind.name, turn, full, places)
      if (kind.schema.safeParse(body).success) bodies.push({ body, places })
    }
  return bodies
}

/** Every place of a kind that takes free text. */
export function textPlaces(fields: Fields, path: string): string[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const field = fieldOf(schema)
    if (!field) return []
    if (field.input === 'group' || field.input === 'list') return textPlaces(field.fields, `${path}.${name}`)
    return isText(field) ? [`${path}.${name}`] : []
  })
}

function isText(field: Field): boolean {
  if (field.input === 'clinician') return true
  return (field.input === 'text' || field.input === 'paragraph') && !field.pattern
}

function groupOf(fields: Fields, path: string, turn: number, full: boolean, places: string[]) {
  const values: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(fields)) {
    const field = fieldOf(schema)
    if (!field || !holds(field.when, values)) continue
    if (field.optional && !full && !isText(field)) continue
    const value = planted(field, `${path}.${name}`, turn, full, places)
    if (value !== undefined) values[name] = value
  }
  return values
}

function planted(field: Field, path: string, turn: number, full: boolean, places: string[]): unknown {
  switch (field.input) {
    case 'choice':
      return field.options[turn % field.options.length]?.value
    case 'many':
      return [field.options[turn % field.options.length]?.value]
    case 'number':
      return field.whole ? Math.ceil((field.min + field.max) / 2) : (field.min + field.max) / 2
    case 'yes-no':
      return Math.floor((turn + path.length) / 2) % 2 === 0
    case 'date':
      return '2026-03-02'
    case 'time':
      return '2026-03-02T10:00:00.000Z'
    case 'organisation':
      return 'ZA'
    case 'procedure':
      return 'transarterial-chemoembolisation'
    case 'entry':
      return field.optional ? undefined : '01890000-0000-7000-8000-000000000000'
    case 'clinician':
      places.push(path)
      return { name: `Dr ${plantedWord} ${path}`.slice(0, 90) }
    case 'text':
    case 'paragraph':
      if (field.pattern) return field.optional ? undefined : 'C22.0'
      places.push(path)
      return `${plantedWord} ${path}`.slice(0, field.max)
    case 'group':
      return groupOf(field.fields, path, turn, full, places)
    case 'list':
      return [groupOf(field.fields, path, turn, full, places)]
  }
}
