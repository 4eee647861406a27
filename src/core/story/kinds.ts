/** What is said in a story's record: told (again), decided on, withdrawn. No e-mail address is ever part of it. */

import { z } from 'zod'
import { kind } from '../record/kind.ts'
import { CHECKS } from './checks.ts'
import { consents, saidAtMost, storySchema } from './story.ts'

export const storySubject = (id: string): string => `story:${id}`

export const storyTold = kind({
  name: 'story-told',
  version: 1,
  of: 'story',
  title: 'Story told',
  schema: storySchema.extend({
    consents: z.array(z.enum(consents)).length(consents.length).readonly(),
    /** Whether the version that is public stays so until this one is read. */
    keepsPublished: z.boolean(),
  }),
  line: ({ title }) => `Told: ${title}`,
  corrects: false,
})

export const decisions = ['publish', 'ask-change', 'refuse', 'take-down'] as const
export type Decision = (typeof decisions)[number]

const decidedWords: Readonly<Record<Decision, string>> = {
  publish: 'Published',
  'ask-change': 'A change is asked for',
  refuse: 'Refused',
  'take-down': 'Taken down',
}

export const storyDecided = kind({
  name: 'story-decided',
  version: 1,
  of: 'story',
  title: 'Story decided on',
  schema: z.object({
    /** The entry of the version that was read. */
    entry: z.uuid(),
    decision: z.enum(decisions),
    /** What the moderator looked for and did not find. */
    checked: z.array(z.enum(CHECKS.map(({ id }) => id))).readonly(),
    /** To the author; never missing but where it is published. */
    said: z.string().trim().min(10).max(saidAtMost).nullable(),
  }),
  line: ({ decision, said }) => `${decidedWords[decision]}${said ? `: ${said}` : ''}`,
  corrects: false,
})

export const storyWithdrawn = kind({
  name: 'story-withdrawn',
  version: 1,
  of: 'story',
  title: 'Story withdrawn by its author',
  schema: z.object({}),
  line: () => 'Withdrawn by its author',
  corrects: false,
})
