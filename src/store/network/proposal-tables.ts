/** The table of migrations/0018_network_proposal.sql. */

import type { ColumnType, Generated } from 'kysely'

export interface ProposalTables {
  network_proposal: ProposalTable
}

export type ProposalState = 'queued' | 'running' | 'done' | 'stopped' | 'failed' | 'cancelled'

type Json = ColumnType<unknown, string, string>

export interface ProposalTable {
  id: string
  key: string
  question: Json
  kind: 'recipients' | 'pathways' | 'services'
  procedure: string
  nation: string | null
  inputs: Json
  state: Generated<ProposalState>
  phase: string | null
  best: number | null
  bound: number | null
  gap: number | null
  seconds: number | null
  attempts: Generated<number>
  cancelled_by: string | null
  answer: ColumnType<unknown, string | null | undefined, string | null>
  sentence: string | null
  failure: string | null
  name: string | null
  named_by: string | null
  asked_by: string
  asked_name: string
  asked_at: Generated<Date>
  seen_at: Generated<Date>
  ended_at: Date | null
}
