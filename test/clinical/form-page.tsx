/** A page with the form of a kind and what stands beside it, over a case with one baseline. */

import { courseOf } from '#core/pathway/course.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { Entry } from '#core/record/entry.ts'
import { assetPath } from '#web/assets/manifest.ts'
import { ClinicalAside, clinicalIslands } from '#web/components/clinical/aside.tsx'
import { noFacts } from '#web/components/kind-form/facts.ts'
import { KindForm } from '#web/components/kind-form/kind-form.tsx'
import { postedOf } from '#web/components/kind-form/posted.ts'
import { htmlOf } from '#web/layout/page.tsx'

const baseline: Entry = {
  ...{ id: 'b', subject: 'case:1', position: 1, kind: 'response-assessment', version: 1 },
  ...{ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-01-01T09:00:00.000Z', author: 'person:1' },
  ...{ role: 'interventional-radiologist', organisation: 'ZTEST', corrects: null },
  ...{ bodyDigest: '', previous: '', digest: '' },
  body: {
    ...{ baseline: true, criteria: 'recist-1.1', modality: 'ct', read: 'baseline', specialist: true },
    ...{ reader: { name: 'Dr Reader' } },
    lesions: [{ key: 'A', organ: 'liver', place: 'segment 6', kind: 'target', diameter: 40 }],
  },
}

export const courseWithBaseline = courseOf('case:1', [baseline])

export function formPage(name: string, pairs: readonly (readonly [string, string])[]): string {
  const kind = caseKindNamed(name)
  if (!kind) throw new Error(`there is no kind ${name}`)
  const posted = postedOf(pairs)
  const facts = { ...noFacts, procedure: 'selective-internal-radiation-therapy' }
  return htmlOf(
    <html lang="en-GB">
      <head>
        <title>{kind.title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('site.css')} />
        {['page', 'kind-form', ...clinicalIslands(name)].map((island) => (
          <script key={island} type="module" src={assetPath(`${island}.js`)} />
        ))}
      </head>
      <body className="nhsuk-template__body">
        <main>
          <h1>{kind.title}</h1>
          <form method="post" noValidate>
            {['day', 'month', 'year'].map((part) => (
              <label key={part}>
                {part}{' '}
                <input name={`occurredAt-${part}`} defaultValue={posted.get(`occurredAt-${part}`)?.[0]} />
              </label>
            ))}
            <KindForm kind={kind} posted={posted} problems={[]} facts={facts} action={`/${name}`} />
            <ClinicalAside kind={name} course={courseWithBaseline} posted={posted} />
          </form>
        </main>
      </body>
    </html>,
  )
}
