/** What a program sent: a JSON array of treatments, or one treatment a line (NDJSON). */

export const jsonType = 'application/json'
export const linesType = 'application/x-ndjson'

export type ReadBody = { readonly items: readonly unknown[] } | { readonly problem: string }

/** @param type the media type, without its parameters */
export function readBody(type: string, text: string): ReadBody {
  return type === linesType ? readLines(text) : readArray(text)
}

function readArray(text: string): ReadBody {
  const value = parsed(text)
  if ('problem' in value) return { problem: `The body is no JSON: ${value.problem}` }
  if (!Array.isArray(value.value)) return { problem: 'The body has to be a JSON array of treatments' }
  return { items: value.value }
}

function readLines(text: string): ReadBody {
  const items: unknown[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const value = parsed(line)
    if ('problem' in value) return { problem: `Line ${index + 1} is no JSON: ${value.problem}` }
    items.push(value.value)
  }
  return { items }
}

/** The parser's words can repeat what was sent, which can name somebody: only where it stopped is told. */
function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    const at = /in JSON at position (\d+) \(line/.exec(words)?.[1]
    if (at) return { problem: `it cannot be read from character ${Number(at) + 1} on` }
    return {
      problem: words.includes('end of JSON')
        ? 'it ends too early'
        : 'there is something in it that JSON does not have. It has to be UTF-8, and not compressed',
    }
  }
}
