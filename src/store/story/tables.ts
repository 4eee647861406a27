/** The tables of migrations/0025_story.sql. */

import type { StoryState, Teller } from '#core/story/story.ts'

export interface StoryTables {
  story: StoryTable
  story_version: StoryVersionTable
  story_contact: { story: string; email: string; given_at: Date }
}

export interface StoryTable {
  id: string
  digest: Buffer
  state: StoryState
  revision: number
  published: string | null
  published_at: Date | null
  said: string | null
  decided_by: string | null
  decided_at: Date | null
  told_at: Date
}

export interface StoryVersionTable {
  entry: string
  story: string
  number: number
  title: string
  words: string
  told_by: Teller
  procedure: string | null
  condition: string | null
  name: string | null
  fictional: boolean
  told_at: Date
}
