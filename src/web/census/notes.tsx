/** Notes of the census team about an organisation, and messages back to its respondent about a question. */

import { Button, Details, Select, Textarea } from 'nhsuk-react-components'
import { questionOf } from '#core/census/questionnaire.ts'
import type { Note } from '#store/census/note.ts'
import { formKey } from '#store/census/room/once.ts'
import type { OrganisationInRoom } from '#store/census/room/organisation.ts'
import { dateTimeWords } from '../components/dates.ts'
import type { Fields } from '../components/form.ts'
import { errorFor, type FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { may } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { authorWords, questionsShown } from './answers.tsx'
import type { RoomEdition } from './edition.ts'

export interface ReturnedNote {
  readonly kind: Note['kind']
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

interface NotesProps {
  readonly c: PageContext
  readonly edition: RoomEdition
  readonly room: OrganisationInRoom
  readonly returned?: ReturnedNote | undefined
}

export function Notes({ c, edition, room, returned }: NotesProps) {
  const { code } = room.facts
  const leads = may(c, 'census:lead')
  const reachable = room.contacts.filter(({ email, bouncedAt }) => email && !bouncedAt).length
  const about = c.req.query('about')
  return (
    <section id="messages" aria-labelledby="messages-heading">
      <h2 className="nhsuk-heading-m" id="messages-heading">
        Notes and messages
      </h2>
      {room.notes.length === 0 ? <p>None yet.</p> : null}
      <ul className="fp-cards">
        {room.notes.map((note) => (
          <li key={note.id} className="fp-card">
            <NoteWords edition={edition} note={note} names={room.names} />
            {leads && note.kind === 'message' && !note.settledAt ? (
              <form
                method="post"
                action={paths.censusOrganisationPart(edition.id, code, 'messages', note.id)}
              >
                <Button small secondary preventDoubleClick>
                  Settled
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {leads && edition.state === 'open' ? (
        <Details id="message" open={returned?.kind === 'message' || about !== undefined}>
          <Details.Summary>Write to the respondent</Details.Summary>
          <Details.Text>
            {reachable === 0 ? (
              <p>No contact has a working e-mail address. Add one above, or ring.</p>
            ) : (
              <MessageForm
                edition={edition}
                room={room}
                reachable={reachable}
                about={about}
                returned={returned}
              />
            )}
          </Details.Text>
        </Details>
      ) : null}
      <Details open={returned?.kind === 'note'}>
        <Details.Summary>Add a note</Details.Summary>
        <Details.Text>
          <form method="post" action={paths.censusOrganisationPart(edition.id, code, 'notes')} noValidate>
            <input type="hidden" name="once" value={formKey()} />
            <Textarea
              id="note"
              name="note"
              label="Note"
              hint="Only the census team sees it."
              rows={3}
              defaultValue={returned?.kind === 'note' ? (returned.fields.note ?? '') : ''}
              {...errorFor(returned?.problems ?? [], 'note')}
            />
            <Button small preventDoubleClick>
              Keep the note
            </Button>
          </form>
        </Details.Text>
      </Details>
    </section>
  )
}

function NoteWords({
  edition,
  note,
  names,
}: {
  edition: RoomEdition
  note: Note
  names: ReadonlyMap<string, string>
}) {
  const question = note.question ? questionOf(edition.questionnaire, note.question) : undefined
  return (
    <>
      <p className="fp-quiet">
        {note.kind === 'message' ? 'Message to the respondent' : 'Note'} by {authorWords(note.author, names)},{' '}
        {dateTimeWords(note.writtenAt)}
        {note.kind === 'message'
          ? note.settledAt
            ? `, settled ${dateTimeWords(note.settledAt)}`
            : ', not answered'
          : ''}
      </p>
      {question ? (
        <p>
          About: <strong>{question.asks}</strong>
        </p>
      ) : null}
      <p className="fp-wrap fp-lines">{note.text}</p>
    </>
  )
}

interface MessageFormProps {
  readonly edition: RoomEdition
  readonly room: OrganisationInRoom
  readonly reachable: number
  readonly about: string | undefined
  readonly returned: ReturnedNote | undefined
}

function MessageForm({ edition, room, reachable, about, returned }: MessageFormProps) {
  const fields = returned?.kind === 'message' ? returned.fields : {}
  const questions = room.response
    ? questionsShown(edition, room.response.answers)
    : edition.questionnaire.questions
  return (
    <form
      method="post"
      action={paths.censusOrganisationPart(edition.id, room.facts.code, 'messages')}
      noValidate
    >
      <input type="hidden" name="once" value={formKey()} />
      <p>
        It goes by e-mail, with a link to their answers, to {reachable}{' '}
        {reachable === 1 ? 'contact' : 'contacts'}. They see it beside the question until it is settled.
      </p>
      <Select id="question" name="question" label="About" defaultValue={fields.question ?? about ?? ''}>
        <Select.Option value="">The answers as a whole</Select.Option>
        {questions.map(({ id, asks }) => (
          <Select.Option key={id} value={id}>
            {asks}
          </Select.Option>
        ))}
      </Select>
      <Textarea
        id="text"
        name="text"
        label="Message"
        hint="Say what you need to know. Do not write anything that could identify a patient."
        rows={4}
        defaultValue={fields.text ?? ''}
        {...errorFor(returned?.problems ?? [], 'text')}
      />
      <Button small preventDoubleClick>
        Send the message
      </Button>
    </form>
  )
}
