/**
 * What a kind's form holds, as text: each field by its path (`targets.0.organ`), as it was typed.
 * What is the form's own, not the kind's, has a name that begins with an underscore. Everything that the form shows again, and every draft, is this.
 */

/** By path; several where boxes are ticked. */
export type Posted = ReadonlyMap<string, readonly string[]>

/** The path of a field in a group, or of one of the kind's own, whose group has no path. */
export const within = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** Whether a name is the form's own, such as `_sure`. */
export const isOwn = (name: string): boolean => name.startsWith('_')

export const nothingPosted: Posted = new Map()

const plainName = /^[A-Za-z0-9_.-]{1,120}$/

/** The pairs of a form, in order; files are no text, and what no database keeps becomes a space. */
export function postedOf(pairs: Iterable<readonly [string, unknown]>): Posted {
  const posted = new Map<string, string[]>()
  for (const [name, value] of pairs) {
    if (typeof value !== 'string' || !plainName.test(name)) continue
    const text = value.toWellFormed().replaceAll('\0', ' ')
    const held = posted.get(name)
    if (held) held.push(text)
    else posted.set(name, [text])
  }
  return posted
}

/** A field's text; of several with one name, the first. */
export const textAt = (posted: Posted, path: string): string => posted.get(path)?.[0] ?? ''

/** Whether anything is filled in at a path or below it. */
export const isFilled = (posted: Posted, path: string): boolean => outlineOf(posted).filled.has(path)

/** A field's own parts are joined by a hyphen (`mappingOn-day`), what lies below it by a point. */
export function isWithin(name: string, path: string): boolean {
  return name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}-`)
}

/** The rows of a list that were posted, by their numbers, in order; empty ones too. */
export const rowsAt = (posted: Posted, path: string): readonly number[] =>
  outlineOf(posted).rows.get(path) ?? []

interface Outline {
  /** The paths at which, or below which, something is filled in. */
  readonly filled: ReadonlySet<string>
  /** By the path of a list. */
  readonly rows: ReadonlyMap<string, readonly number[]>
}

const outlines = new WeakMap<Posted, Outline>()

/** What is where, from one walk: reading a form asks it of every field. */
function outlineOf(posted: Posted): Outline {
  const known = outlines.get(posted)
  if (known) return known
  const filled = new Set<string>()
  const rows = new Map<string, Set<number>>()
  for (const [name, values] of posted) {
    const isTyped = values.some((value) => value.trim() !== '')
    if (isTyped) filled.add(name)
    for (const { above, row } of stepsOf(name)) {
      if (isTyped) filled.add(above)
      if (row !== null) rows.set(above, (rows.get(above) ?? new Set()).add(row))
    }
  }
  const sorted = ([path, found]: [string, Set<number>]) =>
    [path, [...found].sort((one, other) => one - other)] as const
  const outline = { filled, rows: new Map([...rows].map(sorted)) }
  outlines.set(posted, outline)
  return outline
}

const row = /^(\d{1,3})(?=[.-]|$)/

/** The paths that a name lies within, and the row of each that it belongs to. */
function stepsOf(name: string): { readonly above: string; readonly row: number | null }[] {
  const steps = []
  for (let at = 1; at < name.length && steps.length < mostSteps; at++) {
    if (name[at] !== '.' && name[at] !== '-') continue
    const found = name[at] === '.' ? row.exec(name.slice(at + 1)) : null
    steps.push({ above: name.slice(0, at), row: found ? Number(found[1]) : null })
  }
  return steps
}

/** Deeper than any field lies: a name of nothing but hyphens costs no more. */
const mostSteps = 10

/** The same with a list's rows chosen and numbered anew; a row that is not there yet comes empty. */
export function withRows(posted: Posted, path: string, rows: readonly number[]): Posted {
  const there = rowsAt(posted, path)
  if (rows.length === there.length && rows.every((each, place) => each === place && there[place] === place))
    return posted
  const changed = new Map<string, readonly string[]>()
  for (const [name, values] of posted) {
    const found = name.startsWith(`${path}.`) ? row.exec(name.slice(path.length + 1)) : null
    if (!found) {
      changed.set(name, values)
      continue
    }
    const place = rows.indexOf(Number(found[1]))
    const rest = name.slice(path.length + 1 + (found[1] ?? '').length)
    if (place >= 0) changed.set(`${path}.${place}${rest}`, values)
  }
  for (const [place, number] of rows.entries())
    if (!there.includes(number)) changed.set(`${path}.${place}`, [''])
  return changed
}

/** As plain data, for a draft or a favourite; only what is under `body` where asked. */
export function plainOf(posted: Posted, keep: (name: string) => boolean = () => true): PlainPosted {
  return Object.fromEntries([...posted].filter(([name]) => keep(name)))
}
export type PlainPosted = Readonly<Record<string, readonly string[]>>

export const postedFromPlain = (plain: PlainPosted): Posted => new Map(Object.entries(plain))

/** The second over the first: a field that both hold comes whole from the second. */
export function laidOver(under: Posted, over: Posted): Posted {
  const laid = new Map(under)
  for (const [name, values] of over) laid.set(name, values)
  return laid
}
