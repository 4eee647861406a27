/** The terms under which rows are given out, accepted once by each researcher. */

import { Button, Checkboxes } from 'nhsuk-react-components'
import { terms, termsVersion } from '#core/registry/access/terms.ts'
import { acceptTerms, termsAccepted } from '#store/registry/access.ts'
import { dateWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export async function showTerms(c: PageContext) {
  return termsPage(c, c.req.query('snapshot') ?? '', [])
}

export async function accept(c: PageContext) {
  const fields = await fieldsOf(c)
  const { snapshot = '' } = fields
  if (fields.accept !== 'yes')
    return termsPage(c, snapshot, [{ field: 'accept-1', words: 'Tick the box to accept the terms' }])
  await acceptTerms(c.var.store.db, c.var.person?.id ?? '', termsVersion)
  return c.redirect(snapshotAsked(snapshot) ?? paths.registrySnapshots(), 303)
}

/** Back to the snapshot from which one came, and nowhere else. */
const snapshotAsked = (id: string) => (/^[0-9a-f]{16}$/.test(id) ? paths.registrySnapshot(id) : null)

async function termsPage(c: PageContext, snapshot: string, problems: readonly FieldProblem[]) {
  const accepted = await termsAccepted(c.var.store.db, c.var.person?.id ?? '', termsVersion)
  return show(
    c,
    <Page
      c={c}
      title="Terms of the registry"
      here={paths.registry()}
      breadcrumbs={[
        { text: 'Registry', href: paths.registry() },
        { text: 'Snapshots', href: paths.registrySnapshots() },
      ]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">Terms of the registry</h1>
        <p className="nhsuk-lede-text">
          Under which its rows are given to you. Version {termsVersion}. Each download is noted with your
          name.
        </p>
        <dl className="fp-terms">
          {terms.map(({ title, words }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        {accepted ? (
          <p>
            You accepted them on {dateWords(accepted)}.{' '}
            <a href={snapshotAsked(snapshot) ?? paths.registrySnapshots()}>Go to the snapshots</a>
          </p>
        ) : (
          <form method="post" action={paths.registryTerms()} noValidate>
            <input type="hidden" name="snapshot" value={snapshot} />
            <Checkboxes id="accept" name="accept" {...errorFor(problems, 'accept-1')}>
              <Checkboxes.Item id="accept-1" value="yes">
                I accept these terms
              </Checkboxes.Item>
            </Checkboxes>
            <Button preventDoubleClick>Accept the terms</Button>
          </form>
        )}
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}
