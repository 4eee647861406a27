/** One snapshot: what is in it and who is not, its files with their digests, whether its signature holds, what to take. */

import { termsVersion } from '#core/registry/access/terms.ts'
import { EXCLUSION_WORDS, type ExclusionReason } from '#core/registry/exclusion.ts'
import { levelNames, levels } from '#core/registry/levels.ts'
import { termsAccepted } from '#store/registry/access.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { type ExportKind, exportBytes, exportFiles } from '#store/snapshot/exports.ts'
import { type ListedSnapshot, listSnapshots, snapshotNamed } from '#store/snapshot/latest.ts'
import type { Snapshot } from '#store/snapshot/open.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { Fact } from '../components/fact.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { shownWords } from './counts.tsx'
import { sizeWords } from './size.ts'
import { releaseWords } from './snapshots-page.tsx'

export async function showSnapshot(c: PageContext) {
  const { db } = c.var.store
  const id = c.req.param('snapshot') ?? ''
  const listed = (await listSnapshots(db)).find((each) => each.id === id)
  if (!listed) return notFound(c)
  const [opened, accepted] = await Promise.all([
    openedOf(c, id),
    termsAccepted(db, c.var.person?.id ?? '', termsVersion),
  ])
  return show(c, <SnapshotPage {...{ c, opened, accepted }} snapshot={listed} />)
}

/** The snapshot where its signature and every file hold; else why it is not opened. */
async function openedOf(c: PageContext, id: string): Promise<Snapshot | string> {
  try {
    const snapshot = await snapshotNamed(c.var.store.db, c.var.config, id)
    return snapshot ?? 'Its files are not on this machine.'
  } catch (error) {
    if (error instanceof SnapshotError) return error.message
    throw error
  }
}

interface SnapshotPageProps {
  readonly c: PageContext
  readonly snapshot: ListedSnapshot
  readonly opened: Snapshot | string
  readonly accepted: Date | null
}

function SnapshotPage({ c, snapshot, opened, accepted }: SnapshotPageProps) {
  const { id, asOf, manifest } = snapshot
  return (
    <Page
      c={c}
      title={`Snapshot of ${dateWords(asOf)}`}
      here={paths.registry()}
      breadcrumbs={[
        { text: 'Registry', href: paths.registry() },
        { text: 'Snapshots', href: paths.registrySnapshots() },
      ]}
    >
      <h1 className="nhsuk-heading-l">Snapshot of {dateWords(asOf)}</h1>
      <dl className="nhsuk-summary-list">
        <Fact term="Name">
          <span className="fp-digest">{id}</span>
        </Fact>
        <Fact term="Signature">
          {typeof opened !== 'string' ? (
            <>
              Holds, and so does the digest of every file. Signed by the key{' '}
              <span className="fp-digest">{manifest.key}</span>
            </>
          ) : (
            <strong>Does not hold. {opened} Nothing is read or given out from it.</strong>
          )}
        </Fact>
        <Fact term="Days">{releaseWords[manifest.release]}</Fact>
        <Fact term="Taken">
          {dateTimeWords(snapshot.takenAt)}, by version {snapshot.code}
        </Fact>
      </dl>
      <Rows snapshot={snapshot} />
      {may(c, 'registry:download') && typeof opened !== 'string' ? (
        <Take snapshot={opened} accepted={accepted} />
      ) : null}
      <Files snapshot={snapshot} />
    </Page>
  )
}

function Rows({ snapshot: { manifest } }: Pick<SnapshotPageProps, 'snapshot'>) {
  const excluded = Object.entries(manifest.exclusions)
  return (
    <div className="fp-columns">
      <DataTable
        caption="Rows"
        rows={levelNames}
        keyOf={(level) => level}
        columns={[
          {
            heading: 'Level',
            names: true,
            cell: (level) => (
              <a href={`${paths.registryDictionary()}#${level}`}>One per {levels[level].one}</a>
            ),
          },
          { heading: 'Rows', number: true, cell: (level) => shownWords(manifest.levels[level].rows) },
        ]}
      />
      <DataTable
        caption="People left out"
        rows={excluded}
        keyOf={([reason]) => reason}
        empty="Nobody."
        columns={[
          {
            heading: 'Reason',
            names: true,
            cell: ([reason]) => EXCLUSION_WORDS[reason as ExclusionReason],
          },
          { heading: 'People', number: true, cell: ([, people]) => shownWords(people) },
        ]}
      />
    </div>
  )
}

interface TakeProps {
  readonly snapshot: Snapshot
  readonly accepted: Date | null
}

function Take({ snapshot, accepted }: TakeProps) {
  const { id } = snapshot
  return (
    <>
      <h2 className="nhsuk-heading-m">Downloads</h2>
      {accepted ? (
        <>
          <p>
            Under the <a href={paths.registryTerms(id)}>terms</a> that you accepted on {dateWords(accepted)}.
            Each download is noted with your name. One that is cut off can go on where it stopped.
          </p>
          <DataTable
            stacks
            captionHidden
            caption="Files to download"
            rows={exportFiles}
            keyOf={({ name }: ExportKind) => name}
            columns={[
              {
                heading: 'File',
                names: true,
                cell: ({ name }) => (
                  <a className="fp-wrap" href={paths.registryDownload(id, name)} download>
                    {name}
                  </a>
                ),
              },
              { heading: 'What it is', cell: ({ what }) => what },
              {
                heading: 'Size',
                cell: ({ name }) => {
                  const bytes = exportBytes(snapshot, name)
                  return bytes === null ? 'made when first asked for' : sizeWords(bytes)
                },
              },
            ]}
          />
        </>
      ) : (
        <p>
          <a className="nhsuk-button" href={paths.registryTerms(id)}>
            Read and accept the terms to download
          </a>
        </p>
      )}
    </>
  )
}

function Files({ snapshot: { manifest } }: Pick<SnapshotPageProps, 'snapshot'>) {
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Its {manifest.files.length} files and their digests
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <DataTable
          stacks
          captionHidden
          caption="Files of the snapshot"
          rows={manifest.files}
          keyOf={({ path }) => path}
          columns={[
            { heading: 'File', names: true, cell: ({ path }) => <span className="fp-wrap">{path}</span> },
            { heading: 'Size', cell: ({ bytes }) => sizeWords(bytes) },
            {
              heading: 'SHA-256',
              cell: ({ sha256 }) => <span className="fp-digest">{sha256}</span>,
            },
          ]}
        />
      </div>
    </details>
  )
}
