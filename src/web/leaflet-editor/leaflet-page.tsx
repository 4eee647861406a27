/** One leaflet in the workshop: what is in use, the draft, what is in review, every version for good. */

import { Button } from 'nhsuk-react-components'
import { changesBetween } from '#core/leaflet/compare.ts'
import { LANGUAGE_NAMES } from '#core/leaflet/leaflet.ts'
import type { KeptVersion } from '#store/leaflet/read.ts'
import { adopt } from '#store/leaflet/write.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorOf, type LeafletAt, leafletAt, nameOf } from './at.ts'
import { EditorFrame } from './frame.tsx'

export async function leafletPage(c: PageContext) {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  return show(
    c,
    <EditorFrame c={c} title={at.title}>
      <h1 className="nhsuk-heading-l">{at.title}</h1>
      <p>{standing(at)}</p>
      <Next at={at} />
      <Versions at={at} />
      {at.key.organisation === null ? <Languages at={at} /> : null}
    </EditorFrame>,
  )
}

const stateWords = {
  'in-review': 'In review',
  published: 'In use',
  replaced: 'Replaced',
  withdrawn: 'Withdrawn',
} as const

function standing({ key, inUse, master }: LeafletAt): string {
  if (inUse) {
    const signed = inUse.leaflet.signOff
      ? `signed off by ${inUse.leaflet.signOff.name} (${inUse.leaflet.signOff.role})`
      : 'not signed off by a clinician, and the page says so'
    const from = inUse.base ? `, after the master’s version ${inUse.base}` : ''
    return `Version ${inUse.version}${from} is in use since ${dateWords(inUse.publishedAt ?? inUse.writtenAt)}; ${signed}.`
  }
  if (key.organisation && master)
    return `There is no variant: patients are given the master’s version ${master.version}.`
  return 'No version is in use.'
}

/** What can be done now, as one button or link each. */
function Next({ at }: { readonly at: LeafletAt }) {
  const { name, draft, inUse, master, followed, mayWrite, versions, key } = at
  const waiting = versions.filter(({ state }) => state === 'in-review')
  const isBehind = key.organisation && master && followed && master.version !== followed.version
  const changed = isBehind ? changesBetween(followed.leaflet, master.leaflet).length : 0
  return (
    <>
      {waiting.map((version) => (
        <p key={version.entry}>
          <a href={paths.leafletEditorVersion(name, version.entry)}>Version {version.version} is in review</a>
          , handed in by {version.author} on {dateTimeWords(version.writtenAt)}: {version.note}
        </p>
      ))}
      {isBehind && mayWrite ? (
        <p>
          <a href={paths.leafletEditorOf(name, 'merge')}>
            The master changed {changed} {changed === 1 ? 'part' : 'parts'} since: compare and take over
          </a>
        </p>
      ) : null}
      {draft ? (
        <p>
          <a href={paths.leafletEditorOf(name, 'draft')}>There is a draft</a>, saved by {draft.savedBy} on{' '}
          {dateTimeWords(draft.savedAt)}.
        </p>
      ) : null}
      {mayWrite && !draft ? (
        <form method="post" action={paths.leafletEditorOf(name, 'draft')}>
          <Button>{beginWords(at)}</Button>
        </form>
      ) : null}
      {mayWrite && key.organisation && !inUse && master ? (
        <form method="post" action={paths.leafletEditorOf(name, 'adopt')}>
          <Button secondary>Give the master’s leaflet as it is</Button>
        </form>
      ) : null}
    </>
  )
}

function beginWords({ key, inUse }: LeafletAt): string {
  if (key.organisation) return inUse ? 'Change your variant' : 'Adapt it to your service'
  return inUse || key.language === 'en'
    ? 'Begin a new version'
    : `Begin a translation into ${LANGUAGE_NAMES[key.language]}`
}

function Versions({ at: { name, versions } }: { readonly at: LeafletAt }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Versions</h2>
      <DataTable<KeptVersion>
        stacks
        caption="Versions, the latest first"
        captionHidden
        rows={versions}
        keyOf={({ entry }) => entry}
        empty="None was handed in yet."
        columns={[
          {
            heading: 'Version',
            names: true,
            cell: ({ entry, version }) => <a href={paths.leafletEditorVersion(name, entry)}>{version}</a>,
          },
          { heading: 'State', cell: ({ state }) => stateWords[state] },
          { heading: 'Handed in', cell: ({ writtenAt, author }) => `${dateWords(writtenAt)}, ${author}` },
          { heading: 'What changed', cell: ({ note }) => note },
          {
            heading: 'Signed off',
            cell: ({ leaflet: { signOff } }) =>
              signOff ? `${signOff.name}, ${dateWords(signOff.on)}` : 'Not yet',
          },
        ]}
      />
    </>
  )
}

function Languages({ at: { key } }: { readonly at: LeafletAt }) {
  const other = key.language === 'en' ? 'cy' : 'en'
  return (
    <p>
      <a href={paths.leafletEditorOf(nameOf({ ...key, language: other }))}>
        The leaflet in {LANGUAGE_NAMES[other]}
      </a>
    </p>
  )
}

/** A service states that it gives the master's leaflet. */
export async function adoptMaster(c: PageContext) {
  const at = await leafletAt(c)
  if (!at?.master || !at.key.organisation) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  const { organisation } = at.key
  await adopt(c.var.store.db, at.master, organisation, authorOf(c, organisation), c.var.now())
  return c.redirect(`${paths.leafletEditorOf(at.name)}?done=adopted`, 303)
}
