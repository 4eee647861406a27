/** Someone who answers in a browser: reads each question's address, answers it as told, goes on. */

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

export type Replies = Readonly<Record<string, string | readonly string[]>>

/** What a supportive-only service says, each question that it may be asked. */
export const supportiveOnly: Replies = {
  ioOffered: 'yes',
  kinds: 'supportive-only',
  supportiveProcedures: ['image-guided-biopsy', 'nephrostomy', 'image-guided-drainage'],
  collaboration: ['shared-mdt'],
  clinic: 'no',
  beds: 'yes',
  barriers: ['funding', 'staff'],
  irDepartment: 'yes',
  ioLead: 'no',
  respondentRole: 'consultant-interventional',
}

export const both: Replies = {
  ...supportiveOnly,
  kinds: 'both',
  diseaseModifyingProcedures: ['liver-ablation', 'transarterial-chemoembolisation'],
  ioLead: 'yes',
}

/** The question that the page asks, from its address. */
export function questionOn(page: Page): string | null {
  return new URL(page.url()).pathname.match(/^\/answer\/question\/([A-Za-z0-9]+)$/)?.[1] ?? null
}

/** Answers the questions one by one until one is not in the replies' way: `until`, or the check page. */
export async function answerQuestions(
  page: Page,
  replies: Replies,
  until?: string,
): Promise<readonly string[]> {
  const asked: string[] = []
  for (let step = 0; step < 40; step++) {
    const question = questionOn(page)
    if (!question || question === until) return asked
    asked.push(question)
    await answerOne(page, replies[question])
    await page.getByRole('button', { name: 'Save and continue' }).click()
    assert.equal(await page.locator('.nhsuk-error-summary').count(), 0, `${question} was refused`)
  }
  throw new Error('the questions do not end')
}

/** Chooses or writes the reply; without one takes the first choice, and leaves text empty. */
export async function answerOne(page: Page, reply: string | readonly string[] | undefined): Promise<void> {
  const choices = page.locator('input[name="answer"]')
  if ((await choices.count()) > 0) {
    const type = await choices.first().getAttribute('type')
    if (type === 'radio' || type === 'checkbox') {
      const values = await choices.evaluateAll((inputs) =>
        inputs.map((input) => (input as HTMLInputElement).value),
      )
      const wanted = (typeof reply === 'string' ? [reply] : (reply ?? [])).filter((value) =>
        values.includes(value),
      )
      for (const value of wanted.length > 0 ? wanted : values.slice(0, 1)) {
        await page.locator(`input[name="answer"][value="${value}"]`).check({ force: true })
      }
      return
    }
  }
  const select = page.locator('select').first()
  if ((await select.count()) > 0 && reply) {
    await select.selectOption(typeof reply === 'string' ? reply : (reply[0] ?? ''))
    return
  }
  if (typeof reply === 'string') await page.locator('textarea[name="answer"]').fill(reply)
}
