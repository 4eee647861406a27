/** The row of links between the parts of one thing, such as an edition of the census or a service's uploads. */

interface PartsProps {
  /** What the parts are of, for who does not see the row. */
  readonly label: string
  readonly parts: readonly { readonly text: string; readonly href: string; readonly isHere: boolean }[]
}

export function Parts({ label, parts }: PartsProps) {
  return (
    <nav className="fp-parts" aria-label={label}>
      <ul>
        {parts.map(({ text, href, isHere }) => (
          <li key={text}>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
