/** Before a figure is published: under which title, and what that means. The form goes to the figures' own address. */

import { Button, Checkboxes, TextInput } from 'nhsuk-react-components'
import { sentenceOf } from '#core/registry/cohort/sentence.ts'
import type { Names } from '#core/registry/cohort/values.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface PublishPageProps {
  readonly c: PageContext
  /** The address of what is shown. */
  readonly view: string
  readonly spec: FigureSpec
  readonly names: Names
  readonly finding: string
  readonly typed: string
  readonly problems: readonly FieldProblem[]
}

export function PublishPage({ c, view, spec, names, finding, typed, problems }: PublishPageProps) {
  return (
    <Page
      c={c}
      title="Publish a figure"
      here={paths.registry()}
      breadcrumbs={[
        { text: 'Registry', href: paths.registry() },
        { text: 'Explore', href: paths.registryExplore(view) },
      ]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">Publish a figure</h1>
        <p className="nhsuk-lede-text">{finding}</p>
        <p>{sentenceOf(spec.cohort, names)}</p>
        <ul>
          <li>Anyone can open it, without signing in, at an address that stays.</li>
          <li>
            It is computed again for the public, through the public’s disclosure control, from the latest
            snapshot.
          </li>
          <li>Your name stands beside it. You can withdraw it later; that it was there stays on record.</li>
        </ul>
        <form method="post" action={paths.registryPublish(view)} noValidate>
          <TextInput
            id="title"
            name="title"
            label="Title"
            hint="What it shows, in a few words; what it found is written for you"
            maxLength={200}
            defaultValue={typed}
            {...errorFor(problems, 'title')}
          />
          <Checkboxes id="sure" name="sure" {...errorFor(problems, 'sure-1')}>
            <Checkboxes.Item id="sure-1" value="yes">
              I have read the figure, its definition and what is missing, and it says what I mean
            </Checkboxes.Item>
          </Checkboxes>
          <div className="fp-actions">
            <Button preventDoubleClick>Publish</Button>
            <a href={paths.registryExplore(view)}>Back to the explorer</a>
          </div>
        </form>
      </div>
    </Page>
  )
}
