/** How a referral pathway of the register stands, as tags with their words. */

import type { RegisteredPathway } from '#core/network/register.ts'

type Colour = 'green' | 'yellow' | 'red' | 'grey' | 'blue'

interface Said {
  readonly words: string
  readonly colour: Colour
}

const answers: Readonly<Record<RegisteredPathway['answer'], Said>> = {
  confirmed: { words: 'Confirmed', colour: 'green' },
  asked: { words: 'Proposed', colour: 'yellow' },
  'changed-since': { words: 'Changed since it was confirmed', colour: 'yellow' },
  declined: { words: 'Declined', colour: 'red' },
  declared: { words: 'Declared in the census only', colour: 'blue' },
}

const courses: Readonly<Partial<Record<RegisteredPathway['course'], Said>>> = {
  planned: { words: 'Begins later', colour: 'blue' },
  'due-soon': { words: 'Review due', colour: 'yellow' },
  overdue: { words: 'Review overdue', colour: 'red' },
  ended: { words: 'Ended', colour: 'grey' },
}

/** What there is to say of it, the most important last. */
export function saidOf({ answer, course, closed }: RegisteredPathway): readonly Said[] {
  const said = courses[course]
  return [
    ...(course === 'ended' ? [] : [answers[answer]]),
    ...(said ? [said] : []),
    ...(closed === null || course === 'ended' ? [] : [{ words: 'Leads nowhere', colour: 'red' as const }]),
  ]
}

export function PathwayTags({ pathway }: { readonly pathway: RegisteredPathway }) {
  return (
    <span className="fp-tags">
      {saidOf(pathway).map(({ words, colour }) => (
        <strong key={words} className={`nhsuk-tag nhsuk-tag--${colour} fp-state`}>
          {words}
        </strong>
      ))}
    </span>
  )
}
