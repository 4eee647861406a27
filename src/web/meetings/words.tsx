/** What was written about a case at a meeting: kept, or recorded in the case as the outcome. */

import { z } from 'zod'
import { procedureById } from '#core/catalogue/procedures.ts'
import { type Recommendation, recordOutcome, writeItem } from '#store/meeting/hold.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import { signedBy } from '../components/signature.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { inScope } from '../scope.ts'
import type { ItemTyped } from './item-form.tsx'
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

export function words(c: PageContext) {
  return onMeeting(c, async (opened) => {
    const { meeting } = opened
    const item = opened.items.find(({ id }) => id === itemId(c))
    const signed = signedBy(c, 'meeting:run', meeting.organisation)
    if (!item || !mayRun(c, meeting.organisation) || !signed) return notFound(c)
    const fields = await fieldsOf(c)
    const read = sent.safeParse(fields)
    if (!read.success) return notFound(c)
    const typed = typedIn(fields)
    const { do: doing, revision } = read.data
    const problems = problemsOf(typed, doing === 'record')
    if (problems.length > 0) return showMeeting(c, opened, { typed, problems, item: item.id })
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
    if (answer.outcome === 'written')
      return back(c, meeting.id, { item: item.id, told: doing === 'keep' ? 'kept' : 'recorded' })
    if (answer.outcome !== 'overtaken') {
      const problem = { field: 'recommendation', words: notRecorded[answer.outcome] }
      return showMeeting(c, opened, { typed, problems: [problem], item: item.id })
    }
    return onMeeting(c, (fresh) => showMeeting(c, fresh, { typed, overtakenBy: answer.by, item: item.id }))
  })
}

const notRecorded = {
  refused: 'The case’s record changed in between. Look at the case, then send it again',
  'not-meeting': 'The meeting is not under way. Begin it, then record the outcome',
} as const

function typedIn(fields: Fields): ItemTyped {
  const text = (name: keyof ItemTyped) => (fields[name] ?? '').trim()
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
