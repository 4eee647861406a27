/** Whether a draft can become an entry: everything that can be said before the record is read. */

import { canonical } from './digest.ts'
import type { Draft, Problem } from './entry.ts'
import { kindOf } from './kind.ts'

/** Bytes of a body's canonical form. */
export const largestBody = 256 * 1024
const longestField = 300

export type CheckedDraft<Body> =
  | { readonly body: Body; readonly canonicalBody: string }
  | { readonly problems: readonly Problem[] }

/**
 * Checks a draft against its kind. The body that comes back is the one that will be read back: parsed
 * by the schema, then as JSON holds it.
 */
export function checkDraft<Body>(draft: Draft<Body>): CheckedDraft<Body> {
  const problems = checkAround(draft)
  if (problems.length > 0) return { problems }
  try {
    return checkBody(draft)
  } catch (error) {
    // What JSON cannot say (NaN, circles, nesting without end) arrives here from any of its walkers.
    return { problems: [refusedBody('body', error instanceof Error ? error.message : String(error))] }
  }
}

/**
 * The same for a draft whose body came out of its kind's schema before and was written down: `canonicalBody` is
 * that text. What is around the body is checked as ever, and that a database can keep the text.
 */
export function checkWritten<Body>(draft: Draft<Body>, canonicalBody: string): CheckedDraft<Body> {
  const problems = checkAround(draft)
  if (problems.length > 0) return { problems }
  if (canonicalBody.includes('\\u0000') || !canonicalBody.isWellFormed()) return checkDraft(draft)
  if (isTooLarge(canonicalBody)) return { problems: [tooLarge] }
  return { body: draft.body, canonicalBody }
}

function checkAround(draft: Draft<never> | Draft): Problem[] {
  const { kind } = draft
  if (!kind || kindOf(kind.name, kind.version) !== (kind as unknown))
    return [problem('kind-unknown', 'kind', `the kind '${kind?.name}' is not declared`)]
  return checkFields(draft)
}

function checkBody<Body>({ kind, body }: Draft<Body>): CheckedDraft<Body> {
  const parsed = kind.schema.safeParse(body)
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) =>
        refusedBody(['body', ...path.map(String)].join('.'), message),
      ),
    }
  }
  const canonicalBody = storable(parsed.data)
  if (canonicalBody === null) return { problems: refusedText(parsed.data, 'body') }
  if (isTooLarge(canonicalBody)) return { problems: [tooLarge] }
  return { body: JSON.parse(canonicalBody), canonicalBody }
}

/**
 * The canonical form, where every text in it can be kept; else null. NUL is written there as an escape, and half
 * a surrogate pair not at all: only what looks like either is searched through for where it is.
 */
function storable(body: unknown): string | null {
  try {
    const written = canonical(body)
    return written.includes('\\u0000') && refusedText(body, 'body').length > 0 ? null : written
  } catch (error) {
    if (refusedText(body, 'body').length > 0) return null
    throw error
  }
}

function checkFields(draft: Draft<never> | Draft): Problem[] {
  const { id, subject, kind, author, role, organisation, occurredAt } = draft
  const problems: Problem[] = []
  if (id !== undefined && !uuid7.test(id))
    problems.push(problem('field-refused', 'id', 'it is not a UUID of version 7'))
  const about =
    /^(case|patient|service|census|past|figure|upload|demand|report|leaflet|story|statement):\S{1,200}$/.exec(
      subject,
    )?.[1]
  if (!about || refusedText(subject, 'subject').length > 0) {
    problems.push(problem('subject-refused', 'subject', 'it names nothing that has a record'))
  } else if (kind.of !== 'any' && kind.of !== about) {
    problems.push(
      problem('subject-refused', 'subject', `${kind.title} is of a ${kind.of}, not of a ${about}`),
    )
  }
  const time = occurredAt instanceof Date ? occurredAt.getTime() : Number.NaN
  if (!(time >= earliest && time < latest)) {
    problems.push(problem('field-refused', 'occurredAt', 'it is not a time between 1850 and 2200'))
  }
  const texts = { author, role, ...(organisation === null ? {} : { organisation }) }
  for (const [path, text] of Object.entries(texts)) {
    if (typeof text !== 'string' || text.trim() === '' || text.length > longestField) {
      problems.push(problem('field-refused', path, `it is empty, or longer than ${longestField} characters`))
    } else {
      problems.push(...refusedText(text, path).map((each) => ({ ...each, code: 'field-refused' as const })))
    }
  }
  return problems
}

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const earliest = Date.UTC(1850, 0)
const latest = Date.UTC(2200, 0)

/** The places in a value whose text no database keeps: the NUL character, half a surrogate pair. */
function refusedText(value: unknown, path: string): Problem[] {
  if (typeof value === 'string') {
    if (value.includes('\0')) return [refusedBody(path, 'it holds the NUL character')]
    return value.isWellFormed() ? [] : [refusedBody(path, 'it holds half of a character (a lone surrogate)')]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, held]) => [
    ...refusedText(name, `${path} (a name in it)`),
    ...refusedText(held, `${path}.${name}`),
  ])
}

const isTooLarge = (text: string) =>
  text.length > largestBody || (text.length * 3 > largestBody && utf8Length(text) > largestBody)

function utf8Length(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

function refusedBody(path: string, words: string): Problem {
  return problem('body-refused', path, words)
}

function problem(code: Problem['code'], path: string, words: string): Problem {
  return { code, path, words }
}

const tooLarge = problem('body-too-large', 'body', `more than ${largestBody / 1024} KB`)
