/** The product's own form of a kind, sent to cases by clients who each have a case to themselves and know what it says. */

import { v7 as uuid } from 'uuid'
import { caseSubject } from '#core/pathway/course.ts'
import type { Store } from '#store/open.ts'
import { head } from '#store/record/read.ts'
import { withinScope } from '#store/scope.ts'
import { whenPosted } from '#web/cases/record-when.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { paths } from '#web/paths.ts'
import type { FullStatement } from './case-bodies.ts'
import { formFacts } from './case-forms.ts'
import { scope } from './case-plant.ts'
import type { Client } from './post.ts'

interface OpenedForm {
  readonly caseId: string
  /** Of the head that the client has seen. */
  seen: number
}

type Fields = readonly (readonly [name: string, value: string])[]

/** Sends one form, of a case that nobody else writes to meanwhile; asked something back, it answers and sends again. */
export async function productForm(
  store: Store,
  ids: readonly string[],
  client: Client,
  full: FullStatement,
): Promise<() => Promise<void>> {
  const free = await withinScope(store.db, scope, (db) =>
    Promise.all(
      ids.map(async (caseId): Promise<OpenedForm> => {
        const last = await head(db, caseSubject(caseId))
        return { caseId, seen: last?.position ?? 0 }
      }),
    ),
  )
  const fields = fieldsOf(full)
  /** What any of them was asked, and confirmed: `_sure` and the reason of a breach. */
  let answers: Fields = []
  return async () => {
    const form = free.shift()
    if (!form) throw new Error('there are more clients than cases')
    if (!(await sent(form))) await sent(form, true)
    free.push(form)
  }

  async function sent(form: OpenedForm, isLast = false): Promise<boolean> {
    const path = `${paths.caseRecord(form.caseId, full.kind.name)}?form=${uuid()}`
    const all = [...fields, ...answers, ['_seen', String(form.seen)], ['_do', 'send']]
    const { status, body } = await client.post(
      path,
      new URLSearchParams(all as [string, string][]).toString(),
    )
    if (status === 303) form.seen += 1
    else if (isLast || status !== 422) throw new Error(`${path}: ${status} ${problemsOn(body)}`)
    else answers = [...answers, ...answersTo(body)]
    return status === 303
  }
}

function fieldsOf({ kind, body }: FullStatement): Fields {
  const yesterday = new Date(Date.now() - 86_400_000)
  return [...whenPosted(kind, yesterday), ...formOf(kind.fields, body, formFacts)].flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  )
}

/** What a form that came back wants confirmed, or a reason for. */
function answersTo(page: string): Fields {
  const asked = [...page.matchAll(/<input[^>]*name="_sure"[^>]*>/g)].map(
    ([box]) => ['_sure', plain(/value="([^"]*)"/.exec(box)?.[1] ?? '')] as const,
  )
  return page.includes('id="breachReason"') ? [...asked, ['breachReason', 'It could not wait']] : asked
}

const problemsOn = (page: string) =>
  (/<div class="nhsuk-error-summary[\s\S]*?<\/div>/.exec(page)?.[0] ?? '').replaceAll(/<[^>]*>/g, ' ')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const plain = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
