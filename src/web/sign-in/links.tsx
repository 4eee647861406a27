/** The links that work once: setting the system up, and a person's first password. */

import { hashPassword } from 'better-auth/crypto'
import { passwordProblem } from '#core/access/password.ts'
import { openJoinLink, setUpLinkState, spendJoinLink, spendSetUpLink } from '#store/access/links.ts'
import { keepPrivate } from '../components/private.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { JoinPage, SetUpPage } from './choose-password-page.tsx'
import { chosenPasswordForm, emailSchema, nameSchema, read, setUpForm } from './forms.ts'
import { passwordAnswer } from './password.tsx'
import { deadLink } from './sayings.tsx'
import { noteSignIn, passCookies, type SignIn } from './sign-in.ts'

const setUpPath = '/set-up/:token{[A-Za-z0-9_-]+}'
const joinPath = '/join/:token{[A-Za-z0-9_-]+}'

export function linkRoutes(routes: Routes, signIn: SignIn): void {
  // Anyone: the token in the address is what they need.
  routes.get(setUpPath, anyone, setUpForToken)
  routes.post(setUpPath, anyone, (c) => setUp(c, signIn))
  routes.get(joinPath, anyone, joinForToken)
  routes.post(joinPath, anyone, (c) => join(c, signIn))
}

const newSetUpLink = 'Start Fourth Pillar again: while it has no administrator, it prints a new set-up link.'
const newJoinLink = 'Ask the administrator who sent it to you for a new one.'

async function setUpForToken(c: PageContext) {
  keepPrivate(c)
  const token = c.req.param('token') ?? ''
  const state = await setUpLinkState(c.var.store.db, token, c.var.now())
  if (state !== 'open') return deadLink(c, state, state === 'used' ? goSignIn : newSetUpLink)
  return show(c, <SetUpPage c={c} token={token} name="" email="" problems={[]} />)
}

async function setUp(c: PageContext, signIn: SignIn) {
  keepPrivate(c)
  const token = c.req.param('token') ?? ''
  const { db } = c.var.store
  const form = await read(c, setUpForm)
  const [name, email] = [form.name.trim(), form.email.trim().toLowerCase()]
  const before = await setUpLinkState(db, token, c.var.now())
  if (before !== 'open') return deadLink(c, before, before === 'used' ? goSignIn : newSetUpLink)
  const problems = [...personProblems({ name, email }), ...passwordProblems(form, { name, email })]
  if (problems.length > 0) {
    return show(c, <SetUpPage c={c} token={token} name={name} email={email} problems={problems} />, 422)
  }
  const passwordHash = await hashPassword(form.password)
  const made = await spendSetUpLink(db, token, { name, email, passwordHash }, c.var.now())
  if (made !== 'made') return deadLink(c, made, made === 'used' ? goSignIn : newSetUpLink)
  signIn.forget()
  return signInNow(c, signIn, { email, password: form.password, how: 'set-up link' })
}

async function joinForToken(c: PageContext) {
  keepPrivate(c)
  const token = c.req.param('token') ?? ''
  const link = await openJoinLink(c.var.store.db, token, c.var.now())
  if (link.state !== 'open') return deadLink(c, link.state, link.state === 'used' ? goSignIn : newJoinLink)
  const { name, email } = link.person
  return show(c, <JoinPage c={c} token={token} name={name} email={email} problems={[]} />)
}

async function join(c: PageContext, signIn: SignIn) {
  keepPrivate(c)
  const token = c.req.param('token') ?? ''
  const { db } = c.var.store
  const form = await read(c, chosenPasswordForm)
  const before = await openJoinLink(db, token, c.var.now())
  if (before.state !== 'open')
    return deadLink(c, before.state, before.state === 'used' ? goSignIn : newJoinLink)
  const { name, email } = before.person
  const problems = passwordProblems(form, before.person)
  if (problems.length > 0) {
    return show(c, <JoinPage c={c} token={token} name={name} email={email} problems={problems} />, 422)
  }
  const used = await spendJoinLink(db, token, await hashPassword(form.password), c.var.now())
  if (used.state !== 'open') return deadLink(c, used.state, used.state === 'used' ? goSignIn : newJoinLink)
  signIn.forget()
  return signInNow(c, signIn, { email, password: form.password, how: 'join link' })
}

const goSignIn = (
  <>
    If it was you who used it, <a href={paths.signIn()}>sign in</a>.
  </>
)

interface Chosen {
  readonly email: string
  readonly password: string
  readonly how: string
}

async function signInNow(c: PageContext, signIn: SignIn, { email, password, how }: Chosen) {
  const answer = await passwordAnswer(c, signIn, email, password)
  passCookies(c, answer.cookies)
  if (!answer.ok) return c.redirect(paths.signIn(), 303)
  if (answer.body.twoFactorRedirect) return c.redirect(paths.signInCode(paths.account()), 303)
  await noteSignIn(c, signIn, answer.cookies, how)
  return c.redirect(paths.account(), 303)
}

function personProblems({ name, email }: { readonly name: string; readonly email: string }): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!nameSchema.safeParse(name).success) problems.push({ field: 'name', words: 'Enter your full name' })
  if (!emailSchema.safeParse(email).success) {
    problems.push({ field: 'email', words: 'Enter an e-mail address in the form name@example.nhs.uk' })
  }
  return problems
}

/** What is wrong with a password and its repetition, for a form that has the fields `password` and `again`. */
export function passwordProblems(
  form: { readonly password: string; readonly again: string },
  of: { readonly name: string; readonly email: string },
): FieldProblem[] {
  const words = passwordProblem(form.password, of)
  if (words) return [{ field: 'password', words }]
  return form.again === form.password ? [] : [{ field: 'again', words: 'The two passwords are not the same' }]
}
