/** The directory as a list: who exists, since when, what became of it, and how it can be reached. */

import { Button, Checkboxes, Select, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { NATIONS, nationSchema } from '#core/catalogue/organisations.ts'
import { type DirectoryRow, directoryRows } from '#store/census/room/directory.ts'
import { dateWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import { Told } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

const filterSchema = z.object({
  search: z.string().trim().max(100).catch(''),
  nation: nationSchema.nullable().catch(null),
  contacts: z.enum(['none', 'bounced']).nullable().catch(null),
  closed: z.literal('shown').optional().catch(undefined),
})

const rowsOnPage = 50

export async function directoryPage(c: PageContext) {
  const filter = filterSchema.parse(c.req.query())
  const page = pageNumber(c.req.query('page'))
  const { total, rows } = await directoryRows(c.var.store.db, {
    ...filter,
    closed: filter.closed === 'shown',
    limit: rowsOnPage,
    offset: (page - 1) * rowsOnPage,
  })
  const pages = Math.max(1, Math.ceil(total / rowsOnPage))
  const hrefOf = (number: number) =>
    paths.directory({
      search: filter.search,
      nation: filter.nation ?? undefined,
      contacts: filter.contacts ?? undefined,
      closed: filter.closed,
      page: String(number),
    })
  return show(
    c,
    <Page c={c} title="Directory" here={paths.directory()}>
      <Told c={c} />
      <h1 className="nhsuk-heading-l">Directory</h1>
      <p>
        NHS trusts, health boards and HSC trusts, and whom to reach there. An edition of the census asks those
        that exist on its date.
      </p>
      <div className="fp-actions">
        <Button href={paths.directoryContactsImport()} secondary small>
          Add contacts from a file
        </Button>
      </div>
      <FilterForm filter={filter} />
      <p>{total === 1 ? '1 organisation.' : `${total} organisations.`}</p>
      <DataTable
        stacks
        caption="Organisations of the directory"
        captionHidden
        rows={rows}
        keyOf={({ code }) => code}
        empty="No organisation is like that."
        columns={[
          {
            heading: 'Organisation',
            names: true,
            cell: ({ code, name }) => (
              <>
                <a href={paths.directoryOrganisation(code)}>{name}</a>{' '}
                <span className="fp-quiet fp-code">{code}</span>
              </>
            ),
          },
          { heading: 'Nation', cell: ({ nation }) => nation },
          { heading: 'Opened', cell: ({ openedOn }) => (openedOn ? dateWords(openedOn) : 'Not recorded') },
          { heading: 'Now', cell: nowWords },
          { heading: 'Contacts', cell: contactWords },
        ]}
      />
      <Pager page={Math.min(page, pages)} pages={pages} hrefOf={hrefOf} />
    </Page>,
  )
}

function nowWords({ closedOn, successorName, successor }: DirectoryRow): string {
  const carried = successor ? `carried on by ${successorName ?? successor}` : ''
  if (closedOn) return `Closed ${dateWords(closedOn)}${carried ? `; ${carried}` : ''}`
  return carried ? `Open; ${carried}` : 'Open'
}

function contactWords({ contacts, reachable, bounced }: DirectoryRow): string {
  if (contacts === 0) return 'None'
  const words = reachable === contacts ? String(contacts) : `${contacts}, ${reachable} with a working address`
  return bounced > 0 ? `${words}; ${bounced} ${bounced === 1 ? 'sends' : 'send'} mail back` : words
}

function FilterForm({ filter }: { readonly filter: z.infer<typeof filterSchema> }) {
  return (
    <form method="get" action={paths.directory()} className="fp-inline-form" aria-label="Which organisations">
      <TextInput id="search" name="search" label="Name or code" defaultValue={filter.search} width={20} />
      <Select id="nation" name="nation" label="Nation" defaultValue={filter.nation ?? ''}>
        <Select.Option value="">Any</Select.Option>
        {NATIONS.map((nation) => (
          <Select.Option key={nation} value={nation}>
            {nation}
          </Select.Option>
        ))}
      </Select>
      <Select id="contacts" name="contacts" label="Contacts" defaultValue={filter.contacts ?? ''}>
        <Select.Option value="">Any</Select.Option>
        <Select.Option value="none">No working address</Select.Option>
        <Select.Option value="bounced">An address sends mail back</Select.Option>
      </Select>
      <Checkboxes
        id="closed"
        name="closed"
        legend="Closed organisations"
        legendProps={{ className: 'nhsuk-u-visually-hidden' }}
        small
      >
        <Checkboxes.Item value="shown" defaultChecked={filter.closed === 'shown'}>
          Show closed ones too
        </Checkboxes.Item>
      </Checkboxes>
      <Button secondary small>
        Show
      </Button>
    </form>
  )
}
