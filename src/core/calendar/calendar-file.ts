/** The grammar of a calendar file: moments, days, texts, folded lines. @see RFC 5545 */

/** A file of these events' lines, for whoever made it (`product`). */
export function calendarLines(product: string, events: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Fourth Pillar//${product}//EN`,
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

/** A moment in UTC. @param moment ISO 8601 */
export const utc = (moment: string) =>
  `${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** All but the tabulator: none may stand in a file (RFC 5545, 3.1). */
const controls = /(?!\t)\p{Cc}/gu

/** RFC 5545, 3.3.11. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (each) => `\\${each}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(controls, '')
}

const longestLine = 75

/** A line of at most 75 octets, continued by a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const bytes = new TextEncoder().encode(line)
  if (bytes.length <= longestLine) return line
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (length + size > longestLine - (parts.length > 0 ? 1 : 0)) {
      parts.push(part)
      part = ''
      length = 0
    }
    part += character
    length += size
  }
  return [...parts, part].join('\r\n ')
}
