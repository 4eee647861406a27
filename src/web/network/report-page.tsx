/** A published report for good: its page, the same as PDF and as data; and its withdrawal. */

import { PdfError } from '#pdf/press.ts'
import { reportPdf } from '#pdf/report.ts'
import { type PublishedReport, publishedReport, withdrawReport } from '#store/network/report.ts'
import { codeVersion, versionWords } from '#store/snapshot/code-version.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { Fact } from '../components/fact.tsx'
import { keptPages } from '../components/kept-pages.ts'
import { askWhyWithdrawn, withdrawWithReason } from '../components/withdraw-page.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { demandAuthor } from './demand-state.tsx'
import { mayPublish } from './may-propose.ts'
import { drawnMap } from './report-map.tsx'
import { ReportSheet } from './report-sheet.tsx'

/** Setting one takes about a second: the last few are kept. */
const pdfs = keptPages(10, 'application/pdf')

export async function reportPage(c: PageContext) {
  const [id = '', format, ...more] = (c.req.param('report') ?? '').split('.')
  if (more.length > 0 || (format !== undefined && format !== 'pdf' && format !== 'json')) return notFound(c)
  const report = await publishedReport(c.var.store.db, id)
  if (!report) return notFound(c)
  if (format === 'json') return asJson(c, report)
  if (format === 'pdf') return asPdf(c, report)
  return show(c, <ReportPage c={c} report={report} />)
}

/** The data under the digest, with what has been said of them since. */
function asJson(
  c: PageContext,
  { text, digest, pdfDigest, publishedAt, withdrawnAt, reason }: PublishedReport,
) {
  const about = JSON.stringify({
    ...{ digest: `sha256:${digest}`, pdfDigest: pdfDigest && `sha256:${pdfDigest}` },
    ...{ publishedAt, withdrawnAt, withdrawnBecause: reason },
  })
  return c.body(`{"about":${about},"report":${text}}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
  })
}

async function asPdf(c: PageContext, report: PublishedReport) {
  const key = `${report.id} ${report.withdrawnAt ? 'withdrawn' : ''}`
  c.header('Content-Disposition', `inline; filename="report-${report.id}.pdf"`)
  try {
    return await pdfs.answer(c, key, () =>
      reportPdf(report.data, { draw: drawnMap, withdrawn: report.reason }),
    )
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    c.header('Content-Disposition', 'inline')
    return c.text('This machine cannot make PDFs. The report’s page can be printed instead.', 503)
  }
}

function ReportPage({ c, report }: { readonly c: PageContext; readonly report: PublishedReport }) {
  const { id, data, withdrawnAt, reason, digest, pdfDigest, publishedAt, code } = report
  const isOther = code !== versionWords(codeVersion())
  return (
    <Page
      c={c}
      title={data.title}
      here={paths.figures()}
      breadcrumbs={[{ text: 'Reports', href: paths.reports() }]}
      description={data.finding}
    >
      <h1 className="nhsuk-heading-l">{data.title}</h1>
      {withdrawnAt ? (
        <div className="nhsuk-inset-text fp-report__withdrawn">
          <p>
            <strong>Withdrawn on {dateWords(withdrawnAt)}.</strong> {reason}
          </p>
        </div>
      ) : null}
      <div className="fp-actions fp-screen-only">
        <a href={paths.report(id, 'pdf')}>Open as PDF</a>
        <a href={paths.report(id, 'json')}>Data as JSON</a>
        {isOwn(c, report) && !withdrawnAt ? <a href={paths.networkReportWithdraw(id)}>Withdraw it</a> : null}
      </div>
      <ReportSheet data={data} />
      <h2 className="nhsuk-heading-m">This report</h2>
      <dl className="nhsuk-summary-list">
        <Fact term="Address">{data.address ?? 'Not recorded'}</Fact>
        <Fact term="Published">{`${dateTimeWords(publishedAt)} by ${data.author}`}</Fact>
        <Fact term="Made by">Fourth Pillar {code}</Fact>
        <Fact term="Digest of its data">
          <span className="fp-wrap">SHA-256 {digest}</span>
        </Fact>
        <Fact term="Digest of its PDF">
          <span className="fp-wrap">
            {pdfDigest ? `SHA-256 ${pdfDigest}` : 'Not recorded: no PDF could be made then'}
            {pdfDigest && isOther
              ? '; another version of the code runs here now and may set it otherwise'
              : ''}
          </span>
        </Fact>
      </dl>
    </Page>
  )
}

const isOwn = (c: PageContext, { authorId }: PublishedReport) =>
  mayPublish(c) && authorId === `person:${c.var.person?.id ?? ''}`

/** A report is withdrawn by whom it was published by. */
async function onOwn(c: PageContext, then: (report: PublishedReport) => Response | Promise<Response>) {
  const report = await publishedReport(c.var.store.db, c.req.param('report') ?? '')
  if (!report) return notFound(c)
  if (!isOwn(c, report)) return forbidden(c)
  return then(report)
}

export const withdrawReportPage = (c: PageContext) =>
  onOwn(c, (report) =>
    report.withdrawnAt ? c.redirect(paths.report(report.id), 303) : askWhyWithdrawn(c, withdrawing(report)),
  )

export const withdrawPublished = (c: PageContext) =>
  onOwn(c, (report) =>
    withdrawWithReason(c, withdrawing(report), (reason) =>
      withdrawReport(c.var.store.db, { id: report.id, reason, author: demandAuthor(c), at: c.var.now() }),
    ),
  )

const withdrawing = ({ id, title }: PublishedReport) => ({
  what: 'report',
  title,
  here: paths.network(),
  backHref: paths.report(id),
  action: paths.networkReportWithdraw(id),
})
