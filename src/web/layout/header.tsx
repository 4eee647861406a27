/** The header: the mark, who is signed in, the navigation. */

import type { Person } from '#core/access/role.ts'
import { paths } from '../paths.ts'
import { Mark } from './mark.tsx'
import { navigationFor } from './navigation.ts'

interface HeaderProps {
  readonly person: Person | null
  readonly here: string | undefined
  readonly demonstration: boolean
}

export function Header({ person, here, demonstration }: HeaderProps) {
  return (
    <header className="fp-header">
      <div className="nhsuk-width-container fp-header__top">
        <Home />
        <Account person={person} demonstration={demonstration} />
      </div>
      <nav className="fp-navigation" aria-label="Menu">
        <ul className="nhsuk-width-container fp-navigation__list">
          {navigationFor(person).map((item) => (
            <li key={item.href}>
              <a
                className="fp-navigation__link"
                href={item.href}
                aria-current={item.href === here ? 'page' : undefined}
              >
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** The mark alone, where nothing should lead away. */
export function PlainHeader() {
  return (
    <header className="fp-header">
      <div className="nhsuk-width-container fp-header__top">
        <Home />
      </div>
    </header>
  )
}

function Home() {
  return (
    <a className="fp-header__home" href={paths.home()}>
      <Mark />
      <span className="fp-header__name">Fourth Pillar</span>
      <span className="nhsuk-u-visually-hidden"> home</span>
    </a>
  )
}

function Account({
  person,
  demonstration,
}: {
  readonly person: Person | null
  readonly demonstration: boolean
}) {
  if (!person) {
    return (
      <div className="fp-header__account">
        {demonstration ? (
          <a href={paths.enterAs()}>Enter as a person</a>
        ) : (
          <a href={paths.signIn()}>Sign in</a>
        )}
      </div>
    )
  }
  return (
    <div className="fp-header__account">
      <a href={paths.account()}>{person.name}</a>
      <form method="post" action={paths.signOut()}>
        <button type="submit" className="fp-header__sign-out">
          Sign out
        </button>
      </form>
    </div>
  )
}
