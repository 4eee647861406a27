/** The interfaces for programs, explained: every address of the open one with an example that answers as it stands. */

import { z } from 'zod'
import { loadRegister } from '#store/network/network.ts'
import { isoDay } from '../../components/dates.ts'
import { requestsAMinute } from '../../components/rate-limit.ts'
import { DataTable } from '../../components/table.tsx'
import type { PageContext } from '../../environment.ts'
import { Page, show } from '../../layout/page.tsx'
import { paths } from '../../paths.ts'
import { type Endpoint, endpoints } from './endpoints.ts'
import { licences } from './licence.ts'
import { services } from './make.ts'

const statuses: readonly (readonly [string, string])[] = [
  ['200', 'The answer, with an ETag'],
  ['304', 'Nothing has changed since the answer whose ETag you sent as If-None-Match'],
  ['400', 'A parameter is wrong: problems names each, and says what'],
  ['404', 'There is no such service, edition or address'],
  ['410', 'The organisation has closed: successor leads to the one that carries on its services'],
  [
    '429',
    `More than ${requestsAMinute} requests a minute from one address: Retry-After says how many seconds to wait`,
  ],
  ['503', 'The database cannot be reached at this moment'],
]

/** One service of this installation stands for all, so that the examples answer. */
export async function apiPage(c: PageContext) {
  const loaded = await loadRegister(c.var.store, { day: isoDay(c.var.now()) })
  const [first] = services(loaded, {})
  const base = `${c.var.config.baseUrl}${paths.networkApi()}`
  return show(
    c,
    <Page
      c={c}
      title="Data for programs"
      description="The open interface of the network, as JSON and GeoJSON, with its OpenAPI document, limits and licence."
    >
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl">Data for programs</h1>
        <p className="nhsuk-lede-text">
          What these pages show of services, procedures, referral pathways, gaps and access, anybody’s program
          may read: as JSON, and as GeoJSON for a map. There is no key and nothing to sign. It holds no
          personal data.
        </p>
        <p>
          <a href={paths.networkApi('openapi.json')}>The OpenAPI 3.1 document</a> describes every address,
          parameter and field for a program. It is made of the same schemas that check each answer.
        </p>
        <Example text={`curl '${base}/${endpoints[0]?.example ?? ''}'`} />
        <h2 className="nhsuk-heading-l">Addresses</h2>
        {endpoints.map((endpoint) => (
          <Address key={endpoint.path} endpoint={endpoint} base={base} code={first?.code ?? null} />
        ))}
        <h2 className="nhsuk-heading-l">What comes back</h2>
        <p>
          <code>data</code> is what you asked for. <code>meta</code> says of which day and which edition of
          the census it is, whether it is fictional, and its licences. A list has a <code>page</code>, whose{' '}
          <code>next</code> is the address of the next one. Not known is <code>null</code>, never an empty
          list: a service whose <code>procedures</code> are null did not say.
        </p>
        {first ? <Example text={JSON.stringify(first, null, 2)} /> : null}
        <DataTable
          stacks
          caption="Status codes"
          rows={statuses}
          keyOf={([status]) => status}
          columns={[
            { heading: 'Status', names: true, cell: ([status]) => status },
            { heading: 'Means', cell: ([, words]) => words },
          ]}
        />
        <p>
          Problems come as <code>application/problem+json</code> (RFC 9457).
        </p>
        <h2 className="nhsuk-heading-l">Limits</h2>
        <p>
          One address may ask {requestsAMinute} times a minute; <code>RateLimit</code> says how often it still
          may. Answers hold for a minute (<code>Cache-Control</code>); after that, ask with{' '}
          <code>If-None-Match</code>. Pages of other sites may read it (CORS), without cookies.
        </p>
        <h2 className="nhsuk-heading-l">Licence</h2>
        <ul>
          {licences.map(({ name, url, covers, attribution }) => (
            <li key={name}>
              {covers}: <a href={url}>{name}</a>. Print: “{attribution}”.
            </li>
          ))}
        </ul>
        <p>
          Whoever shows it says of which day and edition it is, and where <code>fictional</code> is true, that
          it is invented. It is no advice: an MDT meeting decides who is treated how and where.
        </p>
        <h2 className="nhsuk-heading-l">Sending data</h2>
        <p>
          A hospital’s system can <a href={paths.registryApi()}>send treatments to the registry</a>, with a
          key of its service.
        </p>
      </div>
    </Page>,
  )
}

interface AddressProps {
  readonly endpoint: Endpoint
  readonly base: string
  /** Of some service; null: the directory is empty. */
  readonly code: string | null
}

function Address({ endpoint: { path, summary, example, query }, base, code }: AddressProps) {
  const parameters = parametersOf(query)
  const address = example.replace('{code}', code ?? 'CODE')
  return (
    <section>
      <h3 className="nhsuk-heading-m">
        <code className="fp-wrap">/{path}</code>
      </h3>
      <p>{summary}.</p>
      {parameters.length > 0 ? (
        <ul>
          {parameters.map(({ name, required, words }) => (
            <li key={name}>
              <code>{name}</code>
              {required ? ' (has to be given)' : ''}
              {words ? `: ${words}` : ''}
            </li>
          ))}
        </ul>
      ) : null}
      {example.includes('{code}') && code === null ? null : (
        <p>
          <a className="fp-wrap" href={`${paths.networkApi()}/${address}`}>
            {base}/{address}
          </a>
        </p>
      )}
    </section>
  )
}

interface Parameter {
  readonly name: string
  readonly required: boolean
  readonly words: string
}

function parametersOf(query: z.ZodType): readonly Parameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as {
    readonly properties?: Readonly<
      Record<string, { readonly description?: string; readonly enum?: readonly string[] }>
    >
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, enum: values }]) => ({
    name,
    required: required.includes(name),
    words: description ?? (values ? values.join(', ') : ''),
  }))
}

function Example({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="fp-api-example" tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}
