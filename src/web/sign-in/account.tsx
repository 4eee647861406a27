/** One's own account: password, second step, passkeys, where one is signed in. */

import { getAuthenticatorName } from '@better-auth/passkey'
import { findPerson } from '#store/access/people.ts'
import { endSessionsOf, sessionsOf } from '#store/access/sessions.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { may, type Routes } from '../route.ts'
import { AccountPage } from './account-page.tsx'
import { headersForAuth } from './address.ts'
import { freshSeconds } from './auth.ts'
import { passwordsForm, read } from './forms.ts'
import { passwordProblems } from './links.tsx'
import { tooManyTries } from './sayings.tsx'
import { answerOf, noteOwn, passCookies, type SignIn } from './sign-in.ts'

export function accountRoutes(routes: Routes, signIn: SignIn): void {
  const own = may('account:own')
  routes.get(paths.account(), own, (c) => showAccount(c, signIn, { problems: [] }))
  routes.post(paths.accountPart('password'), own, (c) => changePassword(c, signIn))
  routes.post(paths.accountPart('sign-out-elsewhere'), own, async (c) => {
    const person = c.var.person
    const token = signIn.cookie.read(c)
    if (person && token) {
      await endSessionsOf(c.var.store.db, person.id, token)
      signIn.forget()
      await noteOwn(c, 'sessions-ended')
    }
    return c.redirect(`${paths.account()}?done=signed-out-elsewhere`, 303)
  })
}

const doneWords = new Map(
  Object.entries({
    password: 'Your password is changed. Wherever else you were signed in, you are signed out.',
    'signed-out-elsewhere': 'You are signed out everywhere else.',
  }),
)

/** The account page, with what is wrong in a form of it, if anything. */
export async function showAccount(
  c: PageContext,
  signIn: SignIn,
  { problems }: { readonly problems: readonly FieldProblem[] },
) {
  const id = c.var.person?.id ?? ''
  const { db } = c.var.store
  const [person, sessions, passkeys] = await Promise.all([
    findPerson(db, id),
    sessionsOf(db, id, signIn.cookie.read(c)),
    db
      .selectFrom('person_passkey')
      .select(['id', 'name', 'aaguid', 'created_at'])
      .where('person', '=', id)
      .orderBy('created_at')
      .execute(),
  ])
  if (!person) return forbidden(c)
  const startedAt = sessions.find((session) => session.isThisOne)?.startedAt.getTime() ?? 0
  return show(
    c,
    <AccountPage
      c={c}
      person={person}
      sessions={sessions}
      passkeys={passkeys.map((row) => ({
        id: row.id,
        name: row.name || getAuthenticatorName(row.aaguid ?? undefined) || 'Passkey',
        addedAt: row.created_at,
      }))}
      isFresh={c.var.now().getTime() - startedAt < freshSeconds * 1000}
      openIdName={signIn.openId?.name ?? null}
      done={doneWords.get(c.req.query('done') ?? '') ?? null}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

async function changePassword(c: PageContext, signIn: SignIn) {
  const person = c.var.person
  if (!person) return forbidden(c)
  const form = await read(c, passwordsForm)
  const problems: FieldProblem[] = [
    ...(form.current ? [] : [{ field: 'current', words: 'Enter your password as it is now' }]),
    ...passwordProblems(form, person),
  ]
  if (problems.length > 0) return showAccount(c, signIn, { problems })
  const wait = await signIn.limits.take(c, 'own-password', person.id)
  if (wait !== null) return tooManyTries(c, wait)
  const response = await signIn.auth.api.changePassword({
    body: { currentPassword: form.current, newPassword: form.password, revokeOtherSessions: true },
    headers: headersForAuth(c),
    asResponse: true,
  })
  const answer = await answerOf(response)
  if (!answer.ok) {
    return showAccount(c, signIn, { problems: [{ field: 'current', words: 'That is not your password' }] })
  }
  await signIn.limits.clear(c, 'own-password', person.id)
  passCookies(c, answer.cookies)
  signIn.forget()
  await noteOwn(c, 'password-changed')
  return c.redirect(`${paths.account()}?done=password`, 303)
}
