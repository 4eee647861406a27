/** A service's provision over the editions that asked it, late corrections with their date. */
import { type Provision, provisionOf } from '#core/census/provision.ts'
import type { EditionAnswers, ServiceHistory } from '#store/census/provision-data.ts'
import { dateWords } from '../components/dates.ts'
import { CLASS_MARKS } from '../components/national-map/marks.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { DataTable } from '../components/table.tsx'
import { paths } from '../paths.ts'

export function HistoryTable({ history: { editions } }: { readonly history: ServiceHistory }) {
  return (
    <section aria-labelledby="editions">
      <h2 className="nhsuk-heading-l" id="editions">
        Over the editions
      </h2>
      <DataTable
        stacks
        caption="Provision in each edition of the census"
        captionHidden
        keyOf={({ edition }) => edition.id}
        rows={editions}
        empty="No edition of the census has asked this organisation."
        columns={[
          {
            heading: 'Edition',
            names: true,
            cell: ({ edition }) => <a href={paths.map({ edition: edition.id })}>{edition.title}</a>,
          },
          { heading: 'As of', cell: ({ edition }) => dateWords(edition.censusOn) },
          { heading: 'Provision', cell: (row) => <ProvisionCell row={row} /> },
          {
            heading: 'Procedures here',
            number: true,
            cell: ({ answers }) => countWords(answers && provisionOf(answers)),
          },
        ]}
      />
    </section>
  )
}

function ProvisionCell({ row: { answers, corrected, edition } }: { readonly row: EditionAnswers }) {
  return (
    <>
      <ProvisionWords provision={answers ? provisionOf(answers) : null} />
      {corrected ? (
        <p className="fp-late">
          Corrected on {dateWords(corrected.at)}, after {edition.title} closed:{' '}
          <ProvisionWords provision={provisionOf(corrected.answers)} />
        </p>
      ) : null}
    </>
  )
}

function ProvisionWords({ provision }: { readonly provision: Provision | null }) {
  const mark = CLASS_MARKS[provision?.class ?? 'no-answer']
  return (
    <span className="fp-mark-words">
      <MarkIcon mark={mark} />
      <span>{provision && !provision.class ? 'Answered, but not enough to tell' : mark.words}</span>
    </span>
  )
}

function countWords(provision: Provision | null): string {
  return provision?.procedures ? String(provision.procedures.length) : 'not recorded'
}
