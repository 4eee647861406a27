/** The facts of a leaflet: title, what a service fills in, authors, when it is reviewed, how it was translated. */

import { Radios, Textarea, TextInput } from 'nhsuk-react-components'
import { LANGUAGE_NAMES, type LeafletBody, leafletBodySchema } from '#core/leaflet/leaflet.ts'
import { localPartIds } from '#core/leaflet/sections.ts'
import { ENGLISH } from '#core/leaflet/words/english.ts'
import { missingWords } from '#core/leaflet/words/words.ts'
import { DateFields, dateIn, dayFields } from '../components/date-fields.tsx'
import type { Fields } from '../components/form.ts'
import { type FieldProblem, inputOf } from '../components/problems.tsx'

export function aboutTyped(leaflet: LeafletBody): Fields {
  return {
    title: leaflet.title,
    authors: leaflet.authors.join('\n'),
    ...dayFields('reviewDue', leaflet.reviewDue),
    ...Object.fromEntries(localPartIds.map((id) => [`local-${id}`, leaflet.local[id]])),
    ...(leaflet.translation
      ? {
          translated: leaflet.translation.state,
          checkedBy: leaflet.translation.checkedBy ?? '',
        }
      : {}),
  }
}

export function readAbout(leaflet: LeafletBody, fields: Fields) {
  const text = (name: string) => (fields[name] ?? '').trim()
  const problems: FieldProblem[] = []
  const need = (field: string, most: number, words: string) => {
    if (text(field) === '') problems.push({ field, words })
    else if (text(field).length > most)
      problems.push({ field, words: `${words}, in ${most} characters or fewer` })
  }
  need('title', 120, 'Enter the title')
  for (const id of localPartIds)
    need(`local-${id}`, 300, `${ENGLISH.local[id]}: say what the patient reads there`)
  const authors = text('authors')
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)
  if (authors.length === 0) problems.push({ field: 'authors', words: 'Enter at least one author' })
  const reviewDue = dateIn(fields, 'reviewDue')
  const isDay = reviewDue !== null && reviewDue !== 'not-a-date'
  if (!isDay)
    problems.push({ field: 'reviewDue', words: 'Enter the day of the next review, such as 22 11 2028' })
  const isChecked = text('translated') === 'checked'
  if (leaflet.translation && isChecked && !text('checkedBy'))
    problems.push({ field: 'checkedBy', words: 'Enter who checked the translation' })
  const translation = leaflet.translation && {
    ...leaflet.translation,
    state: isChecked ? ('checked' as const) : ('machine' as const),
    checkedBy: isChecked ? text('checkedBy') : null,
  }
  const local = Object.fromEntries(
    localPartIds.map((id) => [id, text(`local-${id}`)]),
  ) as LeafletBody['local']
  const next = {
    ...leaflet,
    title: text('title'),
    authors,
    reviewDue: isDay ? reviewDue : leaflet.reviewDue,
    local,
    translation,
  }
  if (problems.length === 0 && !leafletBodySchema.safeParse(next).success)
    problems.push({ field: 'title', words: 'Something here is too long: shorten it' })
  return { leaflet: next, problems }
}

export function AboutFields({
  typed,
  problems,
  leaflet,
}: {
  readonly typed: Fields
  readonly problems: readonly FieldProblem[]
  readonly leaflet: LeafletBody | undefined
}) {
  const of = (name: string) => inputOf(typed, problems, name)
  return (
    <>
      <TextInput label="Title" {...of('title')} />
      {localPartIds.map((id) => (
        <TextInput key={id} label={ENGLISH.local[id]} {...of(`local-${id}`)} />
      ))}
      <Textarea label="Authors" hint="One a line" rows={3} {...of('authors')} />
      <DateFields
        name="reviewDue"
        legend="Next review"
        hint="For example, 22 11 2028"
        fields={typed}
        problems={problems}
      />
      {leaflet?.translation ? <Translated of={of} typed={typed} leaflet={leaflet} /> : null}
    </>
  )
}

function Translated({
  of,
  typed,
  leaflet,
}: {
  readonly leaflet: LeafletBody
  readonly of: (name: string) => { readonly id: string; readonly name: string; readonly defaultValue: string }
  readonly typed: Fields
}) {
  const missing = missingWords(leaflet.language).length
  return (
    <>
      <Radios id="translated" name="translated" legend="How it was translated">
        <Radios.Item value="machine" defaultChecked={typed.translated !== 'checked'}>
          By a machine: it is never published
        </Radios.Item>
        <Radios.Item value="checked" defaultChecked={typed.translated === 'checked'}>
          Checked by somebody who speaks both languages
        </Radios.Item>
      </Radios>
      <TextInput label="Checked by" {...of('checkedBy')} />
      {missing > 0 ? (
        <p>
          {missing} of the headings and other words that stand around every leaflet have no{' '}
          {LANGUAGE_NAMES[leaflet.language]} yet. They show in English here, and nothing is published before
          they are supplied.
        </p>
      ) : null}
    </>
  )
}
