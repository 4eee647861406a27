/** Which column of someone's file holds what: guessed from its header, kept with the edition, changed by hand. */
import { z } from 'zod'
import { labelOf, optionsOf, type Question, type Questionnaire } from './questionnaire.ts'
import type { RedcapField } from './redcap.ts'
import { checkboxColumn, checkboxLabel, folded, optionValue, variableOf } from './redcap-names.ts'

const column = { column: z.string() }
const values = z.record(z.string(), z.string()).readonly().exactOptional()

const mappedColumnSchema = z.discriminatedUnion('use', [
  z.object({ ...column, use: z.literal('ignored') }).readonly(),
  /** Holds a code or a name. */
  z.object({ ...column, use: z.literal('organisation') }).readonly(),
  z.object({ ...column, use: z.literal('answer'), question: z.string(), values }).readonly(),
  /** One option of a question with several answers, ticked or not. */
  z.object({ ...column, use: z.literal('tick'), question: z.string(), value: z.string() }).readonly(),
])
export type MappedColumn = z.infer<typeof mappedColumnSchema>

export const mappingSchema = z.array(mappedColumnSchema).max(500).readonly()

/** A use for each column, in the order of the header. */
export type Mapping = z.infer<typeof mappingSchema>

const ORGANISATION = [
  'organisation',
  'organisation code',
  'organisation name',
  'organization',
  'ods code',
  'ods',
  'org code',
  'code',
  'name',
  'trust',
  'trust code',
  'trust name',
  'health board',
  'trust or health board',
  'provider',
  'provider code',
  'record id',
  'Organisation (ODS code)',
].map(folded)

/**
 * A mapping guessed from a header: our own column names, REDCap's variables and labels, checkbox columns
 * (`barriers___funding`, `… (choice=…)`), and the questions' own words. With a data dictionary, columns
 * and codes of a foreign project are read through its labels. What is not recognised is ignored, visibly.
 */
export function guessMapping(
  questionnaire: Questionnaire,
  header: readonly string[],
  dictionary: readonly RedcapField[] = [],
): Mapping {
  const uses = knownColumns(questionnaire)
  const fields = new Map(dictionary.map((field) => [folded(field.variable), field]))
  const taken = new Set<string>()
  return header.map((name): MappedColumn => {
    const use = uses.get(keyOf(name)) ?? throughDictionary(questionnaire, fields, name)
    const found: MappedColumn = use === undefined ? byOrganisation(name) : { ...use, column: name }
    const key = JSON.stringify({ ...found, column: '' })
    // A second column for the same question, as in a repeated form, is left to the person to decide.
    if (found.use !== 'ignored' && found.use !== 'organisation' && taken.has(key))
      return { column: name, use: 'ignored' }
    taken.add(key)
    return found
  })
}

function byOrganisation(name: string): MappedColumn {
  return { column: name, use: ORGANISATION.includes(folded(name)) ? 'organisation' : 'ignored' }
}

/** Checkbox columns keep their underscores: they are what tells question and option apart. */
function keyOf(name: string): string {
  return name.includes('___') ? name.trim().toLowerCase() : folded(name)
}

type Use = MappedColumn extends infer Each
  ? Each extends { column: string }
    ? Omit<Each, 'column'>
    : never
  : never

function knownColumns({ questions }: Questionnaire): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const question of questions) {
    const answer: Use = { use: 'answer', question: question.id }
    for (const name of [question.id, variableOf(question), question.asks]) uses.set(folded(name), answer)
    if (question.type !== 'many') continue
    for (const { value, label } of optionsOf(question)) {
      const tick: Use = { use: 'tick', question: question.id, value }
      uses.set(checkboxColumn(question, value), tick)
      uses.set(folded(checkboxLabel(question, label)), tick)
    }
  }
  return uses
}

function throughDictionary(
  { questions }: Questionnaire,
  fields: ReadonlyMap<string, RedcapField>,
  name: string,
): Use | undefined {
  const [variable = '', code] = name.trim().split('___')
  const field = fields.get(folded(variable))
  const question = field && questions.find(({ asks }) => folded(asks) === folded(field.label))
  if (field === undefined || question === undefined) return undefined
  if (code === undefined) {
    const choices = valuesOf(question, field)
    return { use: 'answer', question: question.id, ...(choices === undefined ? {} : { values: choices }) }
  }
  const choice = field.choices.find((each) => folded(each.code) === folded(code))
  const value = choice && optionValue(question, choice.label)
  return value === undefined ? undefined : { use: 'tick', question: question.id, value }
}

function valuesOf(question: Question, field: RedcapField): Record<string, string> | undefined {
  const known = field.choices.flatMap(({ code, label }) => {
    const value = optionValue(question, label)
    return value === undefined ? [] : [[code, value] as const]
  })
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

/** What is wrong with a mapping for a questionnaire and a file, in words; empty when it can be used. */
export function mappingProblems(
  questionnaire: Questionnaire,
  mapping: Mapping,
  header: readonly string[],
): readonly string[] {
  const problems = mapping
    .filter(({ column: name, use }) => use !== 'ignored' && !header.includes(name))
    .map(({ column: name }) => `The file has no column “${name}”`)
  if (!mapping.some(({ use }) => use === 'organisation')) {
    problems.push('No column is said to hold the organisation: choose the one with its code or name')
  }
  if (!mapping.some(({ use }) => use === 'answer' || use === 'tick')) {
    problems.push('No column is said to hold an answer: choose a question for at least one')
  }
  return [...problems, ...questionProblems(questionnaire, mapping)]
}

function questionProblems({ questions }: Questionnaire, mapping: Mapping): readonly string[] {
  const seen = new Map<string, string>()
  return mapping.flatMap((mapped) => {
    if (mapped.use !== 'answer' && mapped.use !== 'tick') return []
    const question = questions.find(({ id }) => id === mapped.question)
    if (question === undefined) return [`“${mapped.question}” is no question of this edition`]
    if (mapped.use === 'tick' && !optionsOf(question).some(({ value }) => value === mapped.value)) {
      return [`“${mapped.value}” is no answer to “${question.asks}”`]
    }
    const key = mapped.use === 'tick' ? `${mapped.question}\n${mapped.value}` : mapped.question
    const earlier = seen.get(key)
    seen.set(key, mapped.column)
    const what = mapped.use === 'tick' ? labelOf(question, mapped.value) : question.asks
    return earlier === undefined ? [] : [`Columns “${earlier}” and “${mapped.column}” both answer “${what}”`]
  })
}

/**
 * Questions of the first wave that everybody is asked and no column answers: every row of the file would be
 * without them. An import may go on; whoever does it has to have seen them.
 */
export function unansweredQuestions({ questions }: Questionnaire, mapping: Mapping): readonly Question[] {
  const answered = new Set(
    mapping.flatMap((each) => (each.use === 'answer' || each.use === 'tick' ? [each.question] : [])),
  )
  return questions.filter(
    ({ id, wave, when, required }) => wave === 'first' && !when && required && !answered.has(id),
  )
}
