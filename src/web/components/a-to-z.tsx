/** Things by their first letter: the letters to jump by, then a section each. */

import type { ReactNode } from 'react'

interface Props<Item> {
  /** In the order in which they are shown. */
  readonly groups: ReadonlyMap<string, readonly Item[]>
  readonly children: (items: readonly Item[]) => ReactNode
}

export function AToZ<Item>({ groups, children }: Props<Item>) {
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
