/** The referral's own form: only what is not known yet; what is known of the patient is filled in. */

import { Button } from 'nhsuk-react-components'
import { procedureById } from '#core/catalogue/procedures.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { cliniciansOf } from '#core/service/standing.ts'
import { cliniciansAt } from '#store/access/clinicians.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import type { Database } from '#store/open.ts'
import { keepDraft } from '#store/referral/draft.ts'
import { knownOf } from '#store/referral/known.ts'
import { readService } from '#store/service/read.ts'
import type { FormFacts } from '../components/kind-form/facts.ts'
import { KindForm } from '../components/kind-form/kind-form.tsx'
import { laidOver, type Posted, plainOf, postedFromPlain, postedOf } from '../components/kind-form/posted.ts'
import { readKindForm } from '../components/kind-form/read.ts'
import { afterRowButton } from '../components/kind-form/rows.ts'
import { formOf } from '../components/kind-form/values.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type OpenDraft, onDraft, Step } from './draft-page.tsx'

/** Asked in the step before, known from who signs, or not asked of a referral. */
const knownBefore = ['from', 'referrer', 'procedure', 'breachReason'] as const

export interface Form {
  readonly posted: Posted
  readonly facts: FormFacts
  readonly to: string
}

/** The form of a draft with everything that is known: from the patient's last referral, the draft, who signs. */
export async function formFor(c: PageContext, { draft }: OpenDraft, db: Database): Promise<Form> {
  const { person } = c.var
  const codes = [draft.organisation, draft.treating ?? '']
  const [people, names, service, earlier] = await Promise.all([
    cliniciansAt(db, codes),
    organisationNames(db, codes),
    readService(db, draft.treating ?? ''),
    knownOf(db, { patient: draft.patient, author: `person:${person?.id}`, onwardOf: draft.onwardOf }),
  ])
  const named = service
    ? cliniciansOf(service.course).filter(({ name }) => !people.some((each) => each.name === name))
    : []
  const procedure = draft.procedure ?? ''
  const signed = {
    from: draft.organisation,
    referrer: { name: person?.name ?? '', person: person?.id ?? '' },
    procedure,
  }
  const known = { ...intentOf(procedure), ...earlier.body }
  const facts: FormFacts = {
    people: [...people, ...named.map(({ name }) => ({ name }))],
    organisations: [...names].map(([code, name]) => ({ code, name })),
    entries: [],
    known,
    sources: earlier.sources,
    complete: (body) => ({ ...body, ...signed }),
  }
  const kept = postedFromPlain(draft.fields as Readonly<Record<string, readonly string[]>>)
  const typed = kept.size > 0 ? kept : formOf(referral.fields, known, facts)
  const posted = laidOver(typed, formOf(referral.fields, signed, facts))
  return { posted, facts, to: names.get(draft.treating ?? '') ?? draft.treating ?? '' }
}

/** A procedure that is of one category only says what it is for. */
function intentOf(procedure: string): { readonly intent?: string } {
  const college = procedureById(procedure)?.categoryBy.college ?? []
  return college.length === 1 && college[0] ? { intent: college[0] } : {}
}

export function formStep(c: PageContext) {
  return onDraft(c, async (open, db) => {
    if (!open.draft.procedure || !open.draft.treating)
      return c.redirect(paths.referPart(open.draft.id, 'service'), 303)
    const form = await formFor(c, open, db)
    return showForm(c, open, form, [])
  })
}

export function showForm(c: PageContext, open: OpenDraft, form: Form, problems: readonly FieldProblem[]) {
  const { draft } = open
  const action = paths.referPart(draft.id, 'form')
  return show(
    c,
    <Step
      c={c}
      {...open}
      title="What for?"
      backHref={paths.referPart(draft.id, 'service')}
      problems={problems}
      islands={['kind-form']}
    >
      <p>
        To <strong>{form.to}</strong> for <strong>{procedureById(draft.procedure ?? '')?.name}</strong>,
        signed by {c.var.person?.name}. <a href={paths.referPart(draft.id, 'service')}>Change</a>
      </p>
      <form method="post" action={action} noValidate className="nhsuk-u-reading-width">
        <KindForm
          kind={referral}
          posted={form.posted}
          problems={problems}
          facts={form.facts}
          action={action}
          without={knownBefore}
        />
        <div className="fp-actions">
          <Button preventDoubleClick>Check the referral</Button>
          <Button name="_do" value="later" secondary>
            Keep for later
          </Button>
        </div>
      </form>
    </Step>,
    problems.length > 0 ? 422 : 200,
  )
}

export async function keepForm(c: PageContext) {
  const sent = postedOf(new URLSearchParams(await c.req.text()))
  return onDraft(c, async (open, db) => {
    const { draft } = open
    if (!draft.procedure || !draft.treating) return c.redirect(paths.referPart(draft.id, 'service'), 303)
    const fields = plainOf(sent, (name) => name !== '_do')
    await keepDraft(db, draft.id, c.var.person?.id ?? '', { fields })
    const form = await formFor(c, { ...open, draft: { ...draft, fields } }, db)
    if (sent.get('_do')?.includes('later')) return c.redirect(paths.refer(), 303)
    const rows = afterRowButton(sent)
    if (rows) return showForm(c, open, { ...form, posted: laidOver(form.posted, rows) }, [])
    const read = readKindForm(referral, form.posted, form.facts)
    if (read.problems.length > 0) return showForm(c, open, { ...form, posted: read.posted }, read.problems)
    return c.redirect(paths.referPart(draft.id, 'check'), 303)
  })
}
