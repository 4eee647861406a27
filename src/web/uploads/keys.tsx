/** Keys for programs that upload: named, with an end, shown once; each can be revoked at any time. */

import { Button, Radios, Tag, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { keysOf, longestKeyDays, makeKey, revokeKey, type UploadKey } from '#store/upload/key.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { fieldsOf, readFields } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { signer, type UploadsAt, uploadsAt } from './at.ts'
import { UploadsFrame } from './frame.tsx'

interface Returned {
  readonly name: string
  readonly problems: readonly FieldProblem[]
}
const nothing: Returned = { name: '', problems: [] }

/** @param made a key that was made at this moment: it is shown now and never again */
export async function keysPage(c: PageContext, returned: Returned = nothing, made?: string) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  const keys = await inScope(c, 'upload:see', (db) => keysOf(db, at.code))
  const { problems } = returned
  return show(
    c,
    <UploadsFrame c={c} at={at} part="keys" title="Keys for programs" hasErrors={problems.length > 0} wide>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Keys for programs</h1>
      {made ? <Made made={made} /> : null}
      <p className="nhsuk-u-reading-width">
        A program of your hospital, such as the radiology system’s export, can send treatments by itself. It
        needs a key of its own: whoever has the key can add to your service’s treatments, and read none.{' '}
        <a href={paths.registryApi()}>How a program sends treatments</a>
      </p>
      <KeyTable c={c} at={at} keys={keys} />
      {at.mayManage ? <KeyForm at={at} returned={returned} /> : null}
    </UploadsFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

function Made({ made }: { readonly made: string }) {
  return (
    <div className="nhsuk-inset-text" role="status">
      <h2 className="nhsuk-heading-s">The key, shown this once</h2>
      <p>
        <code className="fp-upload-secret">{made}</code>
      </p>
      <p>
        Copy it now into the program that will use it. It is kept here as a digest, which nobody can turn
        back.
      </p>
    </div>
  )
}

interface KeyTableProps {
  readonly c: PageContext
  readonly at: UploadsAt
  readonly keys: readonly UploadKey[]
}

function KeyTable({ c, at, keys }: KeyTableProps) {
  const now = c.var.now()
  return (
    <DataTable
      stacks
      caption="Keys"
      captionHidden
      rows={keys}
      keyOf={({ id }) => id}
      empty="No key was made yet."
      columns={[
        {
          heading: 'Name',
          names: true,
          cell: ({ name, beginning }) => (
            <>
              <span className="fp-wrap">{name}</span> <span className="fp-quiet">{beginning}…</span>
            </>
          ),
        },
        { heading: 'State', cell: (key) => <KeyState of={key} now={now} /> },
        {
          heading: 'Made',
          cell: ({ madeAt, madeByName }) => `${dateWords(madeAt)}, ${madeByName ?? 'a colleague'}`,
        },
        { heading: 'Until', cell: ({ expiresAt }) => dateWords(expiresAt) },
        {
          heading: 'Last used',
          cell: ({ lastUsedAt }) => (lastUsedAt ? dateTimeWords(lastUsedAt) : 'Never'),
        },
        {
          heading: 'Do',
          cell: ({ id, name, revokedAt }) =>
            at.mayManage && !revokedAt ? (
              <form method="post" action={paths.uploadKeyRevoke(at.code, id)}>
                <Button small secondary preventDoubleClick>
                  Revoke<span className="nhsuk-u-visually-hidden"> {name}</span>
                </Button>
              </form>
            ) : (
              'Nothing'
            ),
        },
      ]}
    />
  )
}

function KeyState({ of, now }: { readonly of: UploadKey; readonly now: Date }) {
  if (of.revokedAt) return <Tag color="red">Revoked</Tag>
  return of.expiresAt <= now ? <Tag color="grey">Expired</Tag> : <Tag color="green">Holds</Tag>
}

const lifetimes = { '90': '3 months', '365': '1 year', [longestKeyDays]: '2 years' } as const

function KeyForm({ at, returned }: { readonly at: UploadsAt; readonly returned: Returned }) {
  return (
    <form method="post" action={paths.uploadsPart(at.code, 'keys')} noValidate className="fp-form">
      <h2 className="nhsuk-heading-m">Make a key</h2>
      <TextInput
        id="name"
        name="name"
        label="Which program will use it"
        labelProps={{ size: 's' }}
        hint="Such as: Radiology system, nightly export"
        defaultValue={returned.name}
        {...errorFor(returned.problems, 'name')}
      />
      <Radios
        id="days"
        name="days"
        legend="It holds for"
        legendProps={{ size: 's' }}
        {...errorFor(returned.problems, 'days')}
      >
        {Object.entries(lifetimes).map(([days, words]) => (
          <Radios.Item key={days} value={days} defaultChecked={days === '365'}>
            {words}
          </Radios.Item>
        ))}
      </Radios>
      <Button preventDoubleClick>Make the key</Button>
    </form>
  )
}

const formSchema = z.object({
  name: z
    .string()
    .trim()
    .min(2, 'Enter which program will use it')
    .max(80, 'The name has to be 80 characters or fewer'),
  days: z
    .enum(Object.keys(lifetimes) as [string], { error: 'Select for how long it holds' })
    .transform(Number),
})

export async function addKey(c: PageContext) {
  const at = await uploadsAt(c)
  if (!at) return notFound(c)
  const fields = await fieldsOf(c)
  const read = readFields(formSchema, fields)
  if (read.problems) return keysPage(c, { name: fields.name ?? '', problems: read.problems })
  const { person } = signer(c, at.code)
  const given = { organisation: at.code, person, ...read.values }
  const { key } = await inScope(c, 'upload:manage', (db) => makeKey(db, given, c.var.now()))
  return keysPage(c, nothing, key)
}

export async function revoke(c: PageContext) {
  const at = await uploadsAt(c)
  const id = c.req.param('key') ?? ''
  if (!at || !isId(id)) return notFound(c)
  const { person } = signer(c, at.code)
  await inScope(c, 'upload:manage', (db) => revokeKey(db, { id, organisation: at.code, person }, c.var.now()))
  return c.redirect(paths.uploadsPart(at.code, 'keys', { done: 'revoked' }), 303)
}
