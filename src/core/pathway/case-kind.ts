/** A kind of entry in a case's record: a kind whose fields a form can ask, at a stage of the patient pathway. */

import type { z } from 'zod'
import { conditional, type Fields } from '../record/field.ts'
import { type Kind, kind } from '../record/kind.ts'
import { inSentence } from '../sentence.ts'

export const stages = [
  'referral',
  'planning',
  'preparation',
  'procedure',
  'recovery',
  'follow-up',
  'closed',
] as const
/** Where on the patient pathway something belongs, in order. */
export type Stage = (typeof stages)[number]

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  referral: 'Referral',
  planning: 'MDT and planning',
  preparation: 'Preparation',
  procedure: 'Procedure',
  recovery: 'Recovery and discharge',
  'follow-up': 'Follow-up and outcome',
  closed: 'Closed',
}

export interface CaseKind<Name extends string = string, Body = unknown> extends Kind<Name, Body> {
  readonly fields: Fields
  readonly stage: Stage
  /** What the button says, as in 'Record treatment'. */
  readonly button: string
  /** What 'When' asks on its form, as in 'When was the patient treated?'. */
  readonly whenAsked: string
  /** True: it happens at a time of day, not only on a day. */
  readonly timed: boolean
  /** False: the system writes it, no form is offered in the list of things to record. */
  readonly offered: boolean
  /** The clauses of rcr-2013 that it is evidence for. */
  readonly clauses: readonly string[]
}

interface Declaration<Name extends string, F extends Fields> {
  readonly name: Name
  readonly title: string
  readonly fields: F
  readonly stage: Stage
  readonly button?: string
  readonly whenAsked?: string
  readonly timed?: boolean
  readonly offered?: boolean
  readonly clauses?: readonly string[]
  readonly corrects?: boolean
  line(body: z.output<z.ZodObject<F>>): string
}

/** Declares a kind of a case: version 1 of it. */
export function caseKind<const Name extends string, const F extends Fields>(
  declaration: Declaration<Name, F>,
): CaseKind<Name, z.output<z.ZodObject<F>>> & { readonly fields: F } {
  const { name, title, fields, stage, timed = false, offered = true, clauses = [] } = declaration
  return kind({
    version: 1,
    of: 'case',
    schema: conditional(fields) as unknown as z.ZodType<z.output<z.ZodObject<F>>>,
    button: `Record ${inSentence(title)}`,
    whenAsked: 'When did this happen?',
    corrects: true,
    ...declaration,
    name,
    stage,
    timed,
    offered,
    clauses,
  } as CaseKind<Name, z.output<z.ZodObject<F>>>) as CaseKind<Name, z.output<z.ZodObject<F>>> & {
    readonly fields: F
  }
}
