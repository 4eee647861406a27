/** The frame of every page of the leaflets' workshop, and what it says was done. */

import type { ReactNode } from 'react'
import { Done } from '../components/done.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { LeafletAt } from './at.ts'

interface FrameProps {
  readonly c: PageContext
  readonly title: string
  readonly at?: Pick<LeafletAt, 'name' | 'title'>
  readonly above?: readonly Crumb[]
  readonly hasErrors?: boolean
  readonly children: ReactNode
}

export function EditorFrame({ c, title, at, above = [], hasErrors, children }: FrameProps) {
  const top = { text: 'Leaflets', href: paths.leafletEditor() }
  const own = at ? [{ text: at.title, href: paths.leafletEditorOf(at.name) }] : []
  const crumbs = title === top.text ? [] : [top, ...own, ...above].filter(({ text }) => text !== title)
  return (
    <Page
      c={c}
      title={title}
      here={paths.leafletEditor()}
      breadcrumbs={crumbs}
      {...(hasErrors ? { hasErrors } : {})}
    >
      <Done c={c} words={doneWords} />
      {children}
    </Page>
  )
}

const doneWords = new Map([
  ['begun', 'The draft is begun. Nothing of it is shown to the public.'],
  ['saved', 'The draft is saved. Nothing of it is shown to the public.'],
  ['same', 'Nothing was changed.'],
  ['dropped', 'The draft is given up. The version in use stays.'],
  ['handed-in', 'It is handed in. Whoever signs leaflets off sees it.'],
  ['noted', 'The remark is in the record.'],
  ['signed', 'The sign-off is in the record.'],
  ['published', 'It is published, and in use from now on.'],
  ['withdrawn', 'It is withdrawn. It stays readable from every consent that names it.'],
  ['merged', 'The master’s changes are in the draft. Read it through, then hand it in.'],
  ['adopted', 'Your service gives the master’s leaflet, and the record says so.'],
])
