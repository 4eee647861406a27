/** What stands around each page in plain words: where it belongs, and the way to the others. */

import type { ReactNode } from 'react'
import { PLAIN_PAGES } from '#core/plain/pages.ts'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

/** All pages in plain words, in the order in which they are listed. */
const ALL_PLAIN: readonly { readonly id: string; readonly title: string }[] = [
  ...PLAIN_PAGES.slice(0, 1),
  { id: 'conditions', title: 'Conditions A to Z' },
  { id: 'treatments', title: 'Treatments A to Z' },
  ...PLAIN_PAGES.slice(1),
  { id: 'cover', title: 'Cover around the clock' },
  { id: 'positions', title: 'Position statements' },
]

interface PlainFrameProps {
  readonly c: PageContext
  readonly id: string
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

export function PlainFrame({ c, id, title, about, children }: PlainFrameProps) {
  return (
    <Page
      c={c}
      title={title}
      here={paths.about()}
      breadcrumbs={[{ text: 'About', href: paths.about() }]}
      description={about}
    >
      <div className="fp-reading">
        <h1 className="nhsuk-heading-xl">{title}</h1>
        {children}
        <nav aria-label="In plain words" className="fp-screen-only fp-plain__more">
          <h2 className="nhsuk-heading-m">More in plain words</h2>
          <ul>
            {ALL_PLAIN.filter((page) => page.id !== id).map((page) => (
              <li key={page.id}>
                <a href={paths.plain(page.id)}>{page.title}</a>
              </li>
            ))}
            <li>
              <a href={paths.glossary()}>Glossary</a>
            </li>
            <li>
              <a href={paths.stories()}>Stories</a>
            </li>
          </ul>
        </nav>
      </div>
    </Page>
  )
}

/** Sources by number, at the foot of a page. */
export function CitedSources({
  cited,
}: {
  readonly cited: readonly {
    readonly id: string
    readonly number: number
    readonly words: string
    readonly address: string | null
  }[]
}) {
  if (cited.length === 0) return null
  return (
    <section aria-labelledby="sources">
      <h2 className="nhsuk-heading-m" id="sources">
        What this page rests on
      </h2>
      <ol className="fp-leaflet__sources">
        {cited.map(({ id, number, words, address }) => (
          <li key={id} id={`source-${number}`}>
            {address ? <a href={address}>{words}</a> : words}
          </li>
        ))}
      </ol>
    </section>
  )
}
