/** What a page offers can be opened: every link of every role's work, lists, cases and patients leads somewhere. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { serviceRoles } from '#core/access/role.ts'
import { isWorkList, listsFor } from '#core/pathway/list-roles.ts'
import { freshen } from '#store/case/freshen.ts'
import { paths } from '#web/paths.ts'
import { caseSite, readOn } from './setting.ts'
import { chemoembolisation, radioembolisation } from './stories.ts'

const site = await caseSite()
const told = [await site.tell(chemoembolisation), await site.tell(radioembolisation.slice(0, 4))]
await site.whole((db) => freshen(db, 'whole', readOn))

/** Of this site, without what opens a file, a stream or another's work. */
function linksOf(html: string): readonly string[] {
  const main = html.match(/<main[\s\S]*<\/main>/)?.[0] ?? ''
  const found = [...main.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) =>
    (href ?? '').replaceAll('&amp;', '&'),
  )
  return [...new Set(found)].filter((href) => !/\.(pdf|csv|ics)(\?|$)/.test(href))
}

describe('what is offered', () => {
  for (const role of serviceRoles) {
    it(`can be opened by a ${role}`, async () => {
      const cookie = await site.as(role, 'ZTREAT')
      const pages = [
        paths.myWork(),
        paths.standards(),
        paths.referrals(),
        ...listsFor(serviceRoles)
          .filter(isWorkList)
          .map((list) => paths.cases({ list })),
        paths.cases(),
        ...told.flatMap(({ id, patient }) => [paths.caseOf(id), paths.patient(patient), paths.referral(id)]),
      ]
      const links = new Set<string>()
      for (const page of pages) {
        const answer = await site.get(page, cookie)
        const html = await answer.text()
        if (answer.status === 200) for (const link of linksOf(html)) links.add(link)
      }
      const refused: string[] = []
      for (const link of links) {
        const { status } = await site.get(link, cookie)
        if (status >= 400) refused.push(`${status} ${link}`)
      }
      assert.deepEqual(refused, [])
      assert.equal(
        links.has(paths.logbook()),
        role === 'io-lead' || role === 'interventional-radiologist',
        'a logbook for who operates',
      )
    })
  }
})
