/** What stands beside the form of a kind whose fields come to something: response, liver function, a plan's check, an activity. */

import { earlierLung } from '#core/dosimetry/over-course.ts'
import type { Course } from '#core/pathway/course.ts'
import { assessedIn } from '#core/response/over-course.ts'
import { liveCheck } from './check-live.ts'
import { liveDelivered } from './delivered-live.ts'
import { Drawn } from './drawn.tsx'
import { liveLesions } from './lesion-live.ts'
import { liveLiver } from './liver-view.ts'
import { typedFrom } from './typed-form.ts'

interface ClinicalAsideProps {
  /** The kind's name. */
  readonly kind: string
  readonly course: Course
  /** What the form's fields hold, as typed. */
  readonly posted: ReadonlyMap<string, readonly string[]>
  /** The entry that the form corrects. */
  readonly corrects?: string | undefined
}

const islands: Readonly<Record<string, readonly string[]>> = {
  'response-assessment': ['lesion-table'],
  'work-up': ['liver-function'],
  treatment: ['delivered-activity'],
}

/** The islands that a page with this kind's form loads. */
export function clinicalIslands(kind: string): readonly string[] {
  return islands[kind] ?? []
}

/** Inside of the form. Without scripts it shows what was computed when the form was last sent. */
export function ClinicalAside(props: ClinicalAsideProps) {
  if (props.kind === 'response-assessment') return <LesionsNow {...props} />
  if (props.kind === 'work-up') return <WorkUpNow {...props} />
  if (props.kind === 'treatment') return <DeliveredNow {...props} />
  return null
}

function LesionsNow({ course, posted, corrects }: ClinicalAsideProps) {
  const assessed = assessedIn(course, corrects)
  const { statement, sheets } = liveLesions(assessed, typedFrom(posted))
  return (
    <section
      className="fp-clinical"
      data-clinical="lesions"
      data-after="lesions"
      data-assessed={JSON.stringify(assessed)}
    >
      <h2 className="nhsuk-heading-m">Response by the rule</h2>
      <p className="fp-clinical__statement" role="status">
        {statement}
      </p>
      <div data-drawn="">
        <Drawn pieces={sheets} />
      </div>
    </section>
  )
}

function WorkUpNow({ course, posted, corrects }: ClinicalAsideProps) {
  const typed = typedFrom(posted)
  const { earlierGy, unknown } = earlierLung(course, corrected(course, corrects))
  const { statement, sheets } = liveCheck(typed, earlierGy, unknown)
  return (
    <>
      <section className="fp-clinical" data-clinical="liver" data-after="childPughAlbuminCutOff">
        <h2 className="nhsuk-heading-m">Liver function</h2>
        <div data-drawn="">
          <Drawn pieces={liveLiver(typed)} />
        </div>
      </section>
      <section
        className="fp-clinical"
        data-clinical="check"
        data-after="sirt"
        data-earlier-lung={String(earlierGy)}
        data-unknown-lung={String(unknown)}
        hidden={statement === ''}
      >
        <h2 className="nhsuk-heading-m">Check of the planned activity</h2>
        <p className="fp-clinical__statement" role="status">
          {statement}
        </p>
        <div data-drawn="">
          <Drawn pieces={sheets} />
        </div>
      </section>
    </>
  )
}

function DeliveredNow({ posted }: ClinicalAsideProps) {
  const words = liveDelivered(typedFrom(posted))
  return (
    <section
      className="fp-clinical"
      data-clinical="delivered"
      data-after="activity"
      aria-label="Activity delivered, by its numbers"
      hidden={words === ''}
    >
      <p className="fp-clinical__statement" role="status">
        {words}
      </p>
    </section>
  )
}

/** Treatments before the work-up that is corrected; before a new one lie all of them. */
function corrected(course: Course, corrects: string | undefined): string {
  return (corrects === undefined ? undefined : course.standing(corrects)?.occurredAt) ?? '9999'
}
