/** What a form sent, read by a schema: the values, or what to put right beside each field. */

import type { z } from 'zod'
import type { PageContext } from '../environment.ts'
import type { FieldProblem } from './problems.tsx'

export type Fields = Readonly<Record<string, string>>

/** The text fields of a form, without characters that no text can hold; of several with one name, the last. */
export async function fieldsOf(c: PageContext): Promise<Fields> {
  // A plain form is read as what it is: `parseBody` would build a whole FormData from it first.
  if (c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return textsOf([...new URLSearchParams(await c.req.text())])
  const body = await c.req.parseBody()
  return textsOf(Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

function textsOf(pairs: readonly (readonly [string, string])[]): Fields {
  return Object.fromEntries(pairs.map(([name, value]) => [name, keepable(value)]))
}

/** Without what comes along unseen when text is pasted: control characters but for tabs and line ends, marks of direction. */
function keepable(text: string): string {
  return text.replace(unseen, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export type Read<Values> =
  | { readonly values: Values; readonly problems?: undefined }
  | { readonly values?: undefined; readonly problems: readonly FieldProblem[] }

/** One problem a field: the first that its schema finds. The schema's messages are the words on screen. */
export function readFields<Schema extends z.ZodType>(schema: Schema, fields: Fields): Read<z.infer<Schema>> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return { values: parsed.data }
  const problems = new Map<string, FieldProblem>()
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!problems.has(field)) problems.set(field, { field, words: issue.message })
  }
  return { problems: [...problems.values()] }
}
