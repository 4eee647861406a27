/** The frame of every page about past treatments that a service uploads. */

import type { ReactNode } from 'react'
import { Done } from '../components/done.tsx'
import { Parts } from '../components/parts.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { UploadsAt } from './at.ts'

interface FrameProps {
  readonly c: PageContext
  readonly at: UploadsAt
  readonly title: string
  readonly part?: Part | undefined
  readonly above?: readonly Crumb[]
  readonly hasErrors?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

export type Part = 'log' | 'treatments' | 'columns' | 'keys'

export function UploadsFrame({
  c,
  at,
  title,
  part,
  above,
  hasErrors = false,
  wide = false,
  children,
}: FrameProps) {
  const own = { text: at.name, href: paths.myServiceOf(at.code) }
  return (
    <Page
      c={c}
      title={title}
      here={paths.myService()}
      hasErrors={hasErrors}
      wide={wide}
      breadcrumbs={[own, ...(above ?? [])]}
    >
      <UploadParts at={at} part={part} />
      <Done c={c} words={doneWords} />
      {children}
    </Page>
  )
}

function UploadParts({ at, part }: { readonly at: UploadsAt; readonly part: Part | undefined }) {
  const parts: readonly (readonly [Part, string, string])[] = [
    ['log', 'Uploads', paths.uploadsOf(at.code)],
    ['treatments', 'Past treatments', paths.uploadsPart(at.code, 'treatments')],
    ['columns', 'Columns', paths.uploadsPart(at.code, 'columns')],
    ['keys', 'Keys for programs', paths.uploadsPart(at.code, 'keys')],
  ]
  return (
    <Parts
      label="Past treatments"
      parts={parts.map(([name, text, href]) => ({ text, href, isHere: name === part }))}
    />
  )
}

const doneWords = new Map(
  Object.entries({
    dropped: 'The upload is given up. Nothing of it was kept.',
    revoked: 'The key is revoked. Nothing that is sent with it is kept any more.',
    withdrawn: 'The treatment is withdrawn from the registry. Its record stays.',
    'already-withdrawn': 'The treatment was withdrawn before.',
  }),
)
