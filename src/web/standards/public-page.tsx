/** The standards in public: every clause, what it asks in a few words of ours, and how it is decided. */

import { type Clause, meansInWords } from '#core/standards/clause.ts'
import { STANDARDS } from '#core/standards/editions.ts'
import { clausesOf, type Section, type Standard } from '#core/standards/standard.ts'
import { numberWords } from '../components/findings/clause-findings.tsx'
import { VerdictWord } from '../components/findings/verdict-mark.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { scopeFor } from '../scope.ts'

const description =
  'How this site judges services by the College’s guidance: each clause, and how it is decided.'

export async function publicPage(c: PageContext) {
  return show(
    c,
    <Page c={c} title="Standards" here={paths.standard('rcr-2013')} description={description}>
      <h1 className="nhsuk-heading-l">Standards</h1>
      <p className="nhsuk-lede-text">
        The Royal College of Radiologists says how a patient with cancer should come to an image-guided
        procedure, through it and after it. Here each clause is a rule that reads the record: no audit by
        hand, and for every figure the cases and entries behind it.
      </p>
      {scopeFor(c, 'standards:see').organisations.length > 0 ? <OwnFigures /> : null}
      <Verdicts />
      {STANDARDS.map((standard) => (
        <OneStandard key={standard.id} standard={standard} />
      ))}
    </Page>,
  )
}

function OwnFigures() {
  return (
    <ul>
      {STANDARDS.filter((each) => clausesOf(each).length > 0).map(({ id, edition }) => (
        <li key={id}>
          <a href={paths.standard(id)}>Your service’s figures by the guidance ({edition.toLowerCase()})</a>
        </li>
      ))}
    </ul>
  )
}

function Verdicts() {
  return (
    <>
      <h2 className="nhsuk-heading-m">What a clause can come to</h2>
      <dl className="fp-verdict-list">
        <dt>
          <VerdictWord verdict="met" />
        </dt>
        <dd>The record shows that it was done, in time.</dd>
        <dt>
          <VerdictWord verdict="not-met" />
        </dt>
        <dd>
          It was not done. What was done after its time, or is still owed, is <strong>late</strong>, and
          counts as not met.
        </dd>
        <dt>
          <VerdictWord verdict="exempt" />
        </dt>
        <dd>The clause itself lets this patient off, and the reason is shown: an urgent need, for one.</dd>
        <dt>
          <VerdictWord verdict="not-yet-due" />
        </dt>
        <dd>
          Its time has not come. Where a day is set, the finding becomes “not met” on its own once that day
          has passed.
        </dd>
      </dl>
      <p>
        A service’s figure is <strong>met out of met and not met</strong>. Exempt and not yet due are counted
        beside it and never dropped. Where a clause does not apply, nothing is counted.
      </p>
    </>
  )
}

function OneStandard({ standard }: { readonly standard: Standard }) {
  const clauses = clausesOf(standard)
  return (
    <section className="fp-standard" id={standard.id}>
      <h2 className="nhsuk-heading-m">
        {standard.title}: {standard.edition.toLowerCase()}
      </h2>
      <p>
        {standard.publisher}. {standard.date}. {standard.source}. What each clause asks is in our words, not
        the document’s.
      </p>
      {clauses.length === 0 ? <NotRead standard={standard} /> : null}
      {clauses.length > 0
        ? standard.sections.map((section) => <OneSection key={section.number} section={section} />)
        : null}
    </section>
  )
}

function NotRead({ standard }: { readonly standard: Standard }) {
  return (
    <>
      <p>
        This edition stands beside the first, with its sections. Its clauses have not been read by this
        project, so no service is judged by it.
      </p>
      <ul>
        {standard.sections.map(({ number, title }) => (
          <li key={number}>
            {number}. {title}: not read
          </li>
        ))}
      </ul>
    </>
  )
}

function OneSection({ section }: { readonly section: Section }) {
  return (
    <DataTable
      stacks
      caption={`${section.number}. ${section.title}`}
      rows={section.clauses}
      keyOf={({ number }: Clause) => number}
      columns={[
        { heading: 'Clause', names: true, cell: ({ number }) => numberWords(number) },
        { heading: 'What it asks', cell: ({ asks }) => asks },
        { heading: 'Decided', cell: meansInWords },
        { heading: 'How', cell: ({ how }) => how },
      ]}
    />
  )
}
