/** A patient's way through the real site: organisations, people with a browser each, a clock, forms, the case page. */

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import type { Role } from '#core/access/role.ts'
import { checkDigit } from '#core/patient/identifiers.ts'
import { serviceKindNamed } from '#core/service/kinds.ts'
import { addPerson } from '#store/access/roles.ts'
import { makeSession } from '#store/access/sessions.ts'
import { withinScope } from '#store/scope.ts'
import { recordInService } from '#store/service/record.ts'
import { desktop, openBrowser } from '#test/support/browser.ts'
import { type TestSite, testSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import { type Identity, type Watch, watch } from './identifiers.ts'

export interface Traveller {
  readonly id: string
  readonly cookie: string
  readonly page: Page
}

/** What a form is given, by the names of its fields; a choice by its value, of several an array. */
export type Given = Readonly<Record<string, string | readonly string[]>>

export interface Journey {
  readonly site: TestSite
  readonly watch: Watch
  /** Puts the site's clock to this moment. */
  readonly at: (moment: string) => void
  readonly person: (name: string, role: Role, organisation: string) => Promise<Traveller>
  /** Closes the browser: before the site, so that no page goes on asking it. */
  readonly close: () => Promise<void>
  /** What a service says of itself; answers the entry's id. */
  readonly says: (organisation: string, kind: string, body: unknown) => Promise<string>
}

/** The site with its organisations: one that treats, one that refers, one that has nothing to do with it. */
export async function journey(start: string): Promise<Journey> {
  let now = new Date(start)
  const listening = watch()
  const browser: Browser = await openBrowser()
  const site = await testSite({ now: () => now, watch: listening.see })
  for (const [code, name] of Object.entries(organisations)) await addOrganisation(site, code, name)
  return {
    site,
    watch: listening,
    at: (moment) => {
      now = new Date(moment)
    },
    close: async () => {
      listening.stop()
      await browser.close()
    },
    person: async (name, role, organisation) => {
      const membership = { role, organisation }
      const email = `${randomUUID()}@example.org`
      const { person: id } = await addPerson(site.store.db, { name, email, membership }, 'test')
      const { token } = await makeSession(site.store.db, { person: id, userAgent: null, now: new Date() })
      const cookie = site.signIn.cookie.header(token)
      const context = await contextOf(browser, site, cookie)
      listening.listen(context)
      return { id, cookie, page: await context.newPage() }
    },
    says: async (organisation, kindName, body) => {
      const kind = serviceKindNamed(kindName)
      assert.ok(kind, kindName)
      const done = await withinScope(site.store.db, 'whole', (whole) =>
        recordInService(whole, {
          ...{ organisation, kind, body, occurredAt: new Date('2026-01-05T09:00:00Z') },
          ...{ author: 'person:test', role: 'io-lead' },
        }),
      )
      assert.equal(done.outcome, 'appended', JSON.stringify(done))
      return done.outcome === 'appended' ? done.entry.id : ''
    },
  }
}

export const organisations = {
  ZTR: 'Treating Hospitals',
  ZRE: 'Referring Hospitals',
  ZEL: 'Elsewhere Hospitals',
} as const

async function addOrganisation({ store }: TestSite, code: string, name: string): Promise<void> {
  await store.db
    .insertInto('organisation')
    .values({
      ...{ code, name, nation: 'England', region: 'London', latitude: 51, longitude: 0 },
      ...{ main_site: name, fictional: true, source: 'made for a test' },
    })
    .execute()
}

async function contextOf(browser: Browser, { baseUrl }: TestSite, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext(desktop)
  context.setDefaultTimeout(20_000)
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: baseUrl }])
  return context
}

let numbers = 520_000_000 + Math.floor(Math.random() * 60_000_000)

/** Somebody whose name nobody else has, so that it can be looked for in every log. */
export function somebody(birthOn: string): Identity {
  const mark = randomUUID()
    .replace(/[^a-f]/g, '')
    .slice(0, 5)
  for (;;) {
    const nine = String(numbers++)
    const digit = checkDigit(nine)
    if (digit === null) continue
    const { givenName, familyName } = { givenName: `Zephyrine${mark}`, familyName: `Quillfeather${mark}` }
    return { givenName, familyName, birthOn, number: `${nine}${digit}`, postcode: 'LS6 9ZQ' }
  }
}

