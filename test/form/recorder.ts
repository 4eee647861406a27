/** Records through the real site, as a person would: fills a form in, sends it, confirms what is asked. */

import type { Entry } from '#core/record/entry.ts'
import type { FormFacts } from '#web/components/kind-form/facts.ts'
import type { Posted } from '#web/components/kind-form/posted.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { kindNamed, opened, plain, postForm, type Setting, setting, tace, treatedCase } from './setting.ts'

/** A site with its people and a case of a treated patient. */
export const here: { -readonly [Part in keyof Setting]: Setting[Part] } = await setting()

export async function newCase(): Promise<void> {
  here.caseId = await treatedCase(here.site.store.db)
}

export const facts: FormFacts = await factsHere()

async function factsHere(): Promise<FormFacts> {
  const { course, surroundings } = await opened(here)
  return {
    people: [{ id: here.physicist.id, name: 'Test physicist' }],
    organisations: [
      { code: 'ZA', name: 'Hospitals ZA' },
      { code: 'ZB', name: 'Hospitals ZB' },
    ],
    entries: [
      ...course.said.map(({ first, kind }) => ({ id: first, kind, of: 'case' as const, words: kind })),
      ...surroundings.service.said.map(({ first, kind }) => ({
        id: first,
        kind,
        of: 'service' as const,
        words: kind,
      })),
    ],
    procedure: tace,
  }
}

const seenNow = async () => String((await opened(here)).course.position)

/** A form of a kind with these fields, as of 1 November at noon. */
export async function filled(
  kindName: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Map<string, readonly string[]>> {
  const kind = kindNamed(kindName)
  const when: Posted = new Map([
    ['occurredAt-day', ['1']],
    ['occurredAt-month', ['11']],
    ['occurredAt-year', ['2026']],
    ...(kind.timed ? [['occurredAt-time', ['12:00']] as const] : []),
    ['_seen', [await seenNow()]],
    ['_do', ['send']],
  ])
  return new Map([...formOf(kind.fields, body, facts), ...when])
}

/** The keys of the boxes that ask whether something is right. */
export const askedIn = (html: string) =>
  [...html.matchAll(/<input[^>]*name="_sure"[^>]*>/g)].map(([input]) =>
    plain(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
  )

export const recordedAs = (answer: Response) =>
  /recorded=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]

/** Sends; confirms what is asked and gives a reason, as a person would, once. */
export async function sendAndConfirm(address: string, form: Map<string, readonly string[]>, cookie: string) {
  const answer = await postForm(here, address, form, cookie)
  if (answer.status !== 422) return { answer, html: '' }
  const html = await answer.text()
  const again = new Map(form)
  again.set('_sure', askedIn(html))
  if (html.includes('id="breachReason"')) again.set('breachReason', ['It could not wait'])
  const second = await postForm(here, address, again, cookie)
  return { answer: second, html: second.status === 422 ? await second.text() : html }
}

export async function entryById(id: string): Promise<Entry | undefined> {
  return (await opened(here)).entries.find((entry) => entry.id === id)
}
