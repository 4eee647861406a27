/** Signing in with e-mail, password and code, and signing out: forms that work without scripts. */

import { logRefusal } from '#store/access/log.ts'
import { endSession, personSignedIn } from '#store/access/sessions.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { headersForAuth } from './address.ts'
import { codeForm, emailSchema, read, signInForm } from './forms.ts'
import { tooManyTries, withoutRole } from './sayings.tsx'
import { type Answer, answerOf, noteOwn, noteSignIn, passCookies, type SignIn } from './sign-in.ts'
import { CodePage, SignInPage } from './sign-in-page.tsx'
import { safeThen } from './then.ts'

export function passwordRoutes(routes: Routes, signIn: SignIn): void {
  routes.get(paths.signIn(), anyone, (c) => {
    const then = safeThen(c.req.query('then'))
    if (c.var.person) return c.redirect(then)
    return showSignIn(c, signIn, { then, email: '', problems: [] })
  })
  routes.post(paths.signIn(), anyone, (c) => signInWithPassword(c, signIn))
  routes.get(paths.signInCode(), anyone, (c) => {
    c.header('Cache-Control', 'no-store')
    const kind = c.req.query('kind') === 'backup' ? 'backup' : 'totp'
    return show(c, <CodePage c={c} then={safeThen(c.req.query('then'))} kind={kind} problems={[]} />)
  })
  routes.post(paths.signInCode(), anyone, (c) => signInWithCode(c, signIn))
  routes.post(paths.signOut(), anyone, async (c) => {
    const token = signIn.cookie.read(c)
    if (token && c.var.person) {
      await noteOwn(c, 'signed-out')
      await endSession(c.var.store.db, token)
      signIn.forget()
    }
    signIn.cookie.clear(c)
    return c.redirect(paths.home(), 303)
  })
}

interface Shown {
  readonly then: string
  readonly email: string
  readonly problems: readonly FieldProblem[]
}

function showSignIn(c: PageContext, signIn: SignIn, shown: Shown) {
  c.header('Cache-Control', 'no-store')
  const page = <SignInPage c={c} openIdName={signIn.openId?.name ?? null} {...shown} />
  return show(c, page, shown.problems.length > 0 ? 422 : 200)
}

async function signInWithPassword(c: PageContext, signIn: SignIn) {
  const form = await read(c, signInForm)
  const email = form.email.trim().toLowerCase()
  const then = safeThen(form.next)
  const problems: FieldProblem[] = []
  if (!emailSchema.safeParse(email).success) {
    const words = email
      ? 'Enter an e-mail address in the form name@example.nhs.uk'
      : 'Enter your e-mail address'
    problems.push({ field: 'email', words })
  }
  if (!form.password) problems.push({ field: 'password', words: 'Enter your password' })
  if (problems.length > 0) return showSignIn(c, signIn, { then, email, problems })

  const wait = await signIn.limits.take(c, 'password', email)
  if (wait !== null) return tooManyTries(c, wait)
  const answer = await passwordAnswer(c, signIn, email, form.password)
  if (answer.code === 'NO_ACCESS') return withoutRole(c)
  if (!answer.ok) {
    await logRefusal(c.var.store.db, email)
    // The same words whether or not there is such a person.
    const words = 'The e-mail address and password do not match. Check both and try again'
    return showSignIn(c, signIn, { then, email, problems: [{ field: 'email', words }] })
  }
  await signIn.limits.clear(c, 'password', email)
  passCookies(c, answer.cookies)
  if (answer.body.twoFactorRedirect) return c.redirect(paths.signInCode(then), 303)
  await noteSignIn(c, signIn, answer.cookies, 'password')
  return c.redirect(then, 303)
}

/** What better-auth says to an e-mail and a password. */
export async function passwordAnswer(c: PageContext, signIn: SignIn, email: string, password: string) {
  const response = await signIn.auth.api.signInEmail({
    body: { email, password },
    headers: headersForAuth(c),
    asResponse: true,
  })
  return answerOf(response)
}

/** Challenges that are over: the code came too late, or too many were wrong. */
const overCodes = new Set(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE'])

async function signInWithCode(c: PageContext, signIn: SignIn) {
  const form = await read(c, codeForm)
  const then = safeThen(form.next)
  if (c.var.person) return c.redirect(then, 303)
  const code = form.code.replaceAll(/\s/g, '')
  const fail = (words: string) =>
    show(c, <CodePage c={c} then={then} kind={form.kind} problems={[{ field: 'code', words }]} />, 422)
  if (!code) return fail('Enter the code')

  const wait = await signIn.limits.take(c, 'code')
  if (wait !== null) return tooManyTries(c, wait)
  const request = { body: { code }, headers: headersForAuth(c), asResponse: true } as const
  const response =
    form.kind === 'backup'
      ? await signIn.auth.api.verifyBackupCode(request)
      : await signIn.auth.api.verifyTOTP(request)
  const answer = await answerOf(response)
  if (answer.code === 'NO_ACCESS') return withoutRole(c)
  if (answer.code === 'ACCOUNT_TEMPORARILY_LOCKED') return tooManyTries(c, 15 * 60)
  if (answer.code && overCodes.has(answer.code)) {
    passCookies(c, answer.cookies)
    const words = 'Your sign-in took too long or the code was wrong too often. Sign in again'
    return showSignIn(c, signIn, { then, email: '', problems: [{ field: 'email', words }] })
  }
  if (!answer.ok) {
    return fail(
      form.kind === 'backup'
        ? 'That is not one of your unused backup codes. Check it and try again'
        : 'That code is not right. Wait for the next one in your app and enter it',
    )
  }
  if (form.kind === 'totp' && !(await isFirstUse(c, signIn, answer, code))) {
    const words = 'That code was used already. Sign in again, and wait for the next one in your app'
    return showSignIn(c, signIn, { then, email: '', problems: [{ field: 'email', words }] })
  }
  passCookies(c, answer.cookies)
  const how = form.kind === 'backup' ? 'password and backup code' : 'password and code'
  await noteSignIn(c, signIn, answer.cookies, how)
  return c.redirect(then, 303)
}

/** Whether the code that just opened this session had not opened one before; if it had, the session ends. */
async function isFirstUse(c: PageContext, signIn: SignIn, answer: Answer, code: string): Promise<boolean> {
  const token = signIn.cookie.readSetCookies(answer.cookies)
  const person = token ? await personSignedIn(c.var.store.db, token) : null
  if (token && person && (await signIn.limits.isFirstUse(c, person, code))) return true
  if (token) await endSession(c.var.store.db, token)
  return false
}
