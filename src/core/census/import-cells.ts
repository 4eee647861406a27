/** What a cell of someone's spreadsheet says in answer to a question. */
import { isBlank, NO, short, YES, yesOrNo } from '../sheet/cells.ts'
import type { Answer, Question } from './questionnaire.ts'
import { folded, optionValue } from './redcap-names.ts'

/** Codes by folded code and by folded name; a name that two organisations share has no code. */
export type OrganisationIndex = ReadonlyMap<string, string | null>

/** Finds organisations by code or name, whatever the case and punctuation. */
export function indexOrganisations(
  organisations: readonly { code: string; name: string }[],
): OrganisationIndex {
  const index = new Map<string, string | null>()
  for (const { code, name } of organisations) {
    const key = folded(name)
    index.set(key, index.has(key) && index.get(key) !== code ? null : code)
  }
  for (const { code } of organisations) index.set(folded(code), code)
  return index
}

export type CellRead = { answer: Answer | null } | { problem: string }

/**
 * A cell's answer, not yet checked against the questionnaire: labels and codes become values. `values` says
 * which of our values somebody's own codes stand for.
 */
export function readCell(
  question: Question,
  cell: string,
  organisations: OrganisationIndex,
  values: Readonly<Record<string, string>> = {},
): CellRead {
  if (isBlank(cell)) return { answer: null }
  const text = cell.trim()
  if (question.type === 'text') return { answer: text.replace(/^'(?=[=+\-@])/, '') }
  const known = values[text]
  if (known !== undefined) return { answer: question.type === 'many' ? [known] : known }
  if (question.type === 'yes-no') return yesOrNoAnswer(text)
  if (question.type === 'organisations') {
    return readList(
      text,
      (part) => organisations.get(folded(part)) ?? undefined,
      'is no organisation of the directory',
    )
  }
  const read = (part: string) => values[part] ?? optionValue(question, part)
  if (question.type === 'many') return readList(text, read, 'is not one of the answers')
  const value = read(text)
  return value === undefined ? { problem: `“${short(text)}” is not one of the answers` } : { answer: value }
}

function yesOrNoAnswer(text: string): CellRead {
  const said = yesOrNo(text)
  return 'problem' in said ? said : { answer: said.value ? 'yes' : 'no' }
}

/** The whole cell, else its parts at semicolons, bars and line ends, else at commas, else at spaces. */
function readList(text: string, read: (part: string) => string | undefined, isNot: string): CellRead {
  const whole = read(text)
  if (whole !== undefined) return { answer: [whole] }
  const parts = [/[;|\n]+/, /,/, /[\s,;|]+/].map((at) =>
    text
      .split(at)
      .map((part) => part.trim())
      .filter(Boolean),
  )
  const understood = parts.find((split) => split.every((part) => read(part) !== undefined))
  if (understood !== undefined) return { answer: understood.flatMap((part) => read(part) ?? []) }
  const best = parts.find((split) => split.length > 1) ?? [text]
  const unread = best.find((part) => read(part) === undefined) ?? text
  return { problem: `“${short(unread)}” ${isNot}` }
}

/** Whether the cell of a checkbox's column says that it is ticked; undefined when it says neither. */
export function readTick(cell: string, label: string): boolean | undefined {
  if (isBlank(cell)) return false
  const given = cell.trim().toLowerCase()
  if (YES.includes(given) || folded(cell) === folded(label)) return true
  return NO.includes(given) ? false : undefined
}
