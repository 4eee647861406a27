/** The meeting's page: the list left, the case in the middle, the recommendation right; used by several at once. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { noteNewLooks } from '#store/case/look.ts'
import { readCase } from '#store/case/read.ts'
import { type Item, notePresence, type OpenedMeeting } from '#store/meeting/meeting.ts'
import { organisationNames } from '#store/service/read.ts'
import { dateWords, timeWords } from '../components/dates.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { CaseFacts } from './case-facts.tsx'
import { ItemForm, type Seen } from './item-form.tsx'
import type { ItemTyped } from './item-typed.ts'
import { ItemWordsShown, WhatStands } from './item-words.tsx'
import { Told } from './told.tsx'
import { Turns } from './turns.tsx'
import { back, mayRun, onMeeting, stateWords } from './view.ts'

/**
 * Whoever writes stays with one case until they choose another: were the case in the middle to follow what
 * is shown to all, the words beside it would be about somebody else.
 */
export const meetingPage = (c: PageContext) =>
  onMeeting(c, (opened) => {
    const { meeting, items } = opened
    const { item, wall, told } = c.req.query()
    const first = items.find(({ id }) => id === meeting.caseShown) ?? items[0]
    const stays = mayRun(c, meeting.organisation) && wall === undefined && item === undefined && first
    return stays ? back(c, meeting.id, { item: first.id, told }) : showMeeting(c, opened)
  })

interface Shown {
  /** What somebody typed and could not be kept. */
  readonly typed?: ItemTyped
  readonly problems?: readonly FieldProblem[]
  /** Who wrote in between. */
  readonly overtakenBy?: string | null
  readonly contested?: readonly (keyof ItemTyped)[]
  readonly seen?: Seen
  readonly item?: string
}

export async function showMeeting(c: PageContext, opened: OpenedMeeting, shown: Shown = {}) {
  const { meeting, items } = opened
  const { person } = c.var
  const chosen = shown.item ?? c.req.query('item')
  // Without a choice of one's own the page follows what is shown to everybody.
  const item = items.find(({ id }) => id === (chosen ?? meeting.caseShown)) ?? items[0]
  const runs = mayRun(c, meeting.organisation)
  const { found, names } = await inScope(c, 'meeting:see', async (db) => {
    if (person) {
      await notePresence(db, meeting, person)
      await noteNewLooks(db, {
        person: person.id,
        organisation: meeting.organisation,
        page: 'meeting',
        looked: items.map(({ patient, caseId }) => ({ patient, caseId })),
      })
    }
    return {
      found: item ? await readCase(db, item.caseId) : null,
      names: await organisationNames(db, [
        meeting.organisation,
        ...items.flatMap(({ referring }) => (referring ? [referring] : [])),
      ]),
    }
  })
  const wall = c.req.query('wall') !== undefined
  const { item: _, problems = [], ...writing } = shown
  return show(
    c,
    <Page
      c={c}
      wide
      title={`${meeting.teamName} MDT meeting, ${dateWords(meeting.at)}`}
      here={paths.meetings()}
      breadcrumbs={[{ text: 'MDT meetings', href: paths.meetings() }]}
      hasErrors={problems.length > 0}
      islands={['live', 'meeting', 'meeting-keep']}
    >
      <div
        className={`fp-meeting${wall ? ' fp-meeting--wall' : ''}`}
        data-live-from={paths.meetingPart(meeting.id, 'live')}
      >
        <header className="fp-meeting__head" data-live="head">
          <h1 className="nhsuk-heading-m">
            {meeting.teamName} MDT meeting, {dateWords(meeting.at)}, {timeWords(meeting.at)}
          </h1>
          <p>
            <strong>{stateWords[meeting.state]}</strong>
            {meeting.place ? <span>{meeting.place}</span> : null}
            <span>{progress(items)}</span>
            {meeting.state === 'planned' ? (
              <span>
                List {meeting.cutOffAt <= c.var.now() ? 'closed' : 'closes'} {dateWords(meeting.cutOffAt)},{' '}
                {timeWords(meeting.cutOffAt)}
              </span>
            ) : null}
            {isOpen(meeting) ? <span>Also here: {othersHere(opened, person?.id)}</span> : null}
          </p>
        </header>
        <Told told={c.req.query('told')} next={nextWaiting(opened, item)} meeting={meeting.id} />
        <Turns meeting={meeting} runs={runs} wall={wall} />
        {meeting.state === 'planned' || meeting.state === 'cancelled' ? null : (
          <Attendance
            opened={opened}
            runs={runs}
            item={item?.id}
            open={c.req.query('open') === 'attendance'}
          />
        )}
        <div className="fp-meeting__columns">
          <Agenda opened={opened} shown={item?.id} runs={runs} wall={wall} />
          {item && found ? (
            <>
              <CaseFacts
                meeting={meeting.id}
                item={item}
                found={found}
                names={names}
                today={ukDay(c.var.now().toISOString())}
              />
              <div className="fp-meeting__outcome">
                {runs && !wall ? (
                  <WhatStands item={item} open={shown.overtakenBy !== undefined} />
                ) : (
                  <ItemWordsShown item={item} />
                )}
                {runs && !wall && meeting.state !== 'cancelled' ? (
                  <ItemForm meeting={meeting} item={item} names={names} {...writing} problems={problems} />
                ) : null}
              </div>
            </>
          ) : (
            <p className="fp-meeting__empty">
              No case is on the list. {runs ? 'Fill it from what waits, or add one by hand.' : ''}
            </p>
          )}
        </div>
      </div>
    </Page>,
    problems.length > 0 || shown.overtakenBy !== undefined ? 422 : 200,
  )
}

/** The case that the meeting takes next: the first below that waits, else the first that does. */
function nextWaiting({ items }: OpenedMeeting, now: Item | undefined): Item | undefined {
  const at = items.findIndex(({ id }) => id === now?.id)
  const waits = ({ state, id }: Item) => state === 'waiting' && id !== now?.id
  return items.slice(at + 1).find(waits) ?? items.find(waits)
}

const isOpen = ({ state }: OpenedMeeting['meeting']) => state === 'planned' || state === 'under-way'

const othersHere = ({ here }: OpenedMeeting, own: string | undefined): string =>
  here
    .filter(({ person }) => person !== own)
    .map(({ name }) => name)
    .join(', ') || 'nobody else'

function progress(items: readonly Item[]): string {
  const discussed = items.filter(({ state }) => state === 'discussed').length
  return `${discussed} of ${items.length} ${items.length === 1 ? 'case' : 'cases'} discussed`
}
