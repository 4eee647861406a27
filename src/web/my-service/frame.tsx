/** The frame of every page of a service's own record. */

import type { ReactNode } from 'react'
import { Done } from '../components/done.tsx'
import type { PageContext } from '../environment.ts'
import { type Crumb, Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { ServiceAt } from './at.ts'

interface FrameProps {
  readonly c: PageContext
  readonly at: Pick<ServiceAt, 'code' | 'name'>
  readonly title: string
  /** Between My service and this page. */
  readonly above?: readonly Crumb[]
  readonly isTop?: boolean
  readonly hasErrors?: boolean
  readonly islands?: readonly string[]
  readonly wide?: boolean
  readonly children: ReactNode
}

export function ServiceFrame({ c, at, title, above = [], isTop = false, children, ...page }: FrameProps) {
  const own = { text: at.name, href: paths.myServiceOf(at.code) }
  return (
    <Page
      c={c}
      title={title}
      here={paths.myService()}
      {...page}
      {...(isTop ? {} : { breadcrumbs: [own, ...above] })}
    >
      <Done c={c} words={doneWords} />
      {children}
    </Page>
  )
}

const doneWords = new Map(
  Object.entries({
    added: 'It is in the record of your service.',
    corrected: 'The correction is in the record. What it replaces stays visible.',
    ended: 'It is ended. It stays in the register, marked as ended.',
    over: 'It had ended already. Nothing was added.',
    reviewed: 'The review is in the record.',
    answered: 'Your answer is in the record. The service that refers sees it.',
    attached: 'The document is in the record.',
  }),
)

/** The address of a page that says what was done. */
export const saying = (href: string, done: string): string => `${href}?done=${done}`
