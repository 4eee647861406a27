/** The second step of one's own sign-in: codes from an app, backup codes, passkeys. */

import { symmetricDecrypt } from 'better-auth/crypto'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { may, type Routes } from '../route.ts'
import { showAccount } from './account.tsx'
import { headersForAuth } from './address.ts'
import { codeForm, idForm, passwordForm, read } from './forms.ts'
import { tooManyTries } from './sayings.tsx'
import { BackupCodesPage, ConfirmCodePage } from './second-step-page.tsx'
import { type Answer, answerOf, noteOwn, passCookies, type SignIn } from './sign-in.ts'

export function secondStepRoutes(routes: Routes, signIn: SignIn): void {
  const own = may('account:own')
  routes.post(paths.accountPart('codes-start'), own, (c) => start(c, signIn))
  routes.get(paths.accountPart('codes'), own, (c) => showConfirm(c, signIn, []))
  routes.post(paths.accountPart('codes'), own, (c) => confirm(c, signIn))
  routes.post(paths.accountPart('codes-off'), own, (c) => turnOff(c, signIn))
  routes.post(paths.accountPart('backup-codes'), own, (c) => newBackupCodes(c, signIn))
  routes.post(paths.accountPart('passkey-remove'), own, (c) => removePasskey(c, signIn))
}

/** Runs something that needs one's password; shows the account page with what is wrong, else answers. */
async function withPassword(
  c: PageContext,
  signIn: SignIn,
  field: string,
  run: (input: { body: { password: string }; headers: Headers; asResponse: true }) => Promise<Response>,
): Promise<Answer | Response> {
  const { password } = await read(c, passwordForm)
  const fail = (words: string) => showAccount(c, signIn, { problems: [{ field, words }] })
  if (!password) return fail('Enter your password')
  const account = c.var.person?.id ?? ''
  const wait = await signIn.limits.take(c, 'own-password', account)
  if (wait !== null) return tooManyTries(c, wait)
  const answer = await answerOf(
    await run({ body: { password }, headers: headersForAuth(c), asResponse: true }),
  )
  if (answer.code === 'INVALID_PASSWORD' || answer.code === 'PASSWORD_TOO_LONG') {
    return fail('That is not your password')
  }
  await signIn.limits.clear(c, 'own-password', account)
  return answer
}

async function start(c: PageContext, signIn: SignIn) {
  const answer = await withPassword(c, signIn, 'codes-password', (input) =>
    signIn.auth.api.enableTwoFactor(input),
  )
  if (answer instanceof Response) return answer
  return c.redirect(answer.ok ? paths.accountPart('codes') : paths.account(), 303)
}

/** The secret that is waiting to be confirmed with a first code; null when there is none. */
async function waitingSecret(c: PageContext, signIn: SignIn): Promise<string | null> {
  const row = await c.var.store.db
    .selectFrom('person_two_factor')
    .select('secret')
    .where('person', '=', c.var.person?.id ?? '')
    .where('verified', 'is not', true)
    .executeTakeFirst()
  if (!row) return null
  const { secretConfig } = await signIn.auth.$context
  return symmetricDecrypt({ key: secretConfig, data: row.secret })
}

async function showConfirm(c: PageContext, signIn: SignIn, problems: readonly FieldProblem[]) {
  const secret = await waitingSecret(c, signIn)
  const person = c.var.person
  if (!secret || !person) return c.redirect(paths.account(), 303)
  const { uri, text } = enrolment(secret, person.email)
  return show(
    c,
    <ConfirmCodePage c={c} text={text} uri={uri} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  )
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret as apps take it: base 32, by itself for typing and in an address for the picture. */
function enrolment(secret: string, email: string): { readonly uri: string; readonly text: string } {
  const bits = [...Buffer.from(secret)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const text = (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
  const label = `${encodeURIComponent('Fourth Pillar')}:${encodeURIComponent(email)}`
  const query = `secret=${text}&issuer=${encodeURIComponent('Fourth Pillar')}&digits=6&period=30`
  return { uri: `otpauth://totp/${label}?${query}`, text: (text.match(/.{1,4}/g) ?? []).join(' ') }
}

async function confirm(c: PageContext, signIn: SignIn) {
  const person = c.var.person
  if (!person || !(await waitingSecret(c, signIn))) return c.redirect(paths.account(), 303)
  const code = (await read(c, codeForm)).code.replaceAll(/\s/g, '')
  if (!code) return showConfirm(c, signIn, [{ field: 'code', words: 'Enter the code' }])
  const wait = await signIn.limits.take(c, 'own-code', person.id)
  if (wait !== null) return tooManyTries(c, wait)
  const answer = await answerOf(
    await signIn.auth.api.verifyTOTP({ body: { code }, headers: headersForAuth(c), asResponse: true }),
  )
  if (!answer.ok) {
    const words = 'That code is not right. Wait for the next one in your app and enter it'
    return showConfirm(c, signIn, [{ field: 'code', words }])
  }
  passCookies(c, answer.cookies)
  signIn.forget()
  await signIn.limits.isFirstUse(c, person.id, code)
  await noteOwn(c, 'second-step-on')
  const { backupCodes } = await signIn.auth.api.viewBackupCodes({ body: { userId: person.id } })
  return show(c, <BackupCodesPage c={c} codes={backupCodes} isNew />)
}

async function turnOff(c: PageContext, signIn: SignIn) {
  const answer = await withPassword(c, signIn, 'off-password', (input) =>
    signIn.auth.api.disableTwoFactor(input),
  )
  if (answer instanceof Response) return answer
  passCookies(c, answer.cookies)
  signIn.forget()
  if (answer.ok) await noteOwn(c, 'second-step-off')
  return c.redirect(paths.account(), 303)
}

async function newBackupCodes(c: PageContext, signIn: SignIn) {
  const answer = await withPassword(c, signIn, 'backup-password', (input) =>
    signIn.auth.api.generateBackupCodes(input),
  )
  if (answer instanceof Response) return answer
  const codes = answer.body.backupCodes
  if (!answer.ok || !Array.isArray(codes)) return c.redirect(paths.account(), 303)
  await noteOwn(c, 'backup-codes-made')
  return show(c, <BackupCodesPage c={c} codes={codes.map(String)} isNew={false} />)
}

async function removePasskey(c: PageContext, signIn: SignIn) {
  const { id } = await read(c, idForm)
  const answer = await answerOf(
    await signIn.auth.api.deletePasskey({ body: { id }, headers: headersForAuth(c), asResponse: true }),
  )
  if (answer.ok) await noteOwn(c, 'passkey-removed')
  return c.redirect(paths.account(), 303)
}
