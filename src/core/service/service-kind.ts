/** A kind of entry in a service's record whose fields a form can ask. */

import type { z } from 'zod'
import { conditional, type Fields } from '../record/field.ts'
import { type Kind, kind } from '../record/kind.ts'

export interface ServiceKind<Name extends string = string, Body = unknown> extends Kind<Name, Body> {
  readonly fields: Fields
  /** What several of them are called, as in 'Protocols'. */
  readonly plural: string
  readonly button: string
  readonly whenAsked: string
  /** The clauses of rcr-2013 that it is evidence for. */
  readonly clauses: readonly string[]
}

interface Declaration<Name extends string, F extends Fields> {
  readonly name: Name
  readonly title: string
  readonly plural: string
  readonly fields: F
  readonly whenAsked?: string
  readonly clauses?: readonly string[]
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
    button: `Add ${declaration.title.toLowerCase()}`,
    whenAsked: 'Since when?',
    clauses: [],
    corrects: true,
    ...declaration,
  } as ServiceKind<Name, z.output<z.ZodObject<F>>>) as ServiceKind<Name, z.output<z.ZodObject<F>>>
}
