/** Where a service stands by a standard: clauses as rows by section, each with its bar, its number and its trend. */

import type { Clause } from '#core/standards/clause.ts'
import type { Finding } from '#core/standards/finding.ts'
import { clausesOf, type Section } from '#core/standards/standard.ts'
import { numberWords } from '../components/findings/clause-findings.tsx'
import { VerdictMark, VerdictWord } from '../components/findings/verdict-mark.tsx'
import { periodQuery, periodWords } from '../components/period.ts'
import { PeriodForm } from '../components/period-form.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type Asked, askedOf } from './asked.ts'
import { VerdictBar } from './bar.tsx'
import { readFigures, type ServiceFigures } from './read.ts'
import { type ClauseFigures, figuresOf, type Tally, tallyOf } from './tally.ts'
import { TrendLine } from './trend.tsx'

export async function servicePage(c: PageContext) {
  const asked = await askedOf(c)
  if (!asked) return notFound(c)
  const read = await readFigures(c, asked)
  const { standard, code, name, period } = asked
  const figures = figuresOf(read.counts, period)
  return show(
    c,
    <Page
      c={c}
      title={`Standards: ${name}`}
      here={paths.standard(standard.id)}
      breadcrumbs={[{ text: 'Standards', href: paths.standards() }]}
      wide
    >
      <span className="nhsuk-caption-l">{name}</span>
      <h1 className="nhsuk-heading-l">Where we stand by the College’s guidance</h1>
      <p className="fp-quiet">
        {standard.title}, {standard.edition.toLowerCase()}.{' '}
        <a href={paths.standards()}>How each clause is decided</a>
      </p>
      <Statement tally={tallyOf(read.counts, period)} asked={asked} figures={figures} />
      <PeriodForm
        action={paths.standard(standard.id, code)}
        period={period}
        now={c.var.now()}
        csv={paths.standardFigures(standard.id, code, periodQuery(period))}
      />
      <Legend />
      <div className="fp-standards__sections">
        {standard.sections.map((section) => (
          <SectionTable key={section.number} section={section} asked={asked} figures={figures} read={read} />
        ))}
      </div>
    </Page>,
  )
}

interface StatementProps {
  readonly tally: Tally
  readonly asked: Asked
  readonly figures: ReadonlyMap<string, ClauseFigures>
}

