/** The snapshots that there are, the newest first. */

import type { Release } from '#core/registry/snapshot/manifest.ts'
import { listSnapshots } from '#store/snapshot/latest.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { shownWords } from './counts.tsx'

export const releaseWords: Readonly<Record<Release, string>> = {
  full: 'With days',
  coarse: 'Months instead of days',
}

export async function showSnapshots(c: PageContext) {
  const snapshots = await listSnapshots(c.var.store.db)
  return show(
    c,
    <Page
      c={c}
      title="Snapshots"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
    >
      <h1 className="nhsuk-heading-l">Snapshots</h1>
      <p className="nhsuk-lede-text">
        The registry as it stood on a day: pseudonymous rows that never change, signed, named by their own
        digest. Every figure names the one that it was computed from.
      </p>
      {may(c, 'registry:see-downloads') ? (
        <p>
          <a href={paths.registryDownloads()}>Who downloaded what</a>
        </p>
      ) : null}
      <DataTable
        stacks
        caption={`${snapshots.length} ${snapshots.length === 1 ? 'snapshot' : 'snapshots'}`}
        rows={snapshots}
        keyOf={({ id }) => id}
        empty="None was taken yet. One is taken each night; an operator can take one with npm run snapshot."
        columns={[
          {
            heading: 'As of',
            names: true,
            cell: ({ id, asOf }) => <a href={paths.registrySnapshot(id)}>{dateWords(asOf)}</a>,
          },
          { heading: 'Name', cell: ({ id }) => <span className="fp-digest">{id}</span> },
          { heading: 'Days', cell: ({ release }) => releaseWords[release] },
          { heading: 'Treatments', number: true, cell: ({ treatments }) => shownWords(treatments) },
          { heading: 'Patients', number: true, cell: ({ patients }) => shownWords(patients) },
          { heading: 'Taken', cell: ({ takenAt }) => dateTimeWords(takenAt) },
        ]}
      />
    </Page>,
  )
}
