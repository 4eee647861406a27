/** Nothing identifiable outside of pages: what addresses, titles, error pages and logs say while a journey is walked. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import { testPostgresFolder } from '#test/support/postgres.ts'

export interface Identity {
  readonly givenName: string
  readonly familyName: string
  /** `1952-07-19` */
  readonly birthOn: string
  readonly number: string
  readonly postcode: string
}

interface Heard {
  readonly where: string
  readonly said: string
}

export interface Watch {
  /** Told of each request that the site answers: its address, its title, the whole body of an error. */
  readonly see: (request: Request, response: Response) => void
  /** Listens to what a browser asks for and writes to its console. */
  readonly listen: (context: BrowserContext) => void
  /** Fails where any of these people can be recognised in what was heard so far. */
  readonly assertNobody: (people: readonly Identity[]) => Promise<void>
  readonly stop: () => void
}

/** Listens to the site's addresses, titles and errors, to this process's output and to PostgreSQL's log. */
export function watch(): Watch {
  const heard: Heard[] = []
  const reading: Promise<unknown>[] = []
  const hear = (where: string, said: string) => heard.push({ where, said })
  const outputs = [listenTo(process.stdout, 'stdout', hear), listenTo(process.stderr, 'stderr', hear)]
  const log = join(testPostgresFolder, 'postgres.log')
  const before = existsSync(log) ? statSync(log).size : 0
  return {
    see: (request, response) => {
      hear('address', request.url)
      for (const name of ['location', 'link', 'content-disposition', 'set-cookie', 'server-timing'])
        hear(`header ${name}`, response.headers.get(name) ?? '')
      if (!response.headers.get('content-type')?.startsWith('text/html')) return
      // The page of a form that came back shows the writer what they wrote: it is a page, not an error.
      const isError = response.status >= 400 && response.status !== 409 && response.status !== 422
      reading.push(
        response
          .clone()
          .text()
          .then((html) => {
            hear('title', html.match(/<title>([\s\S]*?)<\/title>/)?.[1] ?? '')
            if (isError) hear(`error page ${response.status}`, html)
          }),
      )
    },
    listen: (context) => {
      context.on('request', (request) => hear('address that the browser asked for', request.url()))
      context.on('console', (message) => hear('console of the browser', message.text()))
      context.on('weberror', (error) => hear('error in the browser', error.error().message))
    },
    assertNobody: async (people) => {
      await Promise.all(reading)
      const written = existsSync(log) ? readFileSync(log).subarray(before).toString('utf8') : ''
      const all = [...heard, { where: 'PostgreSQL’s log', said: written }]
      assert.ok(all.filter(({ where }) => where === 'address').length > 0, 'the site was listened to')
      assert.ok(
        all.some(({ where, said }) => where === 'title' && said !== ''),
        'titles were listened to',
      )
      for (const each of people.flatMap(tracesOf)) {
        const found = all.find(({ said }) => each.is.test(decoded(said)))
        assert.equal(found?.where, undefined, `${each.what} in ${found?.where}: ${excerpt(found, each.is)}`)
      }
    },
    stop: () => {
      for (const give of outputs) give()
    },
  }
}

/** Each way in which someone is written. */
function tracesOf({ givenName, familyName, birthOn, number, postcode }: Identity) {
  const [year = '', month = '', day = ''] = birthOn.split('-')
  const monthName = new Date(birthOn).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
  const bare = (digits: string) => digits.replace(/^0/, '')
  return [
    { what: 'the given name', is: new RegExp(escaped(givenName), 'i') },
    { what: 'the family name', is: new RegExp(escaped(familyName), 'i') },
    { what: 'the NHS number', is: new RegExp([...number].join('[ -]?')) },
    { what: 'the postcode', is: new RegExp([...postcode.replace(/ /g, '')].join(' ?'), 'i') },
    {
      what: 'the birth date',
      is: new RegExp(
        [
          `${year}-?${month}-?${day}`,
          `0?${bare(day)}[/. -]0?${bare(month)}[/. -]${year}`,
          `${bare(day)} ${monthName} ${year}`,
        ].join('|'),
        'i',
      ),
    },
  ]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function decoded(said: string): string {
  try {
    return said.includes('%') ? `${said}\n${decodeURIComponent(said.replaceAll('+', ' '))}` : said
  } catch {
    return said
  }
}

function excerpt(found: Heard | undefined, is: RegExp): string {
  const said = found ? decoded(found.said) : ''
  const at = said.search(is)
  return said.slice(Math.max(0, at - 120), at + 160)
}

/** Hears what is written to a stream, which still goes where it went. */
function listenTo(
  stream: NodeJS.WriteStream,
  name: string,
  hear: (where: string, said: string) => void,
): () => void {
  const own = stream.write.bind(stream)
  const listening = ((chunk: string | Uint8Array, ...rest: never[]) => {
    hear(name, typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))
    return own(chunk, ...rest)
  }) as typeof stream.write
  stream.write = listening
  return () => {
    if (stream.write === listening) stream.write = own
  }
}
