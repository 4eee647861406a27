/** The data dictionary: every level, every column, each with an anchor. Generated from the declarations that the rows follow. */

import type { Column } from '#core/registry/column.ts'
import { type Level, levelNames, levels } from '#core/registry/levels.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export function DictionaryPage({ c }: { readonly c: PageContext }) {
  return (
    <Page
      c={c}
      title="Data dictionary"
      here={paths.registry()}
      breadcrumbs={[{ text: 'Registry', href: paths.registry() }]}
      description="Every column of the registry’s rows: what it means, its unit, its values, where it comes from."
    >
      <h1 className="nhsuk-heading-l">Data dictionary</h1>
      <p className="nhsuk-lede-text">
        What stands in each row of a snapshot. It is made from the same declarations as the forms in which
        care records, so that it cannot differ from them.
      </p>
      <ul className="fp-actions fp-plain-list">
        <li>
          <a href={paths.registryDictionary('csv')} download>
            The dictionary as a table (CSV)
          </a>
        </li>
        {levelNames.map((level) => (
          <li key={level}>
            <a href={`#${level}`}>One row per {levels[level].one}</a>
          </li>
        ))}
      </ul>
      <p>
        What is not known is empty, and is never guessed. Days are counted from the treatment’s first session.
      </p>
      {levelNames.map((level) => (
        <OneLevel key={level} level={level} />
      ))}
    </Page>
  )
}

function OneLevel({ level }: { readonly level: Level }) {
  const columns: Readonly<Record<string, Column>> = levels[level].columns
  return (
    <section id={level} aria-labelledby={`${level}-title`}>
      <h2 className="nhsuk-heading-m" id={`${level}-title`}>
        One row per {levels[level].one}
      </h2>
      <DataTable
        stacks
        captionHidden
        caption={`Columns of a ${levels[level].one}`}
        rows={Object.entries(columns)}
        keyOf={([name]) => name}
        columns={[
          {
            heading: 'Column',
            names: true,
            cell: ([name]) => (
              <a id={`${level}-${name}`} href={`#${level}-${name}`}>
                <code className="fp-wrap">{name}</code>
              </a>
            ),
          },
          {
            heading: 'Meaning',
            cell: ([, { label, meaning, from }]) => (
              <>
                <strong>{sentence(label)}</strong> {sentence(meaning)}
                {from ? <span className="fp-quiet fp-wrap"> From {from}.</span> : null}
              </>
            ),
          },
          { heading: 'Type', cell: ([, column]) => typeWords(column) },
          { heading: 'Values', cell: ([, column]) => <Values column={column} /> },
        ]}
      />
    </section>
  )
}

const sentence = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`)

const listWords = {
  organisation: 'ODS code',
  procedure: 'the catalogue’s procedures',
  icd10: 'ICD-10 category',
  nation: 'nation',
  region: 'region',
} as const

function typeWords(column: Column): string {
  switch (column.type) {
    case 'whole':
    case 'number':
      return `${column.type === 'whole' ? 'whole number' : 'number'}${column.unit ? `, ${column.unit}` : ''}`
    case 'yes-no':
      return 'yes or no'
    case 'key':
      return 'pseudonym'
    case 'code':
      return 'code'
    default:
      return column.type
  }
}

function Values({ column }: { readonly column: Column }) {
  if (column.type === 'code') return <>{listWords[column.list]}</>
  if (column.type === 'key') return <>the same subject has the same one</>
  if (column.type !== 'choice') return <>as measured</>
  return (
    <ul className="fp-plain-list">
      {column.options.map(({ value, label }) => (
        <li key={value}>
          <code>{value}</code> {label === value ? '' : label}
        </li>
      ))}
    </ul>
  )
}