export function address({ site }: Journey, path: string): string {
  return site.baseUrl + path
}

/** Fills fields by their names, in order, as a person would: what a choice opens can be filled after it. */
export async function fill(page: Page, given: Given): Promise<void> {
  for (const [name, value] of Object.entries(given)) {
    const field = page.locator(`[name="${name}"]`)
    const type = await field.first().evaluate((element) => {
      const input = element as HTMLInputElement
      return input.tagName === 'SELECT' ? 'select' : input.type
    })
    if (type === 'select') await field.selectOption(value as string)
    else if (type === 'radio' || type === 'checkbox')
      for (const each of [value].flat()) await page.locator(`[name="${name}"][value="${each}"]`).check()
    else await field.fill(String(value))
  }
}

/** The three boxes of a day, and the time beside them. */
export function on(name: string, day: string, time?: string): Given {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
    ...(time ? { [`${name}-time`]: time } : {}),
  }
}

export interface Recording {
  /** Buttons pressed before anything is filled in. */
  readonly press?: RegExp
  /** The rule that was not kept, as the form shows it, and the reason that is then given. */
  readonly breach?: { readonly shows: RegExp; readonly because: string }
  /** Something looks wrong and is right. */
  readonly sure?: RegExp
}

/** Records one thing in a case by its form; answers the entry's id. The case page is open afterwards. */
export async function record(
  journey: Journey,
  { page }: Traveller,
  caseId: string,
  kind: string,
  given: Given,
  how: Recording = {},
): Promise<string> {
  await page.goto(address(journey, paths.caseRecord(caseId, kind)))
  return send(page, kind, given, how)
}

