/** A version that was handed in: read, remarked on, signed off, published, withdrawn. */

import { Button, Select, Textarea, TextInput } from 'nhsuk-react-components'
import { changesBetween } from '#core/leaflet/compare.ts'
import { claimsOf } from '#core/leaflet/leaflet.ts'
import { partsOf } from '#core/leaflet/parts.ts'
import { type KeptVersion, leafletVersion, type Remark, remarksOn } from '#store/leaflet/read.ts'
import { dateTimeWords } from '../components/dates.ts'
import type { Fields } from '../components/form.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type LeafletAt, leafletAt, nameOf } from './at.ts'
import { Comparison } from './comparison.tsx'
import { EditorFrame } from './frame.tsx'

export interface VersionAt {
  readonly at: LeafletAt
  readonly version: KeptVersion
}

/** The version that an address names; null where it is not of this leaflet. */
export async function versionAt(c: PageContext): Promise<VersionAt | null> {
  const at = await leafletAt(c)
  const version = at?.versions.find(({ entry }) => entry === c.req.param('entry'))
  return at && version ? { at, version } : null
}

export async function versionPage(
  c: PageContext,
  fields: Fields = {},
  problems: readonly FieldProblem[] = [],
) {
  const found = await versionAt(c)
  if (!found) return notFound(c)
  const { at, version } = found
  const { db } = c.var.store
  const [remarks, master] = await Promise.all([
    remarksOn(db, version.entry),
    version.base
      ? leafletVersion(db, { ...at.key, organisation: null, version: version.base })
      : Promise.resolve(null),
  ])
  const before = master ?? earlier(at, version)
  return show(
    c,
    <EditorFrame c={c} title={`Version ${version.version}`} at={at} hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.title}</span>
        Version {version.version}
      </h1>
      <p>{said(version)}</p>
      <p>
        <a href={paths.leafletEditorVersion(nameOf(version), version.entry, 'preview')}>
          Read it as it will be
        </a>
        . {reviewMarks(version)}
      </p>
      <h2 className="nhsuk-heading-m">
        {before
          ? `What differs from version ${before.version}${master ? ' of the master' : ''}`
          : 'The first version'}
      </h2>
      {before ? (
        <Comparison
          changes={changesBetween(before.leaflet, version.leaflet)}
          beside={({ path }) =>
            version.reasons[path] ? <p className="fp-quiet">Reason: {version.reasons[path]}</p> : null
          }
        />
      ) : null}
      <Remarks remarks={remarks} version={version} />
      <Actions {...{ at, version, fields, problems }} />
    </EditorFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

const earlier = (at: LeafletAt, version: KeptVersion): KeptVersion | null =>
  at.versions.find(({ writtenAt, state }) => writtenAt < version.writtenAt && state !== 'in-review') ?? null

function said(version: KeptVersion): string {
  const { author, writtenAt, note, state, leaflet, publishedAt, withdrawnAt, reason } = version
  const parts = [`Handed in by ${author} on ${dateTimeWords(writtenAt)}: ${note}`]
  if (leaflet.signOff) parts.push(`Signed off by ${leaflet.signOff.name}, ${leaflet.signOff.role}.`)
  if (publishedAt) parts.push(`Published on ${dateTimeWords(publishedAt)}.`)
  if (state === 'replaced') parts.push('A later version took its place.')
  if (withdrawnAt) parts.push(`Withdrawn on ${dateTimeWords(withdrawnAt)}: ${reason}`)
  return parts.map((each) => (/[.!?]$/.test(each) ? each : `${each}.`)).join(' ')
}

function reviewMarks({ leaflet }: KeptVersion): string {
  const claims = claimsOf(leaflet)
  const waiting = claims.filter(({ source }) => source === 'for-review').length
  return `${waiting} of its ${claims.length} statements have no source and wait for a clinician.`
}

function Remarks({
  remarks,
  version,
}: {
  readonly remarks: readonly Remark[]
  readonly version: KeptVersion
}) {
  const words = new Map(partsOf(version.leaflet).map(({ path, text }) => [path, text]))
  return (
    <>
      <h2 className="nhsuk-heading-m">Remarks</h2>
      {remarks.length === 0 ? <p>None yet.</p> : null}
      <ul>
        {remarks.map(({ entry, path, words: said, author, at }) => (
          <li key={entry}>
            {said}{' '}
            <span className="fp-quiet">
              {author}, {dateTimeWords(at)}
              {path ? `, to: ${words.get(path) ?? path}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

interface ActionsProps {
  readonly at: LeafletAt
  readonly version: KeptVersion
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function Actions({ at, version, fields, problems }: ActionsProps) {
  const of = (name: string) => inputOf(fields, problems, name)
  const href = (part: string) => paths.leafletEditorVersion(at.name, version.entry, part)
  const isOpen = version.state === 'in-review' || version.state === 'published'
  return (
    <>
      {isOpen && (at.maySign || at.mayWrite) ? (
        <form method="post" action={href('remark')} noValidate>
          <Select label="Remark to" {...of('path')}>
            <Select.Option value="">The whole leaflet</Select.Option>
            {partsOf(version.leaflet).map(({ path, under, text }) => (
              <Select.Option key={path} value={path}>
                {under}: {text.slice(0, 60)}
              </Select.Option>
            ))}
          </Select>
          <Textarea label="Remark" rows={3} {...of('words')} />
          <Button secondary>Add the remark</Button>
        </form>
      ) : null}
      {isOpen && at.maySign && !version.leaflet.signOff ? (
        <form method="post" action={href('sign')} noValidate>
          <h2 className="nhsuk-heading-m">Sign off</h2>
          <p>You stand for the clinical content of this version, by name, on the leaflet itself.</p>
          <TextInput
            label="Your profession"
            hint="For example, consultant interventional radiologist"
            {...of('profession')}
          />
          <Button>Sign off version {version.version}</Button>
        </form>
      ) : null}
      {version.state === 'in-review' && at.mayWrite ? (
        <form method="post" action={href('publish')}>
          <h2 className="nhsuk-heading-m" id="publish">
            Publish
          </h2>
          <p>It is in use from then on, in place of {at.inUse ? `version ${at.inUse.version}` : 'none'}.</p>
          <Button>Publish version {version.version}</Button>
        </form>
      ) : null}
      {version.state !== 'withdrawn' && at.mayWrite ? (
        <form method="post" action={href('withdraw')} noValidate>
          <h2 className="nhsuk-heading-m">Withdraw</h2>
          <Textarea
            label="Why"
            hint="It stays readable from every consent that names it, marked as withdrawn."
            rows={2}
            {...of('reason')}
          />
          <Button warning>Withdraw version {version.version}</Button>
        </form>
      ) : null}
    </>
  )
}
