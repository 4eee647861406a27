/** Forms of a case as a browser sends them: to the benchmark's own route, and to the product's. */

import { v7 as uuid } from 'uuid'
import { caseSubject } from '#core/pathway/course.ts'
import type { Store } from '#store/open.ts'
import { head } from '#store/record/read.ts'
import { withinScope } from '#store/scope.ts'
import { noFacts } from '#web/components/kind-form/facts.ts'
import { formOf } from '#web/components/kind-form/values.ts'
import { paths } from '#web/paths.ts'
import type { FullStatement } from './case-bodies.ts'
import { plantCases, scope, sirt } from './case-plant.ts'
import type { BenchSite, Target } from './load.ts'

export const formFacts = { ...noFacts, procedure: sirt }
const productCases = 60

type Fields = readonly (readonly [name: string, value: string])[]

export function fieldsOf({ kind, body }: FullStatement): Fields {
  return [...formOf(kind.fields, body, formFacts)].flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  )
}

export const encoded = (fields: Fields): string =>
  new URLSearchParams(fields as [string, string][]).toString()

/**
 * The product's own form, sent to cases of its own: each by one browser at a time, who has seen what the
 * case says, and confirms what it is asked.
 */
export async function productTarget(store: Store, site: BenchSite, full: FullStatement): Promise<Target> {
  const ids = await plantCases(store, productCases)
  const seen = new Map<string, number>()
  const see = () =>
    withinScope(store.db, scope, async (db) => {
      for (const id of ids) seen.set(id, (await head(db, caseSubject(id)))?.position ?? 0)
    })
  const fields: Fields = [...fieldsOf(full), ...happened(full), ['_do', 'send']]
  await see()
  const confirmed = await askedBack(site, addressOf(ids[0] ?? '', full), [
    ...fields,
    ['_seen', String(seen.get(ids[0] ?? ''))],
  ])
  let turn = 0
  return {
    url: site.url,
    headers: site.headers,
    before: see,
    form: () => {
      turn = (turn + 1) % ids.length
      const id = ids[turn] ?? ''
      const position = seen.get(id) ?? 0
      seen.set(id, position + 1)
      return {
        path: addressOf(id, full),
        body: encoded([...fields, ...confirmed, ['_seen', String(position)]]),
      }
    },
  }
}

const addressOf = (id: string, { kind }: FullStatement) => `${paths.caseRecord(id, kind.name)}?form=${uuid()}`

function happened({ kind }: FullStatement): Fields {
  return [
    ['occurredAt-day', '1'],
    ['occurredAt-month', '10'],
    ['occurredAt-year', '2026'],
    ...(kind.timed ? [['occurredAt-time', '12:00'] as const] : []),
  ]
}

/** What the form asks to be confirmed, or a reason for, when it is sent the first time. */
async function askedBack(site: BenchSite, address: string, fields: Fields): Promise<Fields> {
  const answer = await fetch(`${site.url}${address}`, {
    method: 'POST',
    redirect: 'manual',
    headers: site.headers,
    body: new URLSearchParams(fields as [string, string][]),
  })
  const page = await answer.text()
  if (answer.status === 303) return []
  const asked = [...page.matchAll(/<input[^>]*name="_sure"[^>]*>/g)].map(
    ([box]) => ['_sure', plain(/value="([^"]*)"/.exec(box)?.[1] ?? '')] as const,
  )
  return page.includes('id="breachReason"') ? [...asked, ['breachReason', 'It could not wait']] : asked
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const plain = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')
