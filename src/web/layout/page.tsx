/** The one layout: header, where you are, what is fictional, the page, footer. */

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Action, allows } from '#core/access/may.ts'
import { casesProgress } from '#demonstration/cases/background.ts'
import { assetPath } from '../assets/manifest.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { Footer } from './footer.tsx'
import { Header, PlainHeader } from './header.tsx'

export interface Crumb {
  readonly text: string
  readonly href: string
}

export interface PageProps {
  /** The title of the page and of the tab. Never a patient's name. */
  readonly title: string
  readonly c: PageContext
  /** The navigation item that this page belongs to, by its address. */
  readonly here?: string
  /** What lies above this page, from the second level down. */
  readonly breadcrumbs?: readonly Crumb[]
  /** Shown instead of breadcrumbs in a sequence of questions. */
  readonly backHref?: string
  /** Names of islands (src/web/islands/NAME.ts) that this page loads. */
  readonly islands?: readonly string[]
  /** A page that a form came back to with errors says so in its title. */
  readonly hasErrors?: boolean
  /** The header, the page and the footer take a wide screen's width together. */
  readonly wide?: boolean
  readonly description?: string
  /** One thing to do: without the navigation, for who is not signed in. */
  readonly focused?: boolean
  readonly children: ReactNode
}

export function Page(props: PageProps) {
  const { title, c, here, breadcrumbs = [], backHref, islands = [], hasErrors, wide, description } = props
  return (
    <html lang="en-GB" className="nhsuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} - Fourth Pillar`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#003087" />
        {description ? <meta name="description" content={description} /> : null}
        <link rel="icon" href={paths.asset('mark.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('site.css')} />
        <script type="module" src={assetPath('page.js')} />
        {islands.map((name) => (
          <script key={name} type="module" src={assetPath(`${name}.js`)} />
        ))}
      </head>
      <body className={`nhsuk-template__body${wide ? ' fp-wide' : ''}`}>
        <a className="nhsuk-skip-link" href="#maincontent">
          Skip to main content
        </a>
        {c.var.config.demonstration ? <FictionalStrip /> : null}
        {props.focused && !c.var.person ? (
          <PlainHeader />
        ) : (
          <Header person={c.var.person} here={here} demonstration={c.var.config.demonstration} />
        )}
        <div className="nhsuk-width-container">
          {breadcrumbs.length > 0 ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
          {backHref ? (
            <nav aria-label="Back">
              <a className="nhsuk-back-link" href={backHref}>
                Back
              </a>
            </nav>
          ) : null}
          <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
            {props.children}
          </main>
        </div>
        <Footer />
      </body>
    </html>
  )
}

function FictionalStrip() {
  const progress = casesProgress()
  return (
    <aside className="fp-fictional" aria-label="About this demonstration">
      <div className="nhsuk-width-container">
        <strong>Fictional demonstration.</strong> Every service, person and answer here is invented.
        {progress ? ` Its cases are being written: service ${progress.services} of ${progress.of}.` : ''}
      </div>
    </aside>
  )
}

function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav className="nhsuk-breadcrumb fp-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="nhsuk-breadcrumb__list-item">
            <a className="nhsuk-breadcrumb__link" href={crumb.href}>
              {crumb.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The whole HTML document of a page. */
export function htmlOf(page: ReactNode): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`
}

/** Answers a request with a page. */
export function show(
  c: PageContext,
  page: ReactNode,
  status: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503 = 200,
) {
  if (c.var.person || c.var.answering) c.header('Cache-Control', 'no-store')
  return c.html(htmlOf(page), status)
}

/** Whether the person who asks may do this, for parts of a page that others do not see. */
export function may(c: PageContext, action: Action, organisation: string | null = null): boolean {
  return c.var.person !== null && allows(c.var.person.memberships, action, organisation)
}
