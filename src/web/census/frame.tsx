/** What every page of an edition's room has in common: where one is, the room's own navigation, the title. */

import { Tag } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import type { Action } from '#core/access/may.ts'
import { Parts } from '../components/parts.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, may, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { RoomEdition } from './edition.ts'

interface RoomPageProps {
  readonly c: PageContext
  readonly edition: RoomEdition
  /** Of the page; the edition's own title when it is the room itself. */
  readonly title?: string
  /** The part of the room that the page belongs to; none: the room itself. */
  readonly part?: string
  readonly crumbs?: readonly Crumb[]
  readonly hasErrors?: boolean
  readonly islands?: readonly string[]
  readonly wide?: boolean
  readonly children: ReactNode
}

export function RoomPage(props: RoomPageProps) {
  const {
    c,
    edition,
    title = edition.title,
    part,
    crumbs = [],
    hasErrors,
    islands = [],
    wide,
    children,
  } = props
  const room = { text: edition.title, href: paths.censusRoom(edition.id) }
  const above = [{ text: 'Census', href: paths.census() }, ...(part ? [room] : []), ...crumbs]
  return (
    <Page
      c={c}
      title={part ? `${title} - ${edition.title}` : title}
      here={paths.census()}
      breadcrumbs={above}
      islands={islands}
      hasErrors={hasErrors ?? false}
      wide={wide ?? false}
    >
      <RoomNavigation c={c} edition={edition} part={part} />
      {children}
    </Page>
  )
}

interface Part {
  readonly part: string | undefined
  readonly text: string
  readonly for: Action
}

const parts: readonly Part[] = [
  { part: undefined, text: 'Response', for: 'census:see' },
  { part: 'organisations', text: 'Organisations', for: 'census:see' },
  { part: 'telephone', text: 'Telephone', for: 'census:telephone' },
  { part: 'tables', text: 'Tables', for: 'census:see' },
  { part: 'compare', text: 'Compare', for: 'census:see' },
  { part: 'import', text: 'Import', for: 'census:lead' },
  { part: 'export', text: 'Export', for: 'census:lead' },
]

function RoomNavigation({
  c,
  edition,
  part,
}: {
  c: PageContext
  edition: RoomEdition
  part: string | undefined
}) {
  return (
    <Parts
      label={`Parts of ${edition.title}`}
      parts={parts
        .filter((one) => may(c, one.for))
        .map((one) => ({
          text: one.text,
          href: one.part ? paths.censusRoomPart(edition.id, one.part) : paths.censusRoom(edition.id),
          isHere: one.part === part,
        }))}
    />
  )
}

const states = {
  draft: { words: 'Not open yet', modifier: 'grey' },
  open: { words: 'Open', modifier: 'green' },
  closed: { words: 'Closed', modifier: 'blue' },
} as const

export function StateTag({ state }: { readonly state: RoomEdition['state'] }) {
  const { words, modifier } = states[state]
  return <Tag modifier={modifier}>{words}</Tag>
}
