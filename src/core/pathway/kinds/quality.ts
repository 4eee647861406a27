/** What is said about the data themselves: a question that a colleague asks, and how a query ended. */

import * as field from '../../record/field.ts'
import { queryRules } from '../../registry/quality/rules.ts'
import { caseKind } from '../case-kind.ts'

const aboutAny = (label: string) =>
  field.entry({
    label,
    kinds: [
      'referral',
      'work-up',
      'treatment',
      'follow-up-contact',
      'response-assessment',
      'symptom-score',
      'complication',
      'safety-review',
      'feedback',
      'death',
    ],
  })

export const dataQuery = caseKind({
  name: 'data-query',
  title: 'Question about the data',
  stage: 'follow-up',
  button: 'Ask about the data',
  whenAsked: 'When was it asked?',
  fields: {
    about: field.optional(aboutAny('About which entry')),
    question: field.paragraph({
      label: 'Question',
      hint: 'What is missing, or looks wrong, and what would answer it',
      max: 1000,
    }),
    of: field.clinician({ label: 'Who can answer' }),
  },
  line: (body) => `Asked about the data: ${body.question}`,
})

const ruleTitles = Object.fromEntries(Object.entries(queryRules).map(([name, { title }]) => [name, title]))

export const dataQueryClosed = caseKind({
  name: 'data-query-closed',
  title: 'Data query closed',
  stage: 'follow-up',
  button: 'Close the query',
  whenAsked: 'When was it closed?',
  fields: {
    rule: field.choice({ label: 'Query', options: ruleTitles }),
    about: field.optional(
      field.when(
        'rule',
        Object.keys(ruleTitles).filter((name) => name !== 'asked'),
        aboutAny('About which entry'),
      ),
    ),
    question: field.when('rule', ['asked'], field.entry({ label: 'Which question', kinds: ['data-query'] })),
    how: field.choice({
      label: 'How it ends',
      options: {
        answered: ['Answered', 'The record says now what it should'],
        confirmed: ['Right as it stands', 'It was looked up, and it is so'],
        'not-known': ['Cannot be found out', 'Such as a patient who moved away'],
      },
    }),
    why: field.paragraph({ label: 'What was found', max: 1000 }),
  },
  line: (body) =>
    `Data query closed: ${{ answered: 'answered', confirmed: 'right as it stands', 'not-known': 'cannot be found out' }[body.how]}`,
})
