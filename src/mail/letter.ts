/** A letter: plain words as paragraphs, written out as text and as simple HTML that says the same. */

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A paragraph, a list, or an address to open with the words of its button. */
export type Part =
  | string
  | { readonly list: readonly string[] }
  | { readonly open: string; readonly href: string }

export interface LetterParts {
  readonly subject: string
  readonly parts: readonly Part[]
  /** Of the demonstration: says so in the subject and first of all. */
  readonly fictional: boolean
  /** Where to write to. */
  readonly from: string
}

const fictionalWords = 'Fictional demonstration: every organisation, person and answer is invented.'

/** Writes a letter out. */
export function writeLetter({ subject, parts, fictional, from }: LetterParts): Letter {
  const whole: readonly Part[] = [
    ...(fictional ? [fictionalWords] : []),
    ...parts,
    `Questions? Answer this e-mail, or write to ${from}.`,
  ]
  return {
    subject: oneLine(fictional ? `[Fictional] ${subject}` : subject),
    text: `${whole.map(asText).join('\n\n')}\n`,
    html: `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="${bodyStyle}">${whole.map(asHtml).join('\n')}</body></html>`,
  }
}

const bodyStyle = 'font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#212b32;max-width:36em'
const buttonStyle =
  'background:#007f3b;color:#ffffff;display:inline-block;font-weight:bold;padding:12px 16px;text-decoration:none;border-radius:4px'

function asText(part: Part): string {
  if (typeof part === 'string') return part
  if ('list' in part) return part.list.map((item) => `- ${item}`).join('\n')
  return `${part.open}:\n${part.href}`
}

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`
  if ('list' in part) return `<ul>${part.list.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
  const href = escaped(part.href)
  return `<p><a href="${href}" style="${buttonStyle}">${escaped(part.open)}</a></p>
<p style="font-size:14px">Or copy this address: <span style="word-break:break-all">${href}</span></p>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Nothing that is typed can add a header. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
