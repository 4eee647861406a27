/** Makes a report: the form, the report as it would be, and its publication under an address that stays. */

import { Button } from 'nhsuk-react-components'
import { v7 as newId } from 'uuid'
import type { Network } from '#core/network/network.ts'
import type { ReportData } from '#core/network/report/data.ts'
import { PdfError } from '#pdf/press.ts'
import { reportPdf } from '#pdf/report.ts'
import { loadNetwork } from '#store/network/network.ts'
import { proposalsKept } from '#store/network/proposal.ts'
import { publishedReport, publishReport, reportDigest } from '#store/network/report.ts'
import { makeReport } from '#store/network/report-sources.ts'
import { nativeHash } from '#store/record/native-hash.ts'
import { isoDay } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { demandAuthor } from './demand-state.tsx'
import { NetworkPage } from './frame.tsx'
import {
  type AskedReport,
  askedReport,
  reportPlaces,
  reportProblems,
  reportView,
  usualTitle,
} from './report-asked.ts'
import { ReportForm, reportsCrumb } from './report-form.tsx'
import { drawnMap } from './report-map.tsx'
import { ReportSheet } from './report-sheet.tsx'

/** The form, or, where the address says what it asks, the report. */
export async function newReportPage(c: PageContext) {
  const search = new URL(c.req.url).searchParams
  const asked = askedReport(search)
  if (search.has('change')) return form(c, await networkOf(c), asked, [])
  return onAsked(c, asked, (known, place) => draft(c, known, place, newId(), []))
}

type Place = ReturnType<typeof reportPlaces>[number]['place']

async function onAsked(
  c: PageContext,
  asked: AskedReport | null,
  then: (asked: AskedReport, place: Place) => Promise<Response>,
): Promise<Response> {
  const network = await networkOf(c)
  const place = reportPlaces(network).find(({ value }) => value === asked?.place)?.place
  const problems = asked ? reportProblems(asked, place) : []
  if (asked && place && problems.length === 0) return then(asked, place)
  return form(c, network, asked, problems)
}

const networkOf = (c: PageContext) => loadNetwork(c.var.store, { day: isoDay(c.var.now()) })

async function form(
  c: PageContext,
  network: Network,
  asked: AskedReport | null,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const kept = await proposalsKept(c.var.store.db)
  return show(c, <ReportForm {...{ c, network, asked, problems, kept }} />, problems.length > 0 ? 422 : 200)
}

/** The report, as it stands or would stand under an address. */
function dataOf(
  c: PageContext,
  asked: AskedReport,
  place: Place,
  address: string | null,
): Promise<ReportData> {
  return makeReport(c.var.store, c.var.config, {
    ...{ place, address, procedures: asked.procedures, proposals: asked.proposals, note: asked.note },
    title: asked.title || usualTitle(place),
    withAccess: asked.parts.includes('access'),
    withDemand: asked.parts.includes('demand'),
    author: c.var.person?.name ?? '',
    day: isoDay(c.var.now()),
  })
}

async function draft(
  c: PageContext,
  asked: AskedReport,
  place: Place,
  id: string,
  problems: readonly FieldProblem[],
): Promise<Response> {
  const data = await dataOf(c, asked, place, null)
  const view = reportView(asked)
  return show(
    c,
    <NetworkPage
      c={c}
      part="reports"
      title={`Draft: ${data.title}`}
      crumbs={[reportsCrumb]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">Draft, seen by nobody else</span>
        {data.title}
      </h1>
      <div className="nhsuk-inset-text fp-screen-only" id="publish">
        <p>
          Published, anyone can open it without signing in, at an address that stays, as a page, as PDF and as
          data. Your name stands on it. You can withdraw it later; that it was there stays on record.
        </p>
        <form method="post" action={paths.networkReportNew()}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="asked" value={view} />
          <input type="hidden" name="seen" value={reportDigest(data)} />
          <div className="fp-actions">
            <Button preventDoubleClick>Publish this report</Button>
            <a href={paths.networkReportNew(`${view}&change=yes`)}>Change what is in it</a>
          </div>
        </form>
      </div>
      <ReportSheet data={data} />
    </NetworkPage>,
    problems.length > 0 ? 409 : 200,
  )
}

export async function publishNewReport(c: PageContext) {
  const fields = await fieldsOf(c)
  const id = isId(fields.id ?? '') ? (fields.id ?? newId()) : newId()
  const { db } = c.var.store
  if (await publishedReport(db, id)) return c.redirect(paths.report(id), 303)
  return onAsked(c, askedReport(new URLSearchParams(fields.asked ?? '')), async (asked, place) => {
    const seen = reportDigest(await dataOf(c, asked, place, null))
    if (seen !== fields.seen)
      return draft(c, asked, place, id, [
        {
          field: 'publish',
          words:
            'What it is made from has changed since you saw it. This is how it is now: read it, then publish',
        },
      ])
    const data = await dataOf(c, asked, place, new URL(paths.report(id), c.var.config.baseUrl).href)
    const pdf = await reportPdf(data, { draw: drawnMap, withdrawn: null }).catch((error: unknown) => {
      if (error instanceof PdfError) return null
      throw error
    })
    const done = await publishReport(db, {
      ...{ id, data, pdfDigest: pdf && nativeHash(pdf), author: demandAuthor(c), at: c.var.now() },
    })
    if (done.outcome === 'refused')
      return draft(
        c,
        asked,
        place,
        newId(),
        done.problems.map(({ words }) => ({ field: 'publish', words })),
      )
    return c.redirect(paths.report(id), 303)
  })
}
