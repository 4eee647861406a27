/** Making an edition: its title, the date that it describes, its questionnaire, its times. */

import { Button, Select, TextInput } from 'nhsuk-react-components'
import { z } from 'zod'
import { CURRENT_QUESTIONNAIRE, findQuestionnaire, QUESTIONNAIRES } from '#core/census/questionnaires/all.ts'
import { editionById, makeEdition } from '#store/census/edition.ts'
import { DateFields, dateIn } from '../components/date-fields.tsx'
import { isoDay } from '../components/dates.ts'
import { type Fields, fieldsOf, readFields } from '../components/form.ts'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import { telling } from '../components/told.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { authorFor } from './edition.ts'

const versionOf = ({ id, version }: { id: string; version: number }) => `${id}/${version}`

const schema = z
  .object({
    title: z
      .string()
      .trim()
      .min(3, 'Enter a title, such as UK census 2026')
      .max(80, 'The title is longer than 80 characters. Shorten it'),
    questionnaire: z.string(),
    telephoneAfterDays: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, 'Enter how many days after opening the telephone wave begins, such as 14')
      .transform(Number)
      .refine((days) => days <= 365, 'Enter 365 days or fewer'),
  })
  .loose()

interface NewEdition {
  readonly id: string
  readonly title: string
  readonly censusOn: string
  readonly questionnaire: { readonly id: string; readonly version: number }
  readonly deadlineOn: string | null
  readonly telephoneAfterDays: number
}

export function newEditionPage(c: PageContext, fields: Fields = {}, problems: readonly FieldProblem[] = []) {
  const today = isoDay(c.var.now())
  return show(
    c,
    <Page
      c={c}
      title="Make an edition"
      here={paths.census()}
      breadcrumbs={[{ text: 'Census', href: paths.census() }]}
      hasErrors={problems.length > 0}
    >
      <div className="fp-form">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Make an edition</h1>
        <p>Nobody is written to when you make it. You open it next, then invite.</p>
        <form method="post" action={paths.censusNew()} noValidate>
          <TextInput
            label="Title"
            labelProps={{ size: 's' }}
            hint="What people call it, such as UK census 2026. Its address is made from it."
            {...inputOf(fields, problems, 'title')}
          />
          <DateFields
            name="censusOn"
            legend="Census date"
            hint={`The date that the answers describe. It asks the organisations that exist on it. For example, ${exampleOf(today)}.`}
            fields={fields}
            problems={problems}
          />
          <Select
            id="questionnaire"
            name="questionnaire"
            label="Questionnaire"
            labelProps={{ size: 's' }}
            hint="It cannot be changed once the edition is made."
            defaultValue={fields.questionnaire ?? versionOf(CURRENT_QUESTIONNAIRE)}
            {...errorFor(problems, 'questionnaire')}
          >
            {QUESTIONNAIRES.toReversed().map((one) => (
              <Select.Option key={versionOf(one)} value={versionOf(one)}>
                {one.title}, version {one.version}, {one.questions.length} questions
              </Select.Option>
            ))}
          </Select>
          <DateFields
            name="deadlineOn"
            legend="Deadline (optional)"
            hint="The last day to answer, told in each e-mail. Answers after it are still taken until you close."
            fields={fields}
            problems={problems}
          />
          <TextInput
            id="telephoneAfterDays"
            name="telephoneAfterDays"
            label="Telephone wave"
            labelProps={{ size: 's' }}
            hint="Organisations without an answer go to the telephone list after this many days."
            defaultValue={fields.telephoneAfterDays ?? '14'}
            suffix="days"
            inputMode="numeric"
            width={3}
            {...errorFor(problems, 'telephoneAfterDays')}
          />
          <Button preventDoubleClick>Make the edition</Button>
        </form>
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function exampleOf(iso: string): string {
  return iso.split('-').reverse().map(Number).join(' ')
}

export async function makeNewEdition(c: PageContext) {
  const fields = await fieldsOf(c)
  const read = readEdition(fields)
  if ('problems' in read) return newEditionPage(c, fields, read.problems)
  const { db } = c.var.store
  const { config } = c.var
  const made = await makeEdition(
    db,
    { ...read.edition, fictional: config.demonstration },
    authorFor(c, 'census:lead'),
    c.var.now(),
  )
  if (made.outcome === 'done') return c.redirect(telling(paths.censusRoom(read.edition.id), 'made'), 303)
  const before = await editionById(db, read.edition.id)
  // The same form sent twice made one edition.
  if (before && isSame(before, read.edition)) {
    return c.redirect(telling(paths.censusRoom(before.id), 'made'), 303)
  }
  const words = 'There is an edition with this title, or one very like it. Choose another title'
  return newEditionPage(c, fields, [{ field: 'title', words }])
}

function isSame(before: Omit<NewEdition, 'id'> & { readonly state: string }, given: NewEdition): boolean {
  return (
    before.state === 'draft' &&
    before.title === given.title &&
    before.censusOn === given.censusOn &&
    before.deadlineOn === given.deadlineOn &&
    versionOf(before.questionnaire) === versionOf(given.questionnaire)
  )
}

function readEdition(fields: Fields): { edition: NewEdition } | { problems: readonly FieldProblem[] } {
  const read = readFields(schema, fields)
  const problems: FieldProblem[] = [...(read.problems ?? [])]
  const title = (fields.title ?? '').trim()
  const id = idFrom(title)
  if (title.length >= 3 && (id.length < 3 || id === 'new')) {
    problems.push({ field: 'title', words: 'Use another title: an address cannot be made from this one' })
  }
  const censusOn = dateIn(fields, 'censusOn')
  if (censusOn === null) problems.push({ field: 'censusOn', words: 'Enter the census date' })
  if (censusOn === 'not-a-date')
    problems.push({ field: 'censusOn', words: 'There is no such day. Enter a date such as 22 11 2026' })
  const deadlineOn = dateIn(fields, 'deadlineOn')
  if (deadlineOn === 'not-a-date') {
    problems.push({
      field: 'deadlineOn',
      words: 'There is no such day. Enter a date such as 22 12 2026, or leave it empty',
    })
  }
  const [name = '', version] = (fields.questionnaire ?? '').split('/')
  const questionnaire = findQuestionnaire(name, Number(version))
  if (!questionnaire) problems.push({ field: 'questionnaire', words: 'Choose a questionnaire from the list' })
  if (problems.length > 0 || !read.values || !questionnaire || censusOn === null)
    return { problems: ordered(problems) }
  const { telephoneAfterDays } = read.values
  return {
    edition: {
      id,
      title,
      censusOn,
      questionnaire: { id: name, version: Number(version) },
      deadlineOn,
      telephoneAfterDays,
    },
  }
}

const order = ['title', 'censusOn', 'questionnaire', 'deadlineOn', 'telephoneAfterDays']

/** In the order of the form, as the summary lists them. */
function ordered(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

/** `UK census 2026` becomes `uk-census-2026`. */
export function idFrom(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
}
