/** /cases: one work list where the address names it, else every case with its filters. */

import { z } from 'zod'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { stages } from '#core/pathway/case-kind.ts'
import { isWorkList } from '#core/pathway/list-roles.ts'
import { type QueryRule, queryRuleNames } from '#core/registry/quality/rules.ts'
import { countCases, pageOfCases } from '#store/case/all.ts'
import { freshen } from '#store/case/freshen.ts'
import { countFiltered, type ListKey, listPage } from '#store/case/lists.ts'
import { noteLooks } from '#store/case/look.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { patientsById } from '#store/patient/patient.ts'
import { caseKeyIn, caseKeyWords } from '../components/case-key.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { CasesPage } from './cases-page.tsx'
import { hrefOf, isPrinted, ListPage } from './list-page.tsx'

const rowsOnPage = 50

const filterSchema = z.object({
  procedure: z.string().max(80).catch(''),
  mine: z.literal('yes').optional().catch(undefined),
  overdue: z.literal('yes').optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  urgency: z.enum(['elective', 'urgent', 'emergency']).optional().catch(undefined),
  side: z.enum(['treating', 'referring']).optional().catch(undefined),
  rule: z
    .enum(queryRuleNames as [QueryRule, ...QueryRule[]])
    .optional()
    .catch(undefined),
  closed: z.literal('yes').optional().catch(undefined),
})

export async function cases(c: PageContext) {
  const list = c.req.query('list')
  if (list === undefined) return allCases(c)
  return isWorkList(list) ? oneList(c, list) : notFound(c)
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Where the page before ended: milliseconds (or nothing), the case, the key. */
function listKey(given: string | undefined): ListKey | null {
  const found = new RegExp(`^(\\d{1,15})?~(${uuid})~(.{1,200})$`).exec(given ?? '')
  if (!found) return null
  return { dueAt: found[1] ? new Date(Number(found[1])) : null, caseId: found[2] ?? '', key: found[3] ?? '' }
}

async function oneList(c: PageContext, list: Parameters<typeof ListPage>[0]['shown']['list']) {
  const { organisations } = scopeFor(c, 'case:see')
  const given = filterSchema.parse(c.req.query())
  const filter = {
    procedure: given.procedure,
    mine: given.mine === 'yes',
    overdue: given.overdue === 'yes',
    rule: list === 'data-query' ? (given.rule ?? '') : '',
  }
  const asked = {
    list,
    organisations,
    procedure: filter.procedure || undefined,
    mine: filter.mine ? c.var.person?.name : undefined,
    overdue: filter.overdue || undefined,
    rule: filter.rule || undefined,
  }
  const after = listKey(c.req.query('after'))
  const now = c.var.now()
  const { total, rows, more, patients } = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, now)
    const total = await countFiltered(db, asked, now)
    const page = await listPage(db, asked, now, { size: rowsOnPage, after })
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: organisations[0] ?? null,
      page: `list ${list}`,
      looked: page.rows.map(({ patient, caseId }) => ({ patient, caseId })),
    })
    // Whoever carries a list about tells two patients of one name apart by their number.
    const ids = isPrinted(list) ? page.rows.map(({ patient }) => patient) : []
    return { total, ...page, patients: await patientsById(db, ids) }
  })
  const last = rows.at(-1)
  const next =
    more && last
      ? hrefOf(list, filter, `${last.dueAt ? last.dueAt.getTime() : ''}~${last.caseId}~${last.key}`)
      : null
  const places =
    organisations.length > 1
      ? await organisationNames(c.var.store.db, organisations)
      : new Map<string, string>()
  const shown = {
    ...{ list, filter, total, rows, patients, next, places },
    ...{ isFirst: after === null, procedures: PROCEDURES },
  }
  return show(c, <ListPage c={c} shown={shown} />)
}

async function allCases(c: PageContext) {
  const { organisations } = scopeFor(c, 'case:see')
  const { procedure, stage, urgency, side, closed } = filterSchema.parse(c.req.query())
  const filter = { procedure, stage, urgency, side, closed: closed === 'yes' }
  const asked = { organisations, ...filter, procedure: procedure || undefined }
  const after = caseKeyIn(c.req.query('after'))
  const { total, page, names } = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, c.var.now())
    const total = await countCases(db, asked)
    const page = await pageOfCases(db, asked, { size: rowsOnPage, after })
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: organisations[0] ?? null,
      page: 'cases',
      looked: page.cases.map(({ patient, caseId }) => ({ patient, caseId })),
    })
    const codes = page.cases.flatMap(({ treating, referring }) =>
      referring ? [treating, referring] : [treating],
    )
    return { total, page, names: await organisationNames(db, codes) }
  })
  const last = page.cases.at(-1)
  const next =
    page.more && last
      ? paths.cases({ procedure, stage, urgency, side, closed, after: caseKeyWords(last) })
      : null
  return show(
    c,
    <CasesPage
      c={c}
      filter={filter}
      total={total}
      cases={page.cases}
      names={names}
      next={next}
      isFirst={after === null}
      procedures={PROCEDURES}
    />,
  )
}
