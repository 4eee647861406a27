/** Validation: samples of a service's cases drawn at random, compared with their sources, and how far they agree. */

import { Button, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { ukDay } from '#core/calendar/uk-day.ts'
import { procedureName } from '#core/catalogue/procedures.ts'
import type { Stated } from '#core/pathway/course.ts'
import { type Agreement, agreementOf } from '#core/registry/quality/agreement.ts'
import { validatedItems, validationResult, validationSample } from '#core/service/kinds/registry.ts'
import { drawValidationSample, type SampledCase, sampledCases } from '#store/quality/sample.ts'
import { DateFields, dateIn } from '../components/date-fields.tsx'
import { dateWords } from '../components/dates.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { isId } from '../components/id.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { type ServiceAt, serviceAt, signatureFor } from './at.ts'
import { ServiceFrame } from './frame.tsx'
import { newFormId } from './statement.ts'

type Sample = Stated<ReturnType<(typeof validationSample)['schema']['parse']>>

const most = 200

export async function validationPage(
  c: PageContext,
  given: { fields?: Fields; problems?: readonly FieldProblem[] } = {},
) {
  const at = await serviceAt(c)
  if (!at) return notFound(c)
  const { fields = {}, problems = [] } = given
  const samples = at.course.of(validationSample).toReversed()
  return show(
    c,
    <ServiceFrame c={c} at={at} title="Validation" hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">Validation</h1>
      <p className="nhsuk-u-reading-width">
        A registry is believed when somebody has looked. Draw some cases at random, compare each with its
        source, and say what agrees. Nobody chooses which cases: the seed of the draw is kept, and anybody can
        draw the same again.
      </p>
      {samples.length > 0 ? <AgreementTable agreement={agreementOf(at.course)} /> : null}
      {samples.map((sample) => (
        <SampleSummary key={sample.first} at={at} sample={sample} />
      ))}
      {at.mayRecord ? <DrawForm at={at} fields={fields} problems={problems} /> : null}
    </ServiceFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

function AgreementTable({ agreement }: { readonly agreement: readonly Agreement[] }) {
  return (
    <DataTable
      stacks
      caption="Agreement with the sources, all samples"
      rows={agreement}
      keyOf={({ item }) => item}
      columns={[
        { heading: 'What', names: true, cell: ({ item }) => validatedItems[item] },
        { heading: 'Compared', number: true, cell: ({ compared }) => compared },
        { heading: 'Agree', number: true, cell: ({ agrees }) => agrees },
        { heading: 'Share (95% interval)', number: true, cell: shareWords },
        { heading: 'Not in the source', number: true, cell: ({ notInSource }) => notInSource },
      ]}
    />
  )
}

function shareWords({ share: { estimate, lower, upper } }: Agreement): string {
  if (estimate === null) return 'None compared yet'
  const percent = (value: number) => Math.round(value * 100)
  return `${percent(estimate)}% (${percent(lower)} to ${percent(upper)})`
}

function comparedOf(at: ServiceAt, sample: Sample): ReadonlySet<string> {
  return new Set(
    at.course
      .of(validationResult)
      .filter(({ body }) => at.course.standing(body.sample)?.first === sample.first)
      .map(({ body }) => body.case),
  )
}

function SampleSummary({ at, sample }: { readonly at: ServiceAt; readonly sample: Sample }) {
  const { cases, of, from, to } = sample.body
  const done = comparedOf(at, sample).size
  return (
    <section>
      <h2 className="nhsuk-heading-m">Drawn on {dateWords(sample.occurredAt)}</h2>
      <p>
        {cases.length} of {of} cases treated from {dateWords(from)} to {dateWords(to)}. {done} compared,{' '}
        {cases.length - done} to do.{' '}
        <a href={paths.myServiceValidation(at.code, sample.first)}>
          {done < cases.length ? 'Go on comparing' : 'See the cases'}
        </a>
      </p>
    </section>
  )
}

interface DrawFormProps {
  readonly at: ServiceAt
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function DrawForm({ at, fields, problems }: DrawFormProps) {
  return (
    <form method="post" action={paths.myServiceValidation(at.code)} noValidate className="fp-service-form">
      <h2 className="nhsuk-heading-m">Draw a sample</h2>
      <input type="hidden" name="_id" value={fields._id ?? newFormId()} />
      <DateFields name="from" legend="Treated from" fields={fields} problems={problems} />
      <DateFields name="to" legend="Treated to" fields={fields} problems={problems} />
      <TextInput
        id="size"
        name="size"
        label="How many cases"
        labelProps={{ size: 's' }}
        hint="20 show an agreement of 90% to within about 15 points either way."
        width={4}
        inputMode="numeric"
        defaultValue={fields.size ?? '20'}
        {...errorFor(problems, 'size')}
      />
      <Button preventDoubleClick>Draw at random</Button>
    </form>
  )
}

export async function draw(c: PageContext) {
  const at = await serviceAt(c)
  if (!at) return notFound(c)
  const fields = await fieldsOf(c)
  const [from, to] = [dateIn(fields, 'from'), dateIn(fields, 'to')]
  const size = z.coerce.number().int().min(1).max(most).safeParse(fields.size)
  const problems: FieldProblem[] = []
  for (const [field, day, words] of [
    ['from', from, 'Enter the day from which cases count'],
    ['to', to, 'Enter the day to which cases count'],
  ] as const) {
    if (day === null) problems.push({ field, words })
    else if (day === 'not-a-date') problems.push({ field, words: 'Enter a real day, such as 31 3 2026' })
  }
  if (problems.length === 0 && from !== null && to !== null && to < from)
    problems.push({ field: 'to', words: 'The last day is before the first' })
  if (!size.success) problems.push({ field: 'size', words: `Enter a whole number from 1 to ${most}` })
  if (problems.length > 0 || !size.success || !from || !to) return validationPage(c, { fields, problems })
  const id = isId(fields._id ?? '') ? (fields._id as string) : newFormId()
  const task = { id, organisation: at.code, from, to, size: size.data, ...signatureFor(c, at.code) }
  const drawn = await inScope(c, 'service:record', (db) => drawValidationSample(db, task, c.var.now()))
  if (drawn.outcome === 'none-treated')
    return validationPage(c, {
      fields,
      problems: [{ field: 'from-day', words: 'No case was treated here between these days' }],
    })
  return c.redirect(paths.myServiceValidation(at.code, drawn.sample), 303)
}

/** The cases of one sample: no names, only what was done and when; each leads to its comparison. */
export async function samplePage(c: PageContext) {
  const at = await serviceAt(c)
  const sample = at && sampleNamed(at, c)
  if (!at || !sample) return notFound(c)
  const ids = sample.body.cases.map(({ id }) => id)
  const cases = await inScope(c, 'service:see', (db) => sampledCases(db, ids))
  const compared = comparedOf(at, sample)
  return show(
    c,
    <ServiceFrame
      c={c}
      at={at}
      title="Validation sample"
      above={[{ text: 'Validation', href: paths.myServiceValidation(at.code) }]}
    >
      <h1 className="nhsuk-heading-l">Sample of {dateWords(sample.occurredAt)}</h1>
      <p className="fp-quiet fp-wrap">
        {ids.length} of {sample.body.of} cases. Seed of the draw: {sample.body.seed}.
      </p>
      <DataTable
        stacks
        caption={`${compared.size} of ${ids.length} compared`}
        rows={cases}
        keyOf={({ id }) => id}
        columns={[
          { heading: 'Case', names: true, cell: (each) => <CaseLink each={each} at={at} /> },
          { heading: 'State', cell: ({ id }) => (compared.has(id) ? 'Compared' : 'To do') },
          {
            heading: 'What to do',
            cell: (each) =>
              at.mayRecord ? (
                <a href={paths.myServiceValidation(at.code, sample.first, each.id)}>
                  {compared.has(each.id) ? 'Compare again' : 'Compare'}
                  <span className="nhsuk-u-visually-hidden"> the case of {caseWords(each)}</span>
                </a>
              ) : null,
          },
        ]}
      />
    </ServiceFrame>,
  )
}

function CaseLink({ each }: { readonly each: SampledCase; readonly at: ServiceAt }) {
  return <a href={paths.caseOf(each.id)}>{caseWords(each)}</a>
}

/** TACE, 3 March 2026 */
export function caseWords({ procedure, treatedAt }: SampledCase): string {
  const what = procedure ? procedureName(procedure) : 'Procedure not recorded'
  return treatedAt ? `${what}, ${dateWords(ukDay(treatedAt.toISOString()))}` : what
}

/** The sample that an address names, by the id of its entry. */
export function sampleNamed(at: ServiceAt, c: PageContext): Sample | undefined {
  const id = c.req.param('sample') ?? ''
  return at.course.of(validationSample).find(({ first }) => first === id)
}
