/** What stands in a form's fields while it is being filled in: strings, of which some are numbers already. */

/** A form's fields by name, as typed. */
export type Typed = Readonly<Record<string, string>>

/** Reads a number as typed in a field of this unit; undefined where it cannot be read (yet). */
export type ReadNumber = (text: string | undefined, unit?: string) => number | undefined

/** A number as people type it: `12`, `12.5`, `.5`, with spaces around. Undefined for anything else. */
export function typedNumber(text: string | undefined): number | undefined {
  const plain = text?.trim() ?? ''
  return /^(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** Yes or no, as forms send it. */
export function typedYesNo(text: string | undefined): boolean | undefined {
  if (text === 'yes' || text === 'true' || text === 'on') return true
  if (text === 'no' || text === 'false') return false
  return undefined
}

/** One of these values, or undefined. */
export function typedChoice<const Value extends string>(
  text: string | undefined,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === text)
}

/**
 * A body as the fields that a form would hold, so that both can be read in one way:
 * `{ lesions: [{ key: 'A' }] }` is `{ 'lesions.0.key': 'A' }`.
 */
export function typedOf(body: unknown, prefix = ''): Record<string, string> {
  if (body === undefined || body === null) return {}
  if (typeof body === 'boolean') return { [prefix]: body ? 'yes' : 'no' }
  if (typeof body !== 'object') return { [prefix]: String(body) }
  return Object.assign(
    {},
    ...Object.entries(body).map(([name, value]) => typedOf(value, prefix ? `${prefix}.${name}` : name)),
  )
}
