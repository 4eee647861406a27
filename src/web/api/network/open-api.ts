/**
 * The OpenAPI document of the open interface, made of the schemas that check its questions and its answers.
 *
 * @see OpenAPI Specification 3.1.1; its schemas are JSON Schema, draft 2020-12
 */

import { z } from 'zod'
import { requestsAMinute } from '../../components/rate-limit.ts'
import { paths } from '../../paths.ts'
import { type Endpoint, endpoints } from './endpoints.ts'
import { problemSchema } from './schemas.ts'

type Json = Readonly<Record<string, unknown>>

const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'A parameter is wrong: which, and what',
  '404': 'There is no such thing',
  '410': 'The organisation has closed: who carries on its services',
  '429': 'Too many requests: Retry-After says how many seconds to wait',
  '503': 'The database cannot be reached at this moment',
}

/** @param baseUrl of the installation, which the document names as its server */
export function openApi(baseUrl: string): Json {
  const schemas: Record<string, unknown> = {}
  const schemaOf = (schema: z.ZodType): Json => lifted(z.toJSONSchema(schema) as Json, schemas)
  const problem = schemaOf(problemSchema)
  const described = Object.fromEntries(
    endpoints.map((endpoint) => [`/${endpoint.path}`, { get: operation(endpoint, schemaOf, problem) }]),
  )
  return {
    openapi: '3.1.1',
    info: {
      title: 'The network of interventional oncology services',
      version: '1',
      description:
        'Who provides which procedure in the United Kingdom, who refers where, and who is out of reach. Open to all, without a key. ' +
        `One address may ask ${requestsAMinute} times a minute. Every answer names its day, its edition of the census and its licences.`,
      license: {
        name: 'CC BY 4.0, and OGL v3.0 for directory and places; each answer says which',
        url: 'https://creativecommons.org/licenses/by/4.0/',
      },
    },
    servers: [{ url: `${baseUrl}${paths.networkApi()}` }],
    externalDocs: { url: `${baseUrl}${paths.api()}`, description: 'The same for people' },
    paths: described,
    components: { schemas },
  }
}

function operation(endpoint: Endpoint, schemaOf: (schema: z.ZodType) => Json, problem: Json): Json {
  const type = endpoint.shape === 'geojson' ? 'application/geo+json' : 'application/json'
  const refusals = Object.entries(REFUSALS)
    .filter(([status]) => status !== '410' || endpoint.path.includes('{code}'))
    .map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: problem } } },
    ])
  return {
    summary: endpoint.summary,
    operationId: endpoint.path.replace(/[^a-z]+(\w)?/g, (_, letter?: string) => (letter ?? '').toUpperCase()),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    responses: {
      '200': {
        description: 'The answer',
        headers: {
          ETag: {
            schema: { type: 'string' },
            description: 'Send it as If-None-Match: 304 says that nothing changed',
          },
        },
        content: { [type]: { schema: schemaOf(endpoint.answer) } },
      },
      '304': { description: 'Nothing has changed since the answer of that ETag' },
      ...Object.fromEntries(refusals),
    },
  }
}

function pathParameters({ path }: Endpoint): readonly Json[] {
  if (!path.includes('{code}')) return []
  const schema = { type: 'string', pattern: '^[A-Z0-9]{2,12}$' }
  return [
    { name: 'code', in: 'path', required: true, description: 'The ODS code of an organisation', schema },
  ]
}

function queryParameters({ query }: Endpoint): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input' }) as {
    readonly properties?: Readonly<Record<string, Json>>
    readonly required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(description ? { description } : {}),
  }))
}

/** The schema with those that bear a name moved to the document's components, and led to from there. */
function lifted(schema: Json, into: Record<string, unknown>): Json {
  const {
    $defs = {},
    $schema: _,
    ...rest
  } = schema as Json & { readonly $defs?: Readonly<Record<string, Json>> }
  for (const [name, held] of Object.entries($defs)) into[name] = led(withoutId(held))
  const { id, ...own } = led(rest) as Json & { readonly id?: string }
  if (id === undefined) return own
  into[id] = own
  return { $ref: `#/components/schemas/${id}` }
}

const withoutId = ({ id: _, ...rest }: Json): Json => rest

function led(value: unknown): Json {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json // as it was, but for its references
}
