/** An answer as captioned tables of text and notes: what a report prints of it. */

import { bandWords, type Reach } from '../siting/reach.ts'
import type { WhatIf } from '../siting/what-if.ts'
import { type Answer, proofWords, travelWords } from './answer.ts'
import { type Question, questionWords } from './question.ts'

export interface PrintedTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export function tablesOf(question: Question, answer: Answer): readonly PrintedTable[] {
  const names = new Map(answer.sites.map(({ code, name }) => [code, name]))
  const name = (code: string) => names.get(code) ?? code
  const tables: PrintedTable[] = []
  if (question.kind === 'pathways' && answer.steps.length > 0)
    tables.push({
      caption: 'New referral pathways',
      columns: ['From', 'To', 'People it brings within reach'],
      rows: answer.steps.map(({ code, to, people }) => [name(code), to ? name(to) : '', whole(people)]),
    })
  if (question.kind === 'services' && answer.steps.length > 0)
    tables.push({
      caption: question.existing === 'fixed' ? 'New services' : 'Services',
      columns: ['Service', 'People to whom it would be nearest', 'Minutes saved on average'],
      rows: answer.steps.map(({ code, people, minutes }) => [
        name(code),
        whole(people),
        minutes === null ? 'They had no way' : minutes.toFixed(0),
      ]),
    })
  if (question.kind === 'recipients')
    tables.push({
      caption: 'Gaps and their most suitable recipients',
      columns: ['Service without a way', 'People nearest to it', 'Recipient', 'Minutes by car'],
      rows: answer.gaps.map(({ code, people, recipients: [best] }) => [
        name(code),
        whole(people),
        best ? name(best.code) : 'None',
        best && best.minutes !== null ? best.minutes.toFixed(0) : 'No road',
      ]),
    })
  if (answer.change) tables.push(bandsOf(answer.change), nationsOf(answer.change))
  return tables
}

/** What a reader has to know to trust the answer, each a sentence. */
export function notesOf(question: Question, { proof, why, basis, outcome }: Answer): readonly string[] {
  return [
    questionWords(question),
    ...(proof ? [`${proofWords(proof)}.`] : []),
    ...(why && outcome !== 'explained' && outcome !== 'infeasible' ? [why] : []),
    `${travelWords[basis.travel]} (${basis.travelKey}).`,
    `${whole(basis.people)} residents of ${whole(basis.areas)} small areas; ${basis.edition ?? 'the services’ records'} as of ${basis.day}.`,
  ]
}

function bandsOf({ before, after }: WhatIf): PrintedTable {
  return {
    caption: 'People by the minutes of their way, before and after',
    columns: ['Minutes', 'Before', 'After'],
    rows: bandWords.map((words, band) => [words, shared(before, band), shared(after, band)]),
  }
}

function nationsOf({ nations }: WhatIf): PrintedTable {
  return {
    caption: 'Minutes on average by nation, before and after',
    columns: ['Nation', 'People', 'Before', 'After', 'People who gain', 'People who lose'],
    rows: nations.map(({ name, before, after, gain, lose }) => [
      ...[name, whole(before.people), mean(before), mean(after)],
      ...[whole(gain.people), whole(lose.people)],
    ]),
  }
}

const whole = (count: number): string => count.toLocaleString('en-GB')
const mean = ({ meanMinutes }: Reach): string => (meanMinutes === null ? 'No way' : meanMinutes.toFixed(1))
const shared = ({ bands, people }: Reach, band: number): string =>
  `${whole(bands[band] ?? 0)} (${((100 * (bands[band] ?? 0)) / Math.max(1, people)).toFixed(1)}%)`
