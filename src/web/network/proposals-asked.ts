/** What a form or an address asks of the network: read into a question, or what to put right beside each field. */

import { NATIONS, type Nation } from '#core/catalogue/organisations.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import {
  candidateChoices,
  countWords,
  placeWords,
  type Question,
  type ServicesQuestion,
} from '#core/network/proposal/question.ts'
import { candidateSites, type Situation } from '#core/network/proposal/situation.ts'
import type { Fields, Read } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { oddAsked } from './odd-asked.ts'
import { usualProcedure } from './what-if-view.ts'

export const kinds = ['pathways', 'services', 'recipients'] as const
export type Kind = (typeof kinds)[number]

/** What a form holds before anybody typed: figures to begin with, none of them a recommendation. */
const beginning: Fields = {
  procedure: usualProcedure,
  nation: '',
  goal: 'share',
  share: '90',
  pathwayCount: '2',
  pathwayMinutes: '60',
  aim: 'covering',
  count: '2',
  minutes: '45',
  existing: 'fixed',
  candidates: 'all',
}

const isKind = (given: string): boolean => kinds.some((kind) => kind === given)
const whichQuestion = 'Choose one of the three questions'

/** What an address asks of the form that does not exist. */
export const oddQuestion = (c: PageContext) =>
  oddAsked(c, {
    ask: ['question', isKind, whichQuestion],
    procedure: ['procedure', (value) => procedureById(value) !== undefined],
    nation: ['nation', (value) => NATIONS.some((each) => each === value)],
    ...(c.req.query('ask') === 'services'
      ? { candidates: ['choice of places', (value) => candidateChoices.some((each) => each === value)] }
      : {}),
  })

export const kindOf = (given: string | undefined): Kind => kinds.find((kind) => kind === given) ?? 'pathways'

/** The fields as they were sent, over those to begin with. */
export const begun = (fields: Fields): Fields => ({ ...beginning, ...fields })

/** The form's address with a question in it, to change and ask again. */
export function askHref(question: Question): string {
  const { kind, procedure, nation } = question
  const own =
    question.kind === 'pathways'
      ? {
          goal: question.share === null ? 'count' : 'share',
          share: question.share === null ? undefined : String(question.share),
          pathwayCount: question.count === null ? undefined : String(question.count),
          pathwayMinutes: String(question.within),
        }
      : question.kind === 'services'
        ? {
            aim: question.aim,
            count: String(question.count),
            minutes: question.within === null ? undefined : String(question.within),
            existing: question.existing,
            candidates: question.candidates,
          }
        : {}
  return `${paths.networkProposals({ ask: kind, procedure, nation: nation ?? undefined, ...own })}#ask`
}

export function readQuestion(given: Fields, situation: Situation): Read<Question> {
  const fields = begun(given)
  const problems: FieldProblem[] = []
  if (fields.ask && !isKind(fields.ask)) problems.push({ field: 'ask', words: whichQuestion })
  const procedure = procedureById(fields.procedure ?? '')?.id ?? ''
  if (procedure === '') problems.push({ field: 'procedure', words: 'Choose a procedure' })
  const nation: Nation | null = NATIONS.find((each) => each === fields.nation) ?? null
  if (nation === null && fields.nation)
    problems.push({ field: 'nation', words: 'Choose one of the four nations, or all of them' })
  const about = { procedure, nation }
  const kind = kindOf(fields.ask)
  const read = readers[kind](fields, about, problems)
  if (read.kind === 'services' && problems.length === 0) countProblem(read, situation, problems)
  return problems.length > 0 ? { problems } : { values: read }
}

type About = Pick<Question, 'procedure' | 'nation'>
type Reader = (fields: Fields, about: About, problems: FieldProblem[]) => Question

const readers: Readonly<Record<Kind, Reader>> = {
  recipients: (_, about) => ({ kind: 'recipients', ...about }),
  pathways: (fields, about, problems) => {
    const isShare = fields.goal !== 'count'
    const share = isShare ? number(fields.share) : null
    if (isShare && (share === null || share <= 0 || share > 100))
      problems.push({ field: 'share', words: 'Enter a share above 0 and up to 100 per cent, such as 90' })
    const count = isShare ? null : counted(fields.pathwayCount, 'pathwayCount', problems)
    const within = minutes(fields.pathwayMinutes, 'pathwayMinutes', problems)
    return { kind: 'pathways', ...about, share: isShare ? (share ?? 0) : null, count, within }
  },
  services: (fields, about, problems) => {
    const count = counted(fields.count, 'count', problems)
    const aim = fields.aim === 'mean' ? 'mean' : 'covering'
    const within = aim === 'covering' ? minutes(fields.minutes, 'minutes', problems) : null
    const existing = fields.existing === 'free' ? 'free' : 'fixed'
    const candidates = candidateChoices.find((each) => each === fields.candidates) ?? 'all'
    return { kind: 'services', ...about, aim, count, within, existing, candidates }
  },
}

function counted(given: string | undefined, field: string, problems: FieldProblem[]): number {
  const count = number(given)
  if (count === null || !Number.isInteger(count) || count < 1 || count > 1000)
    problems.push({
      field,
      words:
        count === 0 ? 'None is nothing to look for: enter 1 or more' : 'Enter a whole number from 1 to 1,000',
    })
  return count ?? 0
}

function minutes(given: string | undefined, field: string, problems: FieldProblem[]): number {
  const read = number(given)
  if (read === 0)
    problems.push({ field, words: 'Nobody lives 0 minutes away: enter 1 minute or more, such as 45' })
  else if (read === null || read < 1 || read > 1440)
    problems.push({ field, words: 'Enter minutes from 1 to 1,440, such as 45' })
  return read ?? 0
}

function countProblem(question: ServicesQuestion, { network }: Situation, problems: FieldProblem[]): void {
  const sites = candidateSites(network, question).length
  const place = placeWords(question)
  if (sites === 0)
    problems.push({
      field: 'candidates',
      words: `No organisation in ${place} could become a service by this choice: choose among more of them`,
    })
  else if (question.count > sites)
    problems.push({
      field: 'count',
      words: `There ${sites === 1 ? 'is' : 'are'} only ${countWords(sites, 'organisation', 'organisations')} to choose from in ${place}: enter ${sites === 1 ? '1' : `${sites} or fewer`}`,
    })
}

/** `90`, `90.5`, `90 %`; null: no such number. */
function number(given = ''): number | null {
  const text = given.replace(/[\s,%]|minutes?$/g, '')
  return /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}
