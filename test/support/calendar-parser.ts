/** Reads a calendar file as strictly as RFC 5545 says, and throws at the first thing that is not so. */

import assert from 'node:assert/strict'

export interface ReadEvent {
  readonly uid: string
  readonly sequence: number
  readonly status: string
  /** `20261122` for whole days, `20261122T090000Z` for a moment. */
  readonly start: string
  readonly end: string | null
  readonly summary: string
  readonly location: string | null
}

interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

const moment = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/
const day = /^(\d{4})(\d{2})(\d{2})$/

/** The events of a file. */
export function eventsIn(file: string): readonly ReadEvent[] {
  assert.ok(file.endsWith('\r\n'), 'the last line ends as well')
  assert.doesNotMatch(file.replaceAll('\r\n', ''), /(?!\t)\p{Cc}/u, 'no control and no bare line end')
  const lines = file.slice(0, -2).split('\r\n')
  for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, `folded at 75 octets (3.1): ${line}`)
  const properties = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(propertyIn)
  const [first, ...rest] = properties
  assert.deepEqual([first?.name, first?.value], ['BEGIN', 'VCALENDAR'])
  const last = rest.pop()
  assert.deepEqual([last?.name, last?.value], ['END', 'VCALENDAR'])
  const firstEvent = rest.findIndex(({ name }) => name === 'BEGIN')
  const own = firstEvent < 0 ? rest : rest.slice(0, firstEvent)
  assert.equal(own.filter(({ name, value }) => name === 'VERSION' && value === '2.0').length, 1)
  assert.equal(own.filter(({ name }) => name === 'PRODID').length, 1)
  const events: ReadEvent[] = []
  let open: Property[] | null = null
  for (const property of firstEvent < 0 ? [] : rest.slice(firstEvent)) {
    if (property.name === 'BEGIN') {
      assert.equal(property.value, 'VEVENT')
      assert.equal(open, null, 'no event within an event')
      open = []
    } else if (property.name === 'END') {
      assert.equal(property.value, 'VEVENT')
      assert.ok(open)
      events.push(eventOf(open))
      open = null
    } else {
      assert.ok(open, 'nothing between events')
      open.push(property)
    }
  }
  assert.equal(open, null)
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, 'each UID once (3.8.4.7)')
  return events
}

function propertyIn(line: string): Property {
  const [, name, parameters = '', value] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? []
  assert.ok(name && value !== undefined, `a content line (3.1): ${line}`)
  return { name, parameters, value }
}

function eventOf(properties: readonly Property[]): ReadEvent {
  const one = (name: string): Property | null => {
    const found = properties.filter((each) => each.name === name)
    assert.ok(found.length <= 1, `${name} once (3.6.1)`)
    return found[0] ?? null
  }
  const [uid, stamp, start] = [one('UID'), one('DTSTAMP'), one('DTSTART')]
  assert.ok(uid?.value && stamp && start, 'UID, DTSTAMP and DTSTART are required (3.6.1)')
  dateOf(stamp)
  const [end, duration] = [one('DTEND'), one('DURATION')]
  assert.ok(!(end && duration), 'DTEND or DURATION (3.6.1)')
  if (duration) assert.match(duration.value, /^P(?:\d+[DW]|(?:\d+D)?T\d+[HMS])$/)
  if (end) {
    assert.equal(end.parameters, start.parameters, 'the end is of the type of the start (3.8.2.2)')
    assert.ok(dateOf(end) > dateOf(start), 'the end is later')
  }
  dateOf(start)
  const sequence = one('SEQUENCE')?.value ?? ''
  assert.match(sequence, /^\d+$/)
  const status = one('STATUS')?.value ?? ''
  assert.match(status, /^(?:TENTATIVE|CONFIRMED|CANCELLED)$/)
  return {
    ...{ uid: uid.value, sequence: Number(sequence), status, start: start.value, end: end?.value ?? null },
    summary: textOf(one('SUMMARY')?.value ?? ''),
    location: one('LOCATION') ? textOf(one('LOCATION')?.value ?? '') : null,
  }
}

function dateOf({ value, parameters }: Property): number {
  const isDay = parameters === ';VALUE=DATE'
  assert.ok(isDay || parameters === '', `no other type: ${parameters}`)
  const [, year, month, date, hour = '00', minute = '00', second = '00'] =
    (isDay ? day : moment).exec(value) ?? []
  assert.ok(year, `a ${isDay ? 'date' : 'moment in UTC'}: ${value}`)
  const iso = `${year}-${month}-${date}T${hour}:${minute}:${second}.000Z`
  assert.equal(new Date(iso).toISOString(), iso, 'there is such a day')
  return Date.parse(iso)
}

/** RFC 5545, 3.3.11: a comma, a semicolon or a backslash stands only behind a backslash. */
function textOf(value: string): string {
  assert.doesNotMatch(value.replaceAll(/\\[\\;,nN]/g, ''), /[\\;,]/, `escaped: ${value}`)
  return value.replaceAll(/\\(.)/g, (_, each: string) => (each.toLowerCase() === 'n' ? '\n' : each))
}
