/** What was written about a case at a meeting: kept, or recorded in the case as the outcome. */

import { z } from 'zod'
import { procedureById } from '#core/catalogue/procedures.ts'
import { mergeWords } from '#core/meeting/merge.ts'
import { type Recommendation, recordOutcome, writeItem } from '#store/meeting/hold.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { inScope } from '../scope.ts'
import { type ItemTyped, shownIn } from './item-typed.ts'
import { showMeeting } from './meeting-page.tsx'
import { back, itemId, mayRun, onMeeting, recommendations } from './view.ts'

const longest = { question: 2000, images: 400, actsNext: 200, notes: 4000 } as const
const labels = {
  question: 'The question',
  images: 'Where the images are',
  actsNext: 'Who acts next',
  notes: 'What was said',
} as const

const sent = z.object({ do: z.enum(['record', 'keep']), revision: z.coerce.number().int().min(0) })

/** So often what others write meanwhile is merged by itself, before a person has to look. */
const mostMerges = 3

export async function words(c: PageContext) {
  const fields = await fieldsOf(c)
  return takeWords(c, fields, typedIn(fields), 0)
}

function takeWords(c: PageContext, fields: Fields, typed: ItemTyped, merges: number): Promise<Response> {
  return onMeeting(c, async (opened) => {
    const { meeting } = opened
    const item = opened.items.find(({ id }) => id === itemId(c))
    const signed = signedBy(c, 'meeting:run', meeting.organisation)
    if (!item || !mayRun(c, meeting.organisation) || !signed) return notFound(c)
    const read = sent.safeParse(fields)
    if (!read.success) return notFound(c)
    const { do: doing, revision } = read.data
    const seen = { revision, was: typedIn(fields, 'was-') }
    const problems = problemsOf(typed, doing === 'record')
    if (problems.length > 0 && isByItself(c)) return c.json({}, 422)
    if (problems.length > 0) return showMeeting(c, opened, { typed, problems, seen, item: item.id })
    const kept = {
      question: typed.question,
      images: typed.images,
      recommendation: typed.recommendation || null,
      procedure: isTreatment(typed) ? typed.procedure || null : null,
      atPlace: typed.atPlace || null,
      actsNext: typed.actsNext || null,
      notes: typed.notes || null,
    }
    const by = c.var.person?.name ?? ''
    const answer = await inScope(c, 'meeting:run', (db) =>
      doing === 'keep'
        ? writeItem(db, meeting.id, item.id, kept, { revision, by })
        : recordOutcome(
            db,
            meeting,
            item,
            { ...kept, recommendation: typed.recommendation as Recommendation },
            { author: signed.author, role: signed.role, revision, by, now: c.var.now() },
          ),
    )
    if (answer.outcome === 'written' && isByItself(c)) return keptWords(c, item.id)
    if (answer.outcome === 'written')
      return back(c, meeting.id, { item: item.id, told: doing === 'keep' ? 'kept' : 'recorded' })
    if (answer.outcome !== 'overtaken') {
      const problem = { field: 'recommendation', words: notRecorded[answer.outcome] }
      return showMeeting(c, opened, { typed, problems: [problem], seen, item: item.id })
    }
    return overtaken(c, { fields, typed, merges, by: answer.by, item: item.id })
  })
}

interface Overtaken {
  readonly fields: Fields
  readonly typed: ItemTyped
  readonly merges: number
  readonly by: string | null
  readonly item: string
}

/** A page that keeps what is written whenever a field is left, without a press of the button (islands/meeting-keep.ts). */
const isByItself = (c: PageContext) => c.req.header('accept') === 'application/json'

/** What stands now, for the form that stays open. */
function keptWords(c: PageContext, item: string): Promise<Response> {
  return onMeeting(c, ({ items, meeting }) => {
    const now = items.find(({ id }) => id === item)
    return now ? c.json({ revision: now.revision, words: shownIn(now, meeting) }) : notFound(c)
  })
}

/** What only one of the two touched is merged and sent again; what both changed is for the writer to look at. */
function overtaken(c: PageContext, { fields, typed, merges, by, item }: Overtaken): Promise<Response> {
  return onMeeting(c, (fresh) => {
    const now = fresh.items.find(({ id }) => id === item)
    if (!now) return notFound(c)
    const stands = shownIn(now, fresh.meeting)
    const before = typedIn(fields, 'was-')
    const { merged, contested } = mergeWords(before, typed, stands)
    if (contested.length > 0 || merges >= mostMerges)
      return isByItself(c)
        ? c.json({}, 409)
        : showMeeting(c, fresh, { typed: merged, overtakenBy: by, contested, item })
    const again = { ...fields, revision: String(now.revision), ...was(stands) }
    return takeWords(c, again, merged, merges + 1)
  })
}

const was = (words: ItemTyped): Fields =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [`was-${name}`, value]))

const notRecorded = {
  refused: 'The case’s record changed in between. Look at the case, then send it again',
  'not-meeting': 'The meeting is not under way. Begin it, then record the outcome',
} as const

function typedIn(fields: Fields, prefix = ''): ItemTyped {
  const text = (name: keyof ItemTyped) => (fields[`${prefix}${name}`] ?? '').trim()
  return {
    question: text('question'),
    images: text('images'),
    recommendation: text('recommendation'),
    procedure: text('procedure'),
    atPlace: text('atPlace'),
    actsNext: text('actsNext'),
    notes: text('notes'),
  }
}

const isTreatment = ({ recommendation }: ItemTyped) =>
  recommendation === 'treat' || recommendation === 'treat-otherwise'

function problemsOf(typed: ItemTyped, recording: boolean): readonly FieldProblem[] {
  const problems: FieldProblem[] = []
  for (const name of Object.keys(longest) as (keyof typeof longest)[]) {
    const over = typed[name].length - longest[name]
    if (over > 0)
      problems.push({
        field: name,
        words: `${labels[name]} has to be ${longest[name]} characters or fewer: take out ${over}`,
      })
  }
  if (typed.recommendation && !recommendations.has(typed.recommendation))
    problems.push({ field: 'recommendation', words: 'Select a recommendation from the list' })
  if (typed.procedure && !procedureById(typed.procedure))
    problems.push({ field: 'procedure', words: 'Select a procedure from the list' })
  if (typed.atPlace && !/^[A-Z0-9]{2,12}$/.test(typed.atPlace))
    problems.push({ field: 'atPlace', words: 'Select an organisation from the list' })
  if (!recording) return problems
  if (!typed.recommendation) problems.push({ field: 'recommendation', words: 'Select the recommendation' })
  if (isTreatment(typed) && !typed.procedure)
    problems.push({ field: 'procedure', words: 'Select the procedure recommended' })
  if ((isTreatment(typed) || typed.recommendation === 'refer-onward') && !typed.atPlace)
    problems.push({ field: 'atPlace', words: 'Select where the procedure will be done' })
  return problems
}
