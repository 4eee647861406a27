/** Things by their first letter: the letters to jump by, then a section each. */

import type { ReactNode } from 'react'

interface Props<Item> {
  readonly items: readonly Item[]
  readonly nameOf: (item: Item) => string
  readonly children: (items: readonly Item[]) => ReactNode
}

/** "A biopsy" stands under B: the article says nothing. */
const withoutArticle = (name: string): string => name.replace(/^(An?|The) /, '')

export function AToZ<Item>({ items, nameOf, children }: Props<Item>) {
  const groups = Map.groupBy(fromAToZ(items, nameOf), (item) =>
    withoutArticle(nameOf(item)).charAt(0).toUpperCase(),
  )
  return (
    <>
      <nav aria-label="Letters" className="fp-screen-only">
        <ul className="fp-az__letters">
          {[...groups.keys()].map((letter) => (
            <li key={letter}>
              <a href={`#letter-${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {[...groups].map(([letter, items]) => (
        <section key={letter} aria-labelledby={`letter-${letter}`}>
          <h2 className="nhsuk-heading-l" id={`letter-${letter}`}>
            {letter}
          </h2>
          {children(items)}
        </section>
      ))}
    </>
  )
}

export function fromAToZ<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  return items.toSorted((one, other) =>
    withoutArticle(nameOf(one)).localeCompare(withoutArticle(nameOf(other)), 'en'),
  )
}
