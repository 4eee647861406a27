/** Who took what out of the registry, for the administrator. Kept for good. */

import { downloads, downloadsOnPage, type NotedDownload } from '#store/registry/access.ts'
import { dateTimeWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { sizeWords } from './size.ts'

export async function showDownloads(c: PageContext) {
  const page = pageNumber(c.req.query('page'))
  const filter = filterOf(c)
  const { downloads: noted, total } = await downloads(c.var.store.db, filter, page)
  return show(
    c,
    <Page
      c={c}
      title="Downloads from the registry"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
    >
      <h1 className="nhsuk-heading-l">Downloads from the registry</h1>
      <p className="nhsuk-lede-text">
        Every file that somebody took, with the terms that they had accepted. It cannot be changed or removed
        by anyone.
      </p>
      {filter.person || filter.snapshot ? (
        <p>
          Narrowed to {filter.person ? 'one person' : 'one snapshot'}.{' '}
          <a href={paths.registryDownloads()}>Show all</a>
        </p>
      ) : null}
      <DataTable
        stacks
        caption={`${total} ${total === 1 ? 'download' : 'downloads'}, the latest first`}
        rows={noted}
        keyOf={({ id }) => String(id)}
        empty="Nothing was downloaded."
        columns={[
          { heading: 'When', names: true, cell: ({ at }) => dateTimeWords(at) },
          {
            heading: 'Who',
            cell: ({ person, personName }) => (
              <a href={paths.registryDownloads({ person })}>{personName ?? 'Not known any more'}</a>
            ),
          },
          {
            heading: 'Snapshot',
            cell: ({ snapshot }) => (
              <a className="fp-digest" href={paths.registryDownloads({ snapshot })}>
                {snapshot}
              </a>
            ),
          },
          { heading: 'File', cell: fileWords },
          { heading: 'Terms', cell: ({ terms }) => terms },
        ]}
      />
      <Pager
        page={page}
        pages={Math.max(1, Math.ceil(total / downloadsOnPage))}
        hrefOf={(number) => paths.registryDownloads({ ...filter, page: String(number) })}
      />
    </Page>,
  )
}

function filterOf(c: PageContext): { readonly person?: string; readonly snapshot?: string } {
  const [person, snapshot] = [c.req.query('person'), c.req.query('snapshot')]
  return {
    ...(person && person.length < 100 ? { person } : {}),
    ...(snapshot && /^[0-9a-f]{8,64}$/.test(snapshot) ? { snapshot } : {}),
  }
}

const fileWords = ({ file, bytes, fromByte }: NotedDownload) => (
  <span className="fp-wrap">
    {file}, {sizeWords(bytes)}
    {fromByte > 0 ? `, went on from ${sizeWords(fromByte)}` : ''}
  </span>
)
