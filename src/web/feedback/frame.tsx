/** What stands around each page that a patient opens: no navigation, nobody's name, and no script is needed. */

import type { ReactNode } from 'react'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'

interface FrameProps {
  readonly c: PageContext
  readonly title: string
  readonly backHref?: string
  readonly hasErrors?: boolean
  readonly children: ReactNode
}

export function Frame({ c, title, backHref, hasErrors = false, children }: FrameProps) {
  return (
    <Page c={c} title={title} focused hasErrors={hasErrors} {...(backHref ? { backHref } : {})}>
      <div className="fp-feedback fp-reading">{children}</div>
    </Page>
  )
}
