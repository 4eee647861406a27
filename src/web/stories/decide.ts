/** Takes a moderator's decision, checks it, and shows what somebody else decided meanwhile. */

import { allows } from '#core/access/may.ts'
import { CHECKS } from '#core/story/checks.ts'
import { decisions } from '#core/story/kinds.ts'
import { saidAtMost } from '#core/story/story.ts'
import { decideOnStory } from '#store/story/decide.ts'
import type { WholeStory } from '#store/story/read.ts'
import type { StorySpeaker } from '#store/story/say.ts'
import { fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { reviewPage } from './moderate.tsx'

export async function decide(c: PageContext) {
  const fields = await fieldsOf(c)
  const decision = decisions.find((each) => each === fields.decision)
  const said = (fields.said ?? '').trim().replaceAll('\r\n', '\n')
  const problems: FieldProblem[] = []
  if (!decision) problems.push({ field: 'decision', words: 'Choose what you decide' })
  if (decision && decision !== 'publish' && said.length < 10)
    problems.push({ field: 'said', words: 'Tell the author in a sentence what to change, or why' })
  if (said.length > saidAtMost)
    problems.push({ field: 'said', words: `Say it in ${saidAtMost.toLocaleString('en-GB')} characters` })
  if (!decision || problems.length > 0) return reviewPage(c, fields, problems)
  const id = c.req.param('id') ?? ''
  const done = await decideOnStory(c.var.store.db, {
    ...{ id, decision, seen: Number(fields.seen), by: moderator(c), at: c.var.now() },
    checked: CHECKS.map((check) => check.id).filter((check) => fields[`check-${check}`] === 'yes'),
    said: decision === 'publish' ? null : said,
  })
  switch (done.outcome) {
    case 'decided':
      return c.redirect(`${paths.storiesModerate()}?done=${decision}`, 303)
    case 'not-found':
      return notFound(c)
    case 'not-checked':
      return reviewPage(c, fields, [
        { field: 'checks', words: 'Tick all of them before it is published, or ask for a change' },
      ])
    case 'overtaken':
      return reviewPage(c, {}, [{ field: 'decision', words: overtakenWords(done.story) }])
  }
}

/** What was done since the page was opened. The page below shows the story as it stands now. */
function overtakenWords({ state, decidedBy }: WholeStory): string {
  if (state === 'withdrawn') return 'Its author has withdrawn it since you opened it'
  if (state === 'waiting') return 'Its author has changed it since you opened it: read it as it stands now'
  return `${decidedBy ?? 'Somebody'} has decided on it since you opened it: this is how it stands now`
}

function moderator(c: PageContext): StorySpeaker {
  const { person } = c.var
  const held = person?.memberships.find((one) => allows([one], 'story:moderate'))
  if (!person || !held) throw new Error('a route that needs story:moderate has a person who may')
  return { id: `person:${person.id}`, name: person.name, role: held.role }
}
