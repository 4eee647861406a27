/** Text as it is pasted, from Word and elsewhere, made plain without losing a word. */

/** What Windows-1252 means by the control characters that some programs paste. */
const windows: Readonly<Record<string, string>> = {
  '\u0080': '€',
  '\u0085': '…',
  '\u0091': '‘',
  '\u0092': '’',
  '\u0093': '“',
  '\u0094': '”',
  '\u0095': '•',
  '\u0096': '–',
  '\u0097': '—',
}

/** What most fields hold: nothing in it is to be made plain. */
const isPlain = /^[\t\n\x20-\x7e]*$/

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: these are what is taken out
function plain(text: string): string {
  if (isPlain.test(text)) return text
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|\u000b|\u000c|\u2028|\u2029/g, '\n')
      // Word ends a table's cell with a bell.
      .replace(/\u0007/g, '\t')
      .replace(/[\u0080-\u009f]/g, (sign) => windows[sign] ?? ' ')
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, ' ')
      .replace(/[\u00ad\u200b\u2060\ufeff\ufffe\uffff]/g, '')
      // Marks that turn the direction of writing could reverse the figures of a dose.
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
  )
}
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: the text is plain from here on

/** One line: ends of lines and cells become spaces. */
export function tidyLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}

/** Several lines: a table's rows stay lines, its cells stand apart by a bar; at most one line is left empty. */
export function tidyLines(text: string): string {
  return plain(text)
    .split('\n')
    .map((line) =>
      line
        .replace(/\t+$/, '')
        .replace(/ *\t */g, (_, at: number) => (line.slice(0, at).trim() === '' ? '' : ' | '))
        .replace(/ {2,}/g, ' ')
        .trim(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
