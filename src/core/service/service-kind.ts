/** A kind of entry in a service's record whose fields a form can ask. */

import type { z } from 'zod'
import { conditional, type Fields } from '../record/field.ts'
import { type Kind, kind } from '../record/kind.ts'
import { inSentence } from '../sentence.ts'

/** How long what was said goes on to hold. */
export interface Runs<Body = unknown> {
  /** The last day on which it holds, or by which it has to be looked at again; undefined: without end. */
  until(body: Body): string | undefined
  /** What then comes: it holds on and is due for review, or it holds no longer. */
  readonly ends: 'review' | 'expiry'
  /** How many weeks ahead its service is told. */
  readonly remindWeeks: number
}

export interface ServiceKind<Name extends string = string, Body = unknown> extends Kind<Name, Body> {
  readonly fields: Fields
  /** What several of them are called, as in 'Protocols'. */
  readonly plural: string
  readonly button: string
  readonly whenAsked: string
  /** The clauses of rcr-2013 that it is evidence for. */
  readonly clauses: readonly string[]
  /** False: it is said of another entry, on that entry's page, and has no register of its own. */
  readonly offered: boolean
  /** Absent: it is a thing that happened (a teaching session, a report), or holds until another takes its place. */
  readonly runs?: Runs<Body>
  /**
   * What it is about: a later statement about the same thing takes its place, for the procedures that it
   * names. Absent: each stands beside the others.
   */
  readonly about?: (body: Body) => string
}

interface Declaration<Name extends string, F extends Fields> {
  readonly name: Name
  readonly title: string
  readonly plural: string
  readonly fields: F
  readonly button?: string
  readonly whenAsked?: string
  readonly clauses?: readonly string[]
  readonly offered?: boolean
  readonly runs?: Runs<z.output<z.ZodObject<F>>>
  about?(body: z.output<z.ZodObject<F>>): string
  line(body: z.output<z.ZodObject<F>>): string
}

/** Declares a kind of a service: version 1 of it. */
export function serviceKind<const Name extends string, const F extends Fields>(
  declaration: Declaration<Name, F>,
): ServiceKind<Name, z.output<z.ZodObject<F>>> {
  return kind({
    version: 1,
    of: 'service',
    schema: conditional(declaration.fields) as unknown as z.ZodType<z.output<z.ZodObject<F>>>,
    button: `Add ${inSentence(declaration.title)}`,
    whenAsked: 'Since when?',
    clauses: [],
    offered: true,
    corrects: true,
    ...declaration,
  } as ServiceKind<Name, z.output<z.ZodObject<F>>>) as ServiceKind<Name, z.output<z.ZodObject<F>>>
}
