/** What is done to a version: a remark, a signature, publishing, withdrawing. Each comes back to its page. */

import { hasPart } from '#core/leaflet/part-edit.ts'
import { publish, remark, signOff, withdraw } from '#store/leaflet/write.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import type { FieldProblem } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorOf } from './at.ts'
import { type VersionAt, versionAt, versionPage } from './version-page.tsx'

type Did = { readonly done: string } | { readonly problem: FieldProblem }
type Act = (c: PageContext, found: VersionAt, fields: Fields) => Promise<Did>

const refused = (field: string, words: string): Did => ({ problem: { field, words } })
const firstOf = (problems: readonly { readonly words: string }[]): string =>
  problems[0]?.words ?? 'It was refused'

/** Finds the version, asks whether this person may, acts, and shows what came of it. */
const acting = (may: 'write' | 'sign' | 'either', act: Act) => async (c: PageContext) => {
  const found = await versionAt(c)
  if (!found) return notFound(c)
  const { at, version } = found
  const isAllowed = (may !== 'sign' && at.mayWrite) || (may !== 'write' && at.maySign)
  if (!isAllowed) return forbidden(c)
  const fields = await fieldsOf(c)
  const did = await act(c, found, fields)
  if ('problem' in did) return versionPage(c, fields, [did.problem])
  return c.redirect(`${paths.leafletEditorVersion(at.name, version.entry)}?done=${did.done}`, 303)
}

const facts = (c: PageContext, { version }: VersionAt) => ({
  entry: version.entry,
  author: authorOf(c, version.organisation),
  at: c.var.now(),
})

export const addRemark = acting('either', async (c, found, fields) => {
  const words = (fields.words ?? '').trim()
  if (words === '') return refused('words', 'Enter the remark')
  if (words.length > 2000) return refused('words', 'Say it in 2,000 characters or fewer')
  const { version } = found
  const path = fields.path && hasPart(version.leaflet, fields.path) ? fields.path : null
  const { author, at } = facts(c, found)
  const done = await remark(c.var.store.db, version, { path, words, author, at })
  return done.outcome === 'noted' ? { done: 'noted' } : refused('words', firstOf(done.problems))
})

const signingWords = {
  'own-words': 'You wrote this version: somebody else signs it off',
  'not-in-review': 'This version is no longer in use: there is nothing to sign',
  'not-found': 'This version is not there',
} as const

export const sign = acting('sign', async (c, found, fields) => {
  const profession = (fields.profession ?? '').trim()
  if (profession === '')
    return refused('profession', 'Enter your profession, as it will stand on the leaflet')
  if (profession.length > 120) return refused('profession', 'Your profession: 120 characters or fewer')
  const done = await signOff(c.var.store.db, { ...facts(c, found), profession })
  if (done.outcome === 'signed' || done.outcome === 'signed-before') return { done: 'signed' }
  return refused(
    'profession',
    done.outcome === 'refused' ? firstOf(done.problems) : signingWords[done.outcome],
  )
})

const publishingWords = {
  'needs-sign-off':
    'What it says clinically is not signed off yet: a clinician who did not write it has to sign',
  'needs-reason': 'A clinical part differs from the master without a reason: give one in a new draft',
  'words-missing':
    'The headings and other words around a leaflet are not all in its language yet: it cannot be published',
  'machine-translation': 'A machine translated it and nobody checked it: it cannot be published',
} as const

export const publishVersion = acting('write', async (c, found) => {
  const done = await publish(c.var.store.db, facts(c, found))
  if (done.outcome === 'published') return { done: 'published' }
  if (done.outcome === 'not-publishable') return refused('publish', publishingWords[done.why])
  // Pressed twice, or somebody else was faster: it is in use, which is what was wanted.
  if (done.outcome === 'not-in-review' && found.version.state === 'published') return { done: 'published' }
  return refused(
    'publish',
    done.outcome === 'refused' ? firstOf(done.problems) : 'It is not in review any more',
  )
})

export const withdrawVersion = acting('write', async (c, found, fields) => {
  const reason = (fields.reason ?? '').trim()
  if (reason.length < 10) return refused('reason', 'Say in a sentence why it is withdrawn')
  if (reason.length > 1000) return refused('reason', 'Say it in 1,000 characters or fewer')
  const done = await withdraw(c.var.store.db, { ...facts(c, found), reason })
  if (done.outcome === 'refused') return refused('reason', firstOf(done.problems))
  return { done: 'withdrawn' }
})
