/** Referrals made outside of any referral pathway in the last year: whence, whither, for what; agreed by nobody yet. */

import { organisationsOf } from '#core/access/may.ts'
import { dayWords } from '#core/calendar/uk-time.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import { type OutsideReferrals, outsideReferrals } from '#core/network/use.ts'
import { pathwayUse } from '#store/network/use.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { may, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type NetworkAt, networkAt } from './at.ts'
import { NetworkPage } from './frame.tsx'
import { shownCount } from './used.ts'
import { counted } from './words.ts'

const pageSize = 50

/** Staff of a service see those at whose ends it is; roles of the nation all, none in small numbers. */
export async function outsideOf(c: PageContext, at: NetworkAt): Promise<readonly OutsideReferrals[]> {
  const use = await pathwayUse(c.var.store, at.day, c.var.now())
  const all = outsideReferrals(at.register, use)
  // By name: the order of their numbers would tell what the numbers do not.
  const name = (code: string) => at.organisations.get(code)?.name ?? code
  if (may(c, 'network:see'))
    return all.toSorted(
      (one, other) =>
        name(one.from).localeCompare(name(other.from), 'en-GB') ||
        name(one.to).localeCompare(name(other.to), 'en-GB') ||
        (one.procedure ?? '').localeCompare(other.procedure ?? ''),
    )
  const own = organisationsOf(c.var.person?.memberships ?? [], 'network:see')
  return all.filter(({ from, to }) => own.includes(from) || own.includes(to))
}

export async function outsidePage(c: PageContext) {
  const at = await networkAt(c)
  if (!at) return notFound(c)
  const use = await pathwayUse(c.var.store, at.day, c.var.now())
  const rows = await outsideOf(c, at)
  const pages = Math.max(1, Math.ceil(rows.length / pageSize))
  const page = Math.min(pageNumber(c.req.query('page')), pages)
  const name = (code: string) => at.organisations.get(code)?.name ?? code
  return show(
    c,
    <NetworkPage
      c={c}
      part="pathways"
      title="Referrals outside any referral pathway"
      crumbs={[{ text: 'Referral pathways', href: paths.networkPathways() }]}
    >
      <h1 className="nhsuk-heading-l">Referrals outside any referral pathway</h1>
      <p className="nhsuk-u-reading-width">
        From {dayWords(use.since)} to {dayWords(use.until)}, patients were referred along these ways though
        neither service stated a referral pathway for them on that day, nor declared one in the census. Where
        it goes on, the two services may want to agree one.
      </p>
      {may(c, 'network:see') ? (
        <p className="nhsuk-u-reading-width fp-quiet">
          Small numbers are not shown, others are rounded, so that nobody can be made out in them.
        </p>
      ) : null}
      <DataTable
        stacks
        caption={counted(rows.length, 'way', 'ways')}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        keyOf={({ from, to, procedure }) => `${from} ${to} ${procedure ?? ''}`}
        empty="Every referral of the last year went by a referral pathway."
        columns={[
          {
            heading: 'From',
            names: true,
            cell: ({ from }) => <a href={paths.service(from)}>{name(from)}</a>,
          },
          { heading: 'To', cell: ({ to }) => <a href={paths.service(to)}>{name(to)}</a> },
          {
            heading: 'For',
            cell: ({ procedure }) => (procedure ? procedureName(procedure) : 'Procedure not said'),
          },
          {
            heading: 'Referrals',
            number: true,
            cell: (row) => shownCount(c, row, row.referrals, at.organisations),
          },
          {
            heading: 'What to do',
            cell: ({ from, to, procedure }) =>
              may(c, 'service:record', from) ? (
                <a
                  href={paths.myServiceNew(from, 'referral-pathway', {
                    to,
                    procedure: procedure ?? undefined,
                  })}
                >
                  State a referral pathway
                </a>
              ) : (
                <a href={paths.networkPathways({ service: from })}>What {name(from)} states</a>
              ),
          },
        ]}
      />
      <Pager
        page={page}
        pages={pages}
        hrefOf={(next) => paths.networkOutside({ page: next > 1 ? String(next) : undefined })}
      />
      <p className="fp-screen-only">
        <a href={paths.networkOutside({}, 'csv')}>Download as CSV</a>
      </p>
    </NetworkPage>,
  )
}
