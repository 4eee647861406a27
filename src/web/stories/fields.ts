/** A story as a form sent it: the story, or what to put right beside each field. */

import { procedureById } from '#core/catalogue/procedures.ts'
import { HINT_WORDS, hintsIn, TOLD_TO_AUTHORS } from '#core/story/hints.ts'
import {
  CONSENT_WORDS,
  conditionName,
  consents,
  nameAtMost,
  namings,
  type StoryBody,
  titleAtMost,
  wordsAtLeast,
  wordsAtMost,
} from '#core/story/story.ts'
import type { Fields } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'

export interface ReadStory {
  readonly body: StoryBody | null
  readonly problems: readonly FieldProblem[]
  /** Something in it looks like a number or an address: the author is asked once whether it may stay. */
  readonly asksAgain: boolean
}

export function readStory(fields: Fields): ReadStory {
  const text = (name: string) => (fields[name] ?? '').trim()
  const [title, words] = [text('title'), text('words').replaceAll('\r\n', '\n')]
  const problems: FieldProblem[] = []
  const problem = (field: string, says: string) => void problems.push({ field, words: says })
  if (title.length < 3) problem('title', 'Give your story a title, such as “Home by teatime”')
  if (title.length > titleAtMost) problem('title', `Keep the title to ${titleAtMost} characters`)
  if (words === '') problem('words', 'Write your story')
  else if (words.length < wordsAtLeast)
    problem('words', `Write a little more: at least ${wordsAtLeast} characters`)
  if (words.length > wordsAtMost)
    problem(
      'words',
      `It has ${words.length.toLocaleString('en-GB')} characters: shorten it to ${wordsAtMost.toLocaleString('en-GB')}`,
    )
  const by = text('by')
  if (by !== 'patient' && by !== 'carer') problem('by', 'Say whether you were treated, or cared for somebody')
  const naming = namings.find((each) => each === text('naming'))
  if (!naming) problem('naming', 'Choose whether a name is shown')
  const name = naming === 'anonymous' ? null : text('name')
  if (name === '') problem('name', 'Enter the name to show, or choose to show none')
  if (name && name.length > nameAtMost) problem('name', `Keep the name to ${nameAtMost} characters`)
  if (name && naming === 'first-name' && /\s/.test(name)) problem('name', 'Enter your first name only')
  const [procedure, condition] = [text('procedure') || null, text('condition') || null]
  if (procedure && !procedureById(procedure)) problem('procedure', 'Choose a treatment of the list, or none')
  if (condition && !conditionName(condition)) problem('condition', 'Choose a condition of the list, or none')
  for (const consent of consents)
    if (text(`consent-${consent}`) !== 'yes')
      problem(`consent-${consent}`, `Tick this if you agree: “${CONSENT_WORDS[consent]}”`)
  const found = foundIn(title, words, name)
  const asksAgain = found.length > 0
  if (asksAgain && text('keep-hints') !== 'yes')
    problem('words', `Please look again: it seems to hold ${listed(found)}. Take that out`)
  if (problems.length > 0 || !naming || (by !== 'patient' && by !== 'carer'))
    return { body: null, problems, asksAgain }
  return {
    body: { title, words, by, procedure, condition, naming, name, fictional: false },
    problems,
    asksAgain,
  }
}

/** What of the kinds that authors are told of stands in it, each with its words. */
function foundIn(...texts: readonly (string | null)[]): readonly string[] {
  const hints = texts.flatMap((text) => hintsIn(text ?? ''))
  return hints
    .filter(({ kind }) => TOLD_TO_AUTHORS.includes(kind))
    .slice(0, 5)
    .map(({ kind, words }) => `${HINT_WORDS[kind]} (${words})`)
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

const address = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/

/** The optional address of a form; a problem where what was typed is none. */
export function readAddress(fields: Fields): {
  readonly email: string | null
  readonly problem: FieldProblem | null
} {
  const typed = (fields.email ?? '').trim()
  if (typed === '') return { email: null, problem: null }
  if (address.test(typed) && typed.length <= 254) return { email: typed, problem: null }
  return {
    email: null,
    problem: { field: 'email', words: 'Enter an e-mail address, as in name@example.com, or leave it empty' },
  }
}
