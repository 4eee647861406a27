/** A patient's visit on this device: its cookie, and what keeps the pages private. */

import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Opened, patientVisit } from '#store/patient-page/link.ts'
import { type ReadPatientPage, readPatientPage } from '#store/patient-page/read.ts'
import { keepToPatient } from '../components/private.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'

const name = 'fp_my_care'

export const visitSecret = (c: PageContext): string => getCookie(c, name) ?? ''

/** For so many seconds from now: a phone whose clock is wrong keeps it as long as any other. */
export function keepVisit(c: PageContext, secret: string, until: Date): void {
  setCookie(c, name, secret, {
    path: paths.myCare(),
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.config.baseUrl.startsWith('https:'),
    maxAge: Math.max(0, Math.round((until.getTime() - c.var.now().getTime()) / 1000)),
  })
}

export function forgetVisit(c: PageContext): void {
  deleteCookie(c, name, { path: paths.myCare() })
}

export interface Visit extends ReadPatientPage {
  readonly opened: Opened
}

/** The visit of this device with its page; null when it is over. */
export async function visitOf(c: PageContext): Promise<Visit | null> {
  keepToPatient(c)
  const { db } = c.var.store
  const now = c.var.now()
  const opened = await patientVisit(db, visitSecret(c), now)
  if (!opened) return null
  const read = await readPatientPage(db, opened, { now, fictional: c.var.config.demonstration })
  return read && { ...read, opened }
}
