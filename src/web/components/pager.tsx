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

/** The page number that an address asks for, at least 1. */
export function pageNumber(given: string | undefined): number {
  const number = Number(given)
  return Number.isInteger(number) && number >= 1 ? Math.min(number, 1_000_000) : 1
}
