/** What the forms of signing in send, parsed. */

import { z } from 'zod'
import type { PageContext } from '../environment.ts'

const text = z.string().max(2000).catch('')

export const signInForm = z.object({ email: text, password: text, next: text })
export const codeForm = z.object({ code: text, kind: z.enum(['totp', 'backup']).catch('totp'), next: text })
export const passwordForm = z.object({ password: text })
export const passwordsForm = z.object({ current: text, password: text, again: text })
export const chosenPasswordForm = z.object({ password: text, again: text })
export const setUpForm = z.object({ name: text, email: text, password: text, again: text })
export const idForm = z.object({ id: text })

export const emailSchema = z.email().max(254)
export const nameSchema = z.string().trim().min(2).max(100)

/** A form's fields; one that is missing or not understood is empty, and the page says so. */
export async function read<Schema extends z.ZodType>(
  c: PageContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await c.req.parseBody())
}
