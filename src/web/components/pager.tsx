/** Previous and next page of a long list, with where one is. */

interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

export function Pager({ page, pages, hrefOf }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav className="fp-pager" aria-label="Pages">
      <ul className="fp-actions fp-pager__list">
        {page > 1 ? (
          <li>
            <a rel="prev" href={hrefOf(page - 1)}>
              Previous page
            </a>
          </li>
        ) : null}
        <li>
          Page {page} of {pages}
        </li>
        {page < pages ? (
          <li>
            <a rel="next" href={hrefOf(page + 1)}>
              Next page
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

interface PageLinksProps {
  /** null on the first page. */
  readonly first: string | null
  /** null on the last one. */
  readonly next: string | null
}

/** First and next page of a list that is read on from where a page ended. */
export function PageLinks({ first, next }: PageLinksProps) {
  if (!first && !next) return null
  return (
    <nav aria-label="Pages" className="fp-actions fp-screen-only">
      {first ? <a href={first}>First page</a> : null}
      {next ? (
        <a rel="next" href={next}>
          Next page
        </a>
      ) : null}
    </nav>
  )
}

/** The page number that an address asks for, at least 1. */
export function pageNumber(given: string | undefined): number {
  const number = Number(given)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, 1_000_000) : 1
}