/** The same by the button that stands beside what is due on the case page. */
export async function recordFrom(
  journey: Journey,
  { page }: Traveller,
  caseId: string,
  button: RegExp,
  given: Given,
  how: Recording = {},
): Promise<string> {
  await page.goto(address(journey, paths.caseOf(caseId)))
  await page.getByRole('link', { name: button }).first().click()
  await page.waitForURL(/\/record\//)
  return send(page, String(button), given, how)
}

async function send(
  page: Page,
  kind: string,
  given: Given,
  { press, breach, sure }: Recording,
): Promise<string> {
  if (press) {
    await posting(page, () => page.getByRole('button', { name: press }).click())
  }
  await fill(page, given)
  await submit(page)
  if (breach || sure) {
    const remarks = (await page.locator('.fp-remark').allInnerTexts()).join('\n')
    if (breach) {
      assert.match(remarks, breach.shows)
      await page.locator('[name="breachReason"]').fill(breach.because)
    }
    if (sure) {
      assert.match(remarks, sure)
      for (const box of await page.locator('[name="_sure"]').all()) await box.check()
    }
    await submit(page)
  }
  const recorded = new URL(page.url()).searchParams.get('recorded')
  assert.ok(recorded, `${kind} came back: ${await problemsOn(page)}`)
  return recorded
}

/** Sends the form that is open. */
export function submit(page: Page): Promise<void> {
  return posting(page, () => page.locator('button[name="_do"][value="send"]').last().click())
}

/** Does what sends a form, and waits for the page that answers it. */
export async function posting(page: Page, act: () => Promise<void>): Promise<void> {
  const isPost = (response: Response) =>
    response.request().method() === 'POST' && response.request().isNavigationRequest()
  const answered = page.waitForResponse(isPost)
  await act()
  await answered
  await page.waitForLoadState()
}

/** What a form that came back says: the summary of its errors, and its remarks. */
export async function problemsOn(page: Page): Promise<string> {
  const said = await page.locator('.nhsuk-error-summary, .fp-remark').allInnerTexts()
  return said.join('\n') || (await page.locator('h1').innerText())
}

/** What a case page says: the clauses with their verdicts, and what waits to be done. */
export interface CaseState {
  readonly sentence: string
  readonly findings: ReadonlyMap<string, string>
  readonly reasons: ReadonlyMap<string, string>
  readonly due: readonly string[]
  readonly later: readonly string[]
}

/**
 * Reads the case page that is open. A clause is named by its number; of the second treatment of a case it has
 * '2nd ' before it. Of a clause with several findings the words stand side by side.
 */
async function stateOn(page: Page): Promise<CaseState> {
  await page.locator('.fp-case-state').waitFor()
  // One statement, with no function that has a name: what compiles the tests would name it for the browser in vain.
  const read = await page.evaluate(() => ({
    sentence: document.querySelector('.fp-case-state')?.textContent ?? '',
    findings: [...document.querySelectorAll('.fp-findings__occasion')].map((occasion) => ({
      clause: occasion.closest('li')?.querySelector('.fp-findings__clause')?.textContent ?? '',
      verdict: occasion.closest('li')?.querySelector('.fp-verdict')?.textContent ?? '',
      about: occasion.querySelector('.fp-findings__about')?.textContent ?? '',
      reason: occasion.querySelector('.fp-findings__reason')?.textContent ?? '',
    })),
    due: [...document.querySelectorAll('.fp-case-due li')].map((item) => ({
      what: item.querySelector('.fp-case-due__what')?.textContent ?? '',
      isLater: item.closest('details') !== null,
    })),
  }))
  const findings = new Map<string, string>()
  const reasons = new Map<string, string>()
  for (const { clause, verdict, about, reason } of read.findings) {
    const key = `${about.includes('course 2') ? '2nd ' : ''}${clause}`
    const before = findings.get(key)
    findings.set(key, before ? [before, verdict].sort().join(', ') : verdict)
    reasons.set(key, [reasons.get(key), reason].filter(Boolean).join(' '))
  }
  return {
    sentence: read.sentence,
    findings,
    reasons,
    due: read.due.flatMap(({ what, isLater }) => (isLater ? [] : [what])),
    later: read.due.flatMap(({ what, isLater }) => (isLater ? [what] : [])),
  }
}

export async function openCase(journey: Journey, { page }: Traveller, caseId: string): Promise<CaseState> {
  await page.goto(address(journey, paths.caseOf(caseId)))
  return stateOn(page)
}

export interface Expected {
  /** The clauses that opened or closed, as `3.4: Not yet due -> Met`. */
  readonly clauses: readonly string[]
  /** What is due now and was not (`+ `), and what no longer is (`- `). */
  readonly due: readonly string[]
  /** The sentence under the patient's name. */
  readonly sentence?: string
}

/** A case that somebody follows on its page: after each step, what opened, what closed, what is due. */
export interface Followed {
  state: CaseState
  readonly step: (title: string, moment: string, act: () => Promise<unknown>, expected: Expected) => void
}

/** The steps of a journey, a test each; the case is looked at by whoever follows it. */
export function follow(way: Journey, { by, caseId }: { by: Traveller; caseId: () => string }): Followed {
  const followed: Followed = {
    state: { sentence: '', findings: new Map(), reasons: new Map(), due: [], later: [] },
    step: (title, moment, act, { clauses, due, sentence }) => {
      it(title, async () => {
        way.at(moment)
        await act()
        const before = followed.state
        followed.state = await openCase(way, by, caseId())
        assert.deepEqual(changed(before, followed.state), clauses)
        assert.deepEqual(moved(before, followed.state), due)
        if (sentence) assert.equal(followed.state.sentence, sentence)
      })
    },
  }
  return followed
}

/** What changed between two looks: `3.4: Not yet due -> Met`, in the order of the clauses. */
function changed(before: CaseState, now: CaseState): readonly string[] {
  const keys = [...new Set([...before.findings.keys(), ...now.findings.keys()])]
  return keys
    .flatMap((key) => {
      const [was = 'none', is = 'none'] = [before.findings.get(key), now.findings.get(key)]
      return was === is ? [] : [`${key}: ${was} -> ${is}`]
    })
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

/** What is due now that was not before, and what is done: `+ Book: ...`, `- Discuss: ...`. */
function moved(before: CaseState, now: CaseState): readonly string[] {
  return [
    ...before.due.filter((what) => !now.due.includes(what)).map((what) => `- ${what}`),
    ...now.due.filter((what) => !before.due.includes(what)).map((what) => `+ ${what}`),
  ].sort()
}
