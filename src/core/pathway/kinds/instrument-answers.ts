/** What a patient answered to an instrument that others own, with the licence under which it was asked. */

import * as field from '../../record/field.ts'
import { instrumentById, type Scale, scoreOf } from '../../registry/instruments.ts'
import { instrumentTitles } from '../../service/kinds/instrument-licence.ts'
import { caseKind } from '../case-kind.ts'

export const instrumentAnswers = caseKind({
  name: 'instrument-answers',
  title: 'Answers to a questionnaire',
  stage: 'follow-up',
  offered: false,
  clauses: ['6.5'],
  fields: {
    treatment: field.optional(field.entry({ label: 'Treatment', kinds: ['treatment'] })),
    instrument: field.choice({ label: 'Questionnaire', options: instrumentTitles }),
    licence: field.text({ label: 'Reference of the licence', max: 100 }),
    answers: field.list({
      label: 'Answers',
      one: 'answer',
      max: 60,
      fields: {
        item: field.text({ label: 'Item', max: 10 }),
        value: field.whole({ label: 'Answer', min: 0, max: 100 }),
      },
    }),
  },
  line: ({ instrument, answers }) => {
    const found = instrumentById(instrument)
    const given = Object.fromEntries(answers.map(({ item, value }) => [item, value]))
    const scores = (found?.scales ?? []).flatMap((scale) => scoreWords(scale, given))
    const counted = `${instrumentTitles[instrument]}: ${answers.length} of ${found?.items.length ?? 0} items answered`
    const more = scores.length - mostInLine
    const shown = more > 1 ? [...scores.slice(0, mostInLine), `and ${more} more scores`] : scores
    return shown.length === 0 ? counted : `${counted}. ${shown.join(', ')}`
  },
})

/** A line is read at a glance: the first scale of many is the one that sums up. */
const mostInLine = 1

/** A score to one decimal; a scale that is scored by a table of its owner has none here. */
function scoreWords(scale: Scale, answers: Readonly<Record<string, number>>): readonly string[] {
  const scored = scoreOf(scale, answers)
  return scored.outcome === 'scored' ? [`${scale.title} ${scored.score.toFixed(1)}`] : []
}
