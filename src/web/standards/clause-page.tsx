/** One clause for one service: what it asks, its number, its trend, and the cases behind each count. */

import { z } from 'zod'
import { type Clause, meansInWords } from '#core/standards/clause.ts'
import type { Finding, Verdict } from '#core/standards/finding.ts'
import { clauseId, clauseNumbered } from '#core/standards/standard.ts'
import { noteLooks } from '#store/case/look.ts'
import { findingsBehind, findingsOnPage } from '#store/standards/cases.ts'
import { numberWords } from '../components/findings/clause-findings.tsx'
import { VerdictWord } from '../components/findings/verdict-mark.tsx'
import { pageNumber } from '../components/pager.tsx'
import { periodQuery, periodWords } from '../components/period.ts'
import { PeriodForm } from '../components/period-form.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { type Asked, askedOf } from './asked.ts'
import { VerdictBar } from './bar.tsx'
import { CasesBehind } from './cases-behind.tsx'
import { readFigures } from './read.ts'
import { figuresOf, type Tally, tallyOf } from './tally.ts'
import { TrendFigure } from './trend.tsx'

const shownSchema = z.enum(['not-met', 'late', 'not-yet-due', 'exempt', 'met']).catch('not-met')
export type Shown = z.infer<typeof shownSchema>

export async function clausePage(c: PageContext) {
  const asked = await askedOf(c)
  const clause = asked && clauseNumbered(asked.standard, c.req.param('clause') ?? '')
  if (!asked || !clause) return notFound(c)
  const { standard, code, name, period } = asked
  const { counts, ofService } = await readFigures(c, asked, clause.number)
  const tally = tallyOf(counts, period)
  const months = figuresOf(counts, period).get(clause.number)?.months ?? []
  const given = c.req.query('verdict')
  const shown = given === undefined ? firstShown(tally) : shownSchema.parse(given)
  const page = pageNumber(c.req.query('page'))
  const behind = clause.ofCase ? await casesOf(c, asked, clause, shown, page) : null
  const hrefOf = (verdict: Shown, number = 1) =>
    paths.standardClause(standard.id, code, clause.number, {
      ...periodQuery(period),
      verdict,
      page: number > 1 ? String(number) : undefined,
    })
  return show(
    c,
    <Page
      c={c}
      title={`Clause ${numberWords(clause.number)}: ${name}`}
      here={paths.standard(standard.id)}
      breadcrumbs={[
        { text: 'Standards', href: paths.standards() },
        { text: name, href: paths.standard(standard.id, code, periodQuery(period)) },
      ]}
    >
      <span className="nhsuk-caption-l">
        {name}, clause {numberWords(clause.number)}
      </span>
      <h1 className="nhsuk-heading-l">{clause.asks}</h1>
      {clause.ofCase ? <InWords tally={tally} words={periodWords(period)} /> : null}
      <ServiceFindings findings={ofService.get(clause.number) ?? []} code={code} clause={clause} />
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">How it is decided</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>{meansInWords(clause)}.</p>
          <p>{clause.how}</p>
        </div>
      </details>
      {behind ? (
        <>
          <PeriodForm
            action={paths.standardClause(standard.id, code, clause.number)}
            period={period}
            now={c.var.now()}
            kept={{ verdict: shown }}
            csv={paths.standardFigures(standard.id, code, periodQuery(period))}
          />
          <h2 className="nhsuk-heading-m">By month</h2>
          <TrendFigure months={months} />
          <h2 className="nhsuk-heading-m" id="cases">
            Cases
          </h2>
          <CasesBehind
            tally={tally}
            shown={shown}
            hrefOf={hrefOf}
            page={page}
            pages={Math.ceil(behind.total / findingsOnPage)}
            total={behind.total}
            rows={behind.rows}
          />
        </>
      ) : null}
    </Page>,
  )
}

/** Opened without a choice: what falls short, else what there is. */
function firstShown({ notMet, notYetDue, exempt }: Tally): Shown {
  if (notMet > 0) return 'not-met'
  if (notYetDue > 0) return 'not-yet-due'
  return exempt > 0 ? 'exempt' : 'met'
}

/** The cases of one verdict, each patient that is shown noted in the log of looks. */
function casesOf(
  c: PageContext,
  { standard, code, period }: Asked,
  clause: Clause,
  shown: Shown,
  page: number,
) {
  const verdict: Exclude<Verdict, 'not-applicable'> = shown === 'late' ? 'not-met' : shown
  const asked = {
    organisation: code,
    clause: clauseId(standard, clause),
    verdict,
    lateOnly: shown === 'late',
    from: period.from,
    to: period.to,
    toCome: period.reachesNow && verdict === 'not-yet-due',
  }
  return inScope(c, 'case:see', async (db) => {
    const behind = await findingsBehind(db, asked, page, c.var.now())
    await noteLooks(db, {
      person: c.var.person?.id ?? '',
      organisation: code,
      page: `clause ${clause.number}`,
      looked: [...new Map(behind.rows.map(({ patient, caseId }) => [caseId, { patient, caseId }])).values()],
    })
    return behind
  })
}

function InWords({ tally, words }: { readonly tally: Tally; readonly words: string }) {
  return (
    <div className="fp-standards__number">
      <p className="fp-statement">
        {tally.percent === null
          ? `None met or not met, ${words}.`
          : `Met in ${tally.met} of ${tally.judged}: ${tally.percent}%, ${words}.`}
      </p>
      <VerdictBar tally={tally} />
    </div>
  )
}

interface ServiceFindingsProps {
  readonly findings: readonly Finding[]
  readonly code: string
  readonly clause: Clause
}

/** What it comes to for the service itself, each with its reason. */
function ServiceFindings({ findings, code, clause }: ServiceFindingsProps) {
  if (findings.length === 0) return null
  return (
    <>
      <h2 className="nhsuk-heading-m">The service itself</h2>
      <ul className="fp-findings">
        {findings.map(({ verdict, late, reason, about }, index) => (
          <li key={`${about}-${index}`} className="fp-findings__item">
            <VerdictWord verdict={verdict} late={late ?? false} />
            {reason}
          </li>
        ))}
      </ul>
      <p>
        {clause.means.includes('attestation') ? 'Attested in ' : 'From '}
        <a href={paths.myServiceOf(code)}>what the service has recorded</a>.
      </p>
    </>
  )
}
