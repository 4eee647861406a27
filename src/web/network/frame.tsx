/** What every page of the network has in common: where one is, and the row of its parts. */

import type { ReactNode } from 'react'
import { allowsSomewhere } from '#core/access/may.ts'
import { Parts } from '../components/parts.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type NetworkPart, networkParts } from './parts.ts'

interface NetworkPageProps {
  readonly c: PageContext
  readonly title: string
  /** The part that the page belongs to; absent: the front page. */
  readonly part?: string
  /** Between the part and this page. */
  readonly crumbs?: readonly Crumb[]
  readonly hasErrors?: boolean
  readonly islands?: readonly string[]
  readonly wide?: boolean
  readonly children: ReactNode
}

export function NetworkPage(props: NetworkPageProps) {
  const { c, title, part, crumbs = [], hasErrors = false, islands = [], wide = false, children } = props
  const above = part ? [{ text: 'Network', href: paths.network() }, ...crumbs] : []
  return (
    <Page
      c={c}
      title={part ? `${title} - Network` : title}
      here={paths.network()}
      breadcrumbs={above}
      islands={islands}
      hasErrors={hasErrors}
      wide={wide}
    >
      <Parts
        label="Parts of the network"
        parts={[
          { text: 'Position', href: paths.network(), isHere: part === undefined },
          ...partsFor(c).map(({ text, href, part: own }) => ({ text, href, isHere: own === part })),
        ]}
      />
      {children}
    </Page>
  )
}

/** Those that this person may open. */
export function partsFor(c: PageContext): readonly NetworkPart[] {
  const memberships = c.var.person?.memberships ?? []
  return networkParts.filter(({ need }) => allowsSomewhere(memberships, need))
}
