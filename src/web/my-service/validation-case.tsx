/** One case of a validation sample, compared with its source. */

import { validationResult } from '#core/service/kinds/registry.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import { sampledCases } from '#store/quality/sample.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { serviceAt } from './at.ts'
import { type Asking, showForm, takeForm } from './form.tsx'
import { begunWith, factsFor } from './statement.ts'
import { caseWords, sampleNamed } from './validation.tsx'

const kind = validationResult as unknown as ServiceKind

async function asking(c: PageContext): Promise<Asking | null> {
  const at = await serviceAt(c)
  const sample = at && sampleNamed(at, c)
  const id = c.req.param('case') ?? ''
  if (!at || !sample?.body.cases.some((each) => each.id === id)) return null
  const [found] = await inScope(c, 'service:record', (db) => sampledCases(db, [id]))
  if (!found) return null
  const earlier = at.course
    .of(validationResult)
    .findLast(({ body }) => body.case === id && at.course.standing(body.sample)?.first === sample.first)
  const list = paths.myServiceValidation(at.code, sample.first)
  const facts = await factsFor(c, at, kind)
  return {
    c,
    at,
    kind,
    title: `Compare: ${caseWords(found)}`,
    button: 'Record the comparison',
    action: paths.myServiceValidation(at.code, sample.first, id),
    above: [
      { text: 'Validation', href: paths.myServiceValidation(at.code) },
      { text: 'Sample', href: list },
    ],
    facts: {
      ...facts,
      entries: [{ id: sample.first, kind: sample.kind, of: 'service', words: 'The sample' }],
    },
    fixed: { sample: sample.first, case: id },
    ...(earlier ? { corrects: earlier.entry } : {}),
    lede: (
      <p className="nhsuk-u-reading-width">
        Open <a href={paths.caseOf(id)}>the case</a> beside its source. Where they differ and the record is
        wrong, correct the record too: this only says that they differed.
      </p>
    ),
    next: () => list,
  }
}

export async function comparePage(c: PageContext) {
  const asked = await asking(c)
  return asked ? showForm(asked, { posted: begunWith(kind, {}, asked.facts, asked.at.day) }) : notFound(c)
}

export async function compare(c: PageContext) {
  const asked = await asking(c)
  return asked ? takeForm(asked) : notFound(c)
}
