/** A step that changes an edition as a whole: a page that says what will happen, and one button that does it. */

import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import type { RoomEdition } from './edition.ts'
import { RoomPage } from './frame.tsx'

interface StepProps {
  readonly c: PageContext
  readonly edition: RoomEdition
  /** The last part of its address. */
  readonly step: string
  readonly title: string
  /** The verb on the button; absent: there is nothing to do, and the page says why. */
  readonly button?: string | undefined
  readonly warning?: boolean
  readonly problems?: readonly FieldProblem[]
  /** Inside the form, above its button. */
  readonly fields?: ReactNode
  readonly children: ReactNode
}

export function showStep(props: StepProps) {
  const { c, edition, step, title, button, warning, problems = [], fields, children } = props
  return show(
    c,
    <RoomPage c={c} edition={edition} part={step} title={title} hasErrors={problems.length > 0}>
      <div className="fp-form">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">{title}</h1>
        {children}
        {button ? (
          <form method="post" action={paths.censusRoomPart(edition.id, step)} noValidate>
            {fields}
            <div className="fp-actions">
              <Button preventDoubleClick warning={warning ?? false}>
                {button}
              </Button>
              <a href={paths.censusRoom(edition.id)}>Go back, change nothing</a>
            </div>
          </form>
        ) : (
          <p>
            <a href={paths.censusRoom(edition.id)}>Go back to {edition.title}</a>
          </p>
        )}
      </div>
    </RoomPage>,
    problems.length > 0 ? 422 : 200,
  )
}

/** `1 organisation`, `12 organisations` */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`