/** One sentence on the whole, and the three clauses that fall short most. */
function Statement({ tally, asked, figures }: StatementProps) {
  const { standard, code, period } = asked
  if (tally.judged === 0) {
    return (
      <p className="fp-statement">
        No case has a finding that is met or not met, from {periodWords(period)}.
      </p>
    )
  }
  const lowest = clausesOf(standard)
    .flatMap((clause) => {
      const of = figures.get(clause.number)?.tally
      return of && of.notMet > 0 ? [{ clause, of }] : []
    })
    .toSorted(
      (one, other) => (one.of.percent ?? 0) - (other.of.percent ?? 0) || other.of.notMet - one.of.notMet,
    )
    .slice(0, 3)
  return (
    <>
      <p className="fp-statement">
        {tally.percent}% of what the clauses asked was met, {periodWords(period)}.
      </p>
      {lowest.length > 0 ? (
        <>
          <p className="fp-standards__lowest">Furthest short:</p>
          <ul>
            {lowest.map(({ clause, of }) => (
              <li key={clause.number}>
                <a
                  href={paths.standardClause(standard.id, code, clause.number, {
                    ...periodQuery(period),
                    verdict: 'not-met',
                  })}
                >
                  {numberWords(clause.number)}: {clause.asks}
                </a>{' '}
                ({of.percent}%, {of.notMet} not met)
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Legend() {
  return (
    <p className="fp-standards__legend">
      <VerdictWord verdict="met" /> <VerdictWord verdict="not-met" /> <VerdictWord verdict="exempt" />{' '}
      <VerdictWord verdict="not-yet-due" />
    </p>
  )
}

interface SectionTableProps {
  readonly section: Section
  readonly asked: Asked
  readonly figures: ReadonlyMap<string, ClauseFigures>
  readonly read: ServiceFigures
}

function SectionTable({ section, asked, figures, read }: SectionTableProps) {
  const { standard, code, period } = asked
  const hrefOf = ({ number }: Clause, verdict?: string) =>
    paths.standardClause(standard.id, code, number, { ...periodQuery(period), verdict })
  const tallyAt = ({ number }: Clause) => figures.get(number)?.tally
  const count = (clause: Clause, verdict: string, number: number | undefined) =>
    number ? <a href={hrefOf(clause, verdict)}>{number}</a> : <span className="fp-nil">0</span>
  return (
    <DataTable
      stacks
      caption={`${section.number}. ${section.title}`}
      rows={section.clauses}
      keyOf={({ number }) => number}
      columns={[
        {
          heading: 'Clause',
          names: true,
          cell: (clause) => (
            <>
              <a href={hrefOf(clause)}>
                {numberWords(clause.number)} <span className="fp-standards__asks">{clause.asks}</span>
              </a>
              <ServiceVerdicts findings={read.ofService.get(clause.number) ?? []} clause={clause} />
            </>
          ),
        },
        {
          heading: 'Findings',
          cell: (clause) => (
            <BarCell clause={clause} tally={tallyAt(clause)} ofService={read.ofService.has(clause.number)} />
          ),
        },
        {
          heading: 'Met',
          number: true,
          cell: (clause) => <ShareCell tally={tallyAt(clause)} href={hrefOf(clause, 'met')} />,
        },
        {
          heading: 'Not met',
          number: true,
          cell: (clause) => {
            const tally = tallyAt(clause)
            return (
              <>
                {count(clause, 'not-met', tally?.notMet)}
                {tally && tally.late > 0 ? (
                  <span className="fp-standards__late">
                    <a href={hrefOf(clause, 'late')}>{tally.late} late</a>
                  </span>
                ) : null}
              </>
            )
          },
        },
        {
          heading: 'Exempt',
          number: true,
          cell: (clause) => count(clause, 'exempt', tallyAt(clause)?.exempt),
        },
        {
          heading: 'Not yet due',
          number: true,
          cell: (clause) => count(clause, 'not-yet-due', tallyAt(clause)?.notYetDue),
        },
        { heading: '36 months', cell: (clause) => <TrendCell clause={clause} figures={figures} /> },
      ]}
    />
  )
}

interface BarCellProps {
  readonly clause: Clause
  readonly tally: Tally | undefined
  /** Whether the clause has findings about the service itself. */
  readonly ofService: boolean
}

function BarCell({ clause, tally, ofService }: BarCellProps) {
  if (tally && tally.judged + tally.exempt + tally.notYetDue > 0) return <VerdictBar tally={tally} />
  if (clause.means.includes('none')) return <span className="fp-quiet">Not decidable</span>
  return (
    <span className="fp-quiet">
      {ofService ? 'Of the service itself' : clause.ofCase ? 'No case yet' : 'Nothing recorded yet'}
    </span>
  )
}

function ShareCell({ tally, href }: { readonly tally: Tally | undefined; readonly href: string }) {
  if (!tally || tally.percent === null) return <span className="fp-quiet fp-nil">None</span>
  return (
    <>
      <strong className="fp-standards__share">{tally.percent}%</strong>
      <span className="fp-standards__of">
        <a href={href}>
          {tally.met} of {tally.judged}
        </a>
      </span>
    </>
  )
}

function TrendCell({
  clause,
  figures,
}: {
  readonly clause: Clause
  readonly figures: ReadonlyMap<string, ClauseFigures>
}) {
  const months = figures.get(clause.number)?.months
  return months ? <TrendLine months={months} /> : <span className="fp-quiet fp-nil">None</span>
}

/** What a clause comes to for the service itself, in one line. */
function ServiceVerdicts({
  findings,
  clause,
}: {
  readonly findings: readonly Finding[]
  readonly clause: Clause
}) {
  if (findings.length === 0) return null
  const met = findings.filter(({ verdict }) => verdict === 'met').length
  const worst =
    findings.find(({ verdict }) => verdict === 'not-met') ??
    findings.find(({ verdict }) => verdict === 'not-yet-due') ??
    findings[0]
  if (!worst) return null
  const attested = clause.means.includes('attestation') ? 'Attestation: ' : ''
  return (
    <span className="fp-standards__service">
      <span className={`fp-verdict--${worst.verdict}`}>
        <VerdictMark verdict={worst.verdict} />
      </span>{' '}
      {findings.length === 1
        ? attested + worst.reason
        : `Of the service: met for ${met} of ${findings.length}`}
    </span>
  )
}
