/** How a program sends treatments: the page that whoever writes one reads, with an example that is sent as it stands. */

import { z } from 'zod'
import { procedureById } from '#core/catalogue/procedures.ts'
import { pastTreatment } from '#core/registry/past-treatment.ts'
import { requestsAMinute } from '#store/upload/key.ts'
import { largestRequestBytes } from '../components/api-problem.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { jsonType, linesType } from './read-body.ts'
import { mostTreatments } from './treatments.ts'

/** A treatment that is taken as it stands; a test sends it. */
export const example = {
  localKey: 'RIS-2019-004711',
  patient: { system: 'nhs', value: '9434765919' },
  birthOn: '1951-07-14',
  sex: 'female',
  procedure: 'liver-ablation',
  treatedOn: '2019-03-12',
  intent: 'disease-modifying',
  tumourSite: 'hepatocellular',
  icd10: 'C22.0',
  ecog: '1',
  targets: [{ organ: 'liver', size: 24, margin: 6 }],
  modality: 'microwave',
  technicalSuccess: 'yes',
  safety: 'none',
  lastSeenOn: '2021-02-02',
}

const answers: readonly (readonly [number, string])[] = [
  [201, 'Kept: how many are new, changed, the same. Location names the upload'],
  [400, 'The body is no JSON, or empty; or the Idempotency-Key cannot be kept'],
  [
    401,
    'No key, or one that is not known, was revoked or has expired; also while the treatments were on their way',
  ],
  [409, 'Another upload of the organisation is being kept. Send it again in a few seconds'],
  [
    413,
    `More than ${mostTreatments.toLocaleString('en-GB')} treatments, or ${largestRequestBytes / 2 ** 20} MB`,
  ],
  [415, `Neither ${jsonType} nor ${linesType}`],
  [422, 'Treatments have something wrong: which, where and what. Nothing was kept'],
  [429, `More than ${requestsAMinute} requests a minute with one key. Retry-After says how long to wait`],
]

export function documentationPage(c: PageContext) {
  const address = `${c.var.config.baseUrl}${paths.registryApi('treatments')}`
  const known = procedureById(example.procedure)
  return show(
    c,
    <Page
      c={c}
      title="Sending treatments by a program"
      description="The registry’s interface for programs: authorisation, request, answers, and a JSON schema."
    >
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">Sending treatments by a program</h1>
        <p>
          A hospital’s own system can send treatments to the registry as they are finished, or those of past
          years. What is sent again is nothing new; what has changed becomes a correction, and what was said
          before stays in the record.
        </p>
        <h2 className="nhsuk-heading-m">The key</h2>
        <p>
          The IO lead or manager of a service makes a key for each program, under My service. Send it with
          each request:
        </p>
        <Example text="Authorization: Bearer fpu_…" />
        <h2 className="nhsuk-heading-m">The request</h2>
        <p>
          <code className="fp-wrap">POST {paths.registryApi('treatments')}</code> with a JSON array (
          <code>{jsonType}</code>), or one treatment a line (<code>{linesType}</code>), up to{' '}
          {mostTreatments.toLocaleString('en-GB')}. All of them are kept, or none.
        </p>
        <Example
          text={[
            `curl ${address} \\`,
            "  -H 'Authorization: Bearer fpu_…' \\",
            "  -H 'Content-Type: application/json' \\",
            "  -H 'Idempotency-Key: 2026-11-22-night' \\",
            `  -d '${JSON.stringify([example], null, 2)}'`,
          ].join('\n')}
        />
        <p>
          This one is a {known?.name.toLowerCase()}. <code>localKey</code> is your own key of the treatment,
          always the same for the same treatment, and nobody’s number. With an <code>Idempotency-Key</code> a
          request whose answer was lost can be sent again: it is answered as it was the first time.
        </p>
        <p>
          Every field: <a href={paths.registryApi('treatments.schema.json')}>the JSON schema</a>. Without
          names and without free text: what the schema does not know is refused.
        </p>
        <h2 className="nhsuk-heading-m">The answer</h2>
        <Example text={'{ "upload": "0b8f…", "new": 1, "changed": 0, "same": 0 }'} />
        <DataTable
          stacks
          caption="Status codes"
          rows={answers}
          keyOf={([status]) => String(status)}
          columns={[
            { heading: 'Status', names: true, cell: ([status]) => status },
            { heading: 'Means', cell: ([, words]) => words },
          ]}
        />
        <p>
          Problems come as <code>application/problem+json</code> (RFC 9457), each with the treatment that it
          is about, counted from 1, its field, and what is wrong in words; never with a patient’s number.
        </p>
        <Example
          text={JSON.stringify(
            {
              title: 'Treatments have something wrong',
              status: 422,
              problems: [
                {
                  row: 3,
                  field: 'lastSeenOn',
                  words: 'The last follow-up (1 March 2019) is before the treatment (12 March 2019)',
                },
              ],
            },
            null,
            2,
          )}
        />
        <p>
          <code className="fp-wrap">GET {paths.registryApi('uploads/')}…</code> answers what became of an
          upload of the same key. Your service sees all of them in its log.
        </p>
      </div>
    </Page>,
  )
}

function Example({ text }: { readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre className="fp-api-example" tabIndex={0}>
      <code>{text}</code>
    </pre>
  )
}

/** @see JSON Schema, draft 2020-12 */
const schema = {
  ...z.toJSONSchema(z.array(pastTreatment.schema).min(1).max(mostTreatments), { io: 'input' }),
  title: 'Treatments for the registry',
}

export const schemaFile = (c: PageContext) =>
  c.body(JSON.stringify(schema, null, 2), 200, {
    'Content-Type': 'application/schema+json; charset=utf-8',
    'Cache-Control': 'public, max-age=300',
  })
