import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import pg from 'pg'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { breakGlass } from '#store/case/break-glass.ts'
import { recordInCase } from '#store/case/record.ts'
import { paths } from '#web/paths.ts'
import { caseSite, readOn } from './setting.ts'
import { chemoembolisation, radioembolisation } from './stories.ts'

const site = await caseSite()
const told = await site.tell(chemoembolisation)
const radiologist = await site.as('interventional-radiologist', 'ZTREAT')

const page = async (path: string, cookie = radiologist) => {
  const answer = await site.get(path, cookie)
  return { status: answer.status, html: await answer.text(), headers: answer.headers }
}

/** What a reader reads. */
const words = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const note = { ward: 'Ward 7', wardFamiliar: true }
const say = (kindName: string, body: unknown, occurredAt = '2026-01-20T13:00:00.000Z') =>
  site.whole((db) => {
    const kind = caseKindNamed(kindName)
    assert.ok(kind)
    return recordInCase(db, {
      ...{ caseId: told.id, kind, body, occurredAt: new Date(occurredAt) },
      ...{ author: 'person:test', role: 'interventional-radiologist', organisation: 'ZTREAT' },
    })
  })

describe('the page of a case', () => {
  it('says who, what for, and what is wrong', async () => {
    const { status, html } = await page(paths.caseOf(told.id))
    assert.equal(status, 200)
    const header = words(html.match(/<header class="fp-case-header">[\s\S]*?<\/header>/)?.[0] ?? '')
    for (const said of [
      'QUILL, Morag',
      '74 years',
      'born 12 April 1951',
      'Hospital number Q1',
      'Transarterial chemoembolisation (TACE)',
      'Liver: hepatocellular, stage II',
      'Elective, disease-modifying',
      'overdue',
    ])
      assert.ok(header.includes(said), `${said} in ${header}`)
  })

  it('never names the patient in its title', async () => {
    for (const path of [
      paths.caseOf(told.id),
      paths.caseEntry(told.id, told.of('treatment')),
      paths.caseLetter(told.id, 'letter'),
      paths.caseAttach(told.id),
    ]) {
      const { html } = await page(path)
      const title = html.match(/<title>(.*?)<\/title>/)?.[1] ?? ''
      assert.ok(title.length > 0)
      assert.doesNotMatch(title, /Quill|Morag|Q1/i)
      assert.doesNotMatch(words(html.match(/<nav[^>]*breadcrumb[\s\S]*?<\/nav>/i)?.[0] ?? ''), /Quill|Morag/i)
    }
  })

  it('says what is due, by whom and since when, with a button to the form that answers it', async () => {
    const { html } = await page(paths.caseOf(told.id))
    const next = html.match(/<section aria-labelledby="next">[\s\S]*?<\/section>/)?.[0] ?? ''
    assert.match(
      words(next),
      /Telephone call Overdue since 3 February Nurse Kit Vale Record follow-up contact/,
    )
    assert.match(
      next,
      new RegExp(`href="${paths.caseRecord(told.id, 'follow-up-contact')}\\?about=[0-9a-f-]{36}&amp;item=1"`),
    )
  })

  it('lists the open findings with what they rest on', async () => {
    const { html } = await page(paths.caseOf(told.id))
    const findings = html.match(/<section aria-labelledby="findings">[\s\S]*?<\/section>/)?.[0] ?? ''
    assert.match(words(findings), /Not met 4\.3 .*No consent is recorded/)
    assert.ok(findings.includes(paths.caseEntry(told.id, told.of('treatment'))))
  })

  it('shows a corrected entry once, and what it replaced struck through and openable', async () => {
    const { html } = await page(paths.caseOf(told.id))
    const entry = html.match(new RegExp(`<li id="entry-${told.of('mistyped')}">[\\s\\S]*?</li>`))?.[0] ?? ''
    assert.match(words(entry), /Corrected/)
    assert.match(words(entry), /Duration 70 minutes/)
    assert.match(entry, /<details class="fp-entry__replaced"><summary><s>/)
    const replaced = words(entry.slice(entry.indexOf('fp-entry__replaced')))
    assert.match(replaced, /Duration 7 minutes/)
    assert.match(replaced, /Duration: 7 minutes became Duration: 70 minutes/)
    assert.ok(entry.includes(paths.caseCorrect(told.id, told.of('treatment'))))
    assert.ok(!html.includes(paths.caseCorrect(told.id, told.of('mistyped'))))
  })

  it('says who wrote an entry, as what, and when it was written where that is another day', async () => {
    const { html } = await page(paths.caseOf(told.id))
    assert.match(
      words(html),
      /Happened on 20 January 2026, 09:30\. Written on .* by Test interventional-radiologist, Interventional radiologist, Test Hospitals ZTREAT\./,
    )
  })

  it('shows response over time with its nadir, and symptoms before and after', async () => {
    const { html } = await page(paths.caseOf(told.id))
    assert.match(
      html,
      /aria-label="RECIST 1.1, sum of the targets: 56 mm on 12 January 2026 \(baseline\), 36 mm on 18 March 2026 \(PR\)"/,
    )
    assert.match(
      words(html),
      /Pain Before treatment 6 on 12 January 2026 After treatment 2 on 20 February 2026/,
    )
  })

  it('shows a radioembolisation’s isotope chain and until when precautions hold', async () => {
    const sirt = await site.tell(radioembolisation)
    const { html } = await page(paths.caseOf(sirt.id))
    const chain = words(html.match(/<section aria-labelledby="isotope">[\s\S]*?<\/section>/)?.[0] ?? '')
    assert.match(chain, /Work-up Done .* Prescription Look again .* No licence of Dr Rowan Ash covers it/)
    assert.match(words(html), /Radiation precautions ended on 17 March 2026/)
    assert.match(words(html), /An independent check, not a prescription/)
    const tace = await page(paths.caseOf(told.id))
    assert.doesNotMatch(tace.html, /aria-labelledby="isotope"/)
  })

  it('offers what the role may write, and nothing else', async () => {
    const referrer = await site.as('referrer', 'ZREF')
    const { html, status } = await page(paths.caseOf(told.id), referrer)
    assert.equal(status, 200)
    assert.ok(html.includes(paths.caseRecord(told.id, 'complication')))
    assert.ok(!html.includes(paths.caseRecord(told.id, 'treatment')))
    assert.ok(!html.includes(paths.caseCorrect(told.id, told.of('treatment'))))
    const manager = await site.as('department-manager', 'ZTREAT')
    const other = await page(paths.caseOf(told.id), manager)
    assert.equal(other.status, 200)
    assert.ok(!other.html.includes(`/cases/${told.id}/record/`))
  })

  it('says what was just recorded', async () => {
    const { html } = await page(`${paths.caseOf(told.id)}?recorded=${told.of('treatment')}`)
    assert.match(words(html), /Recorded: Treatment/)
    const nothing = await page(`${paths.caseOf(told.id)}?recorded=${randomUUID()}`)
    assert.doesNotMatch(words(nothing.html), /Recorded:/)
  })

  it('does not exist for those who may not see it, on any of its pages, in any way that could be told', async () => {
    const stranger = await site.as('interventional-radiologist', 'ZELSE')
    const entry = told.of('treatment')
    const addresses = (id: string) => [
      paths.caseOf(id),
      paths.caseEntry(id, entry),
      paths.caseLetter(id, 'letter'),
      paths.caseLetter(id, 'letter', 'pdf'),
      paths.caseLetter(id, 'radiation-card'),
      paths.caseAttach(id),
      paths.caseAttachment(id, entry),
      paths.casePosition(id),
    ]
    const nowhere = randomUUID()
    const absent = addresses(nowhere)
    for (const [at, address] of addresses(told.id).entries()) {
      const [real, none] = [await page(address, stranger), await page(absent[at] ?? '', stranger)]
      assert.equal(real.status, 404, address)
      assert.equal(real.html.replaceAll(told.id, nowhere), none.html)
    }
    const looks = await site.whole((db) =>
      db.selectFrom('case_look').selectAll().where('organisation', '=', 'ZELSE').execute(),
    )
    assert.equal(looks.length, 0, 'what was not seen is no look')
  })

  it('is not there for nobody, nor for the nation’s roles', async () => {
    assert.equal((await site.get(paths.caseOf(told.id))).status, 302)
    const lead = await site.as('census-lead')
    assert.notEqual((await site.get(paths.caseOf(told.id), lead)).status, 200)
  })

  it('logs each look with who, for whom, and which kind of page', async () => {
    const nurse = await site.personAs('ward-nurse', 'ZTREAT')
    await page(paths.caseOf(told.id), nurse.cookie)
    await page(paths.caseLetter(told.id, 'letter', 'pdf'), nurse.cookie)
    await page(paths.casePosition(told.id), nurse.cookie)
    const looks = await site.whole((db) =>
      db.selectFrom('case_look').selectAll().where('person', '=', nurse.id).orderBy('id').execute(),
    )
    assert.deepEqual(
      looks.map(({ page, patient, case_id, organisation }) => ({ page, patient, case_id, organisation })),
      ['case', 'case letter'].map((kind) => ({
        page: kind,
        patient: told.patient,
        case_id: told.id,
        organisation: 'ZTREAT',
      })),
    )
  })

  it('opens by break-glass to look only, and says so', async () => {
    const stranger = await site.personAs('interventional-radiologist', 'ZELSE')
    const elsewhere = await site.tell(radioembolisation)
    assert.equal((await page(paths.caseOf(elsewhere.id), stranger.cookie)).status, 404)
    await site.whole((db) =>
      breakGlass(db, {
        ...{ person: stranger.id, role: 'interventional-radiologist', organisation: 'ZELSE', now: readOn },
        ...{ identifier: { system: 'nhs', value: elsewhere.number }, birthOn: '1951-04-12' },
        reason: 'Bleeding in the emergency department, first seen here.',
      }),
    )
    const opened = await page(paths.caseOf(elsewhere.id), stranger.cookie)
    assert.equal(opened.status, 200)
    assert.match(words(opened.html), /You opened this case with a reason, to look only/)
    assert.ok(!opened.html.includes(`/cases/${elsewhere.id}/record/`))
    assert.ok(!opened.html.includes(`/cases/${elsewhere.id}/correct/`))
    assert.notEqual((await page(paths.caseAttach(elsewhere.id), stranger.cookie)).status, 200)
  })

  it('costs the same small number of queries, however long the record is', async () => {
    const countOnce = async () => {
      const { query } = pg.Client.prototype
      let queries = 0
      pg.Client.prototype.query = function (this: pg.Client, ...given: never[]) {
        queries += 1
        return (query as (...given: never[]) => unknown).apply(this, given)
      } as typeof query
      try {
        await page(paths.caseOf(told.id))
      } finally {
        pg.Client.prototype.query = query
      }
      return queries
    }
    // The directory's names are read anew after a minute: never twice in a row.
    const count = async () => Math.min(await countOnce(), await countOnce())
    await count()
    const short = await count()
    for (let entries = 0; entries < 40; entries++) await say('recovery', note)
    const long = await count()
    assert.equal(long, short)
    assert.ok(long <= 14, `${long} queries`)
  })

  it('answers how far the record goes, for pages that are open', async () => {
    const position = async () =>
      ((await (await site.get(paths.casePosition(told.id), radiologist)).json()) as { position: number })
        .position
    const first = await position()
    await say('recovery', note)
    assert.equal(await position(), first + 1)
    const { html } = await page(paths.caseOf(told.id))
    assert.ok(html.includes(`data-position="${first + 1}"`))
  })
})

describe('the page of an entry', () => {
  it('shows its place in the chain with its digests', async () => {
    const { html, status } = await page(paths.caseEntry(told.id, told.of('treatment')))
    assert.equal(status, 200)
    const entry = await site.whole((db) =>
      db
        .selectFrom('record_entry')
        .selectAll()
        .where('id', '=', told.of('treatment'))
        .executeTakeFirstOrThrow(),
    )
    for (const digest of [entry.digest, entry.previous, entry.body_digest])
      assert.ok(html.includes(digest.toString('hex')))
    assert.match(words(html), new RegExp(`Entry ${entry.position} of \\d+`))
  })

  it('says of a corrected one what stands now', async () => {
    const { html } = await page(paths.caseEntry(told.id, told.of('mistyped')))
    assert.match(words(html), /This was corrected\. What stands now:/)
    assert.ok(html.includes(paths.caseEntry(told.id, told.of('treatment'))))
  })

  it('is not found for an entry of another case', async () => {
    const other = await site.tell(radioembolisation)
    assert.equal((await page(paths.caseEntry(other.id, told.of('treatment')))).status, 404)
    assert.equal((await page(paths.caseEntry(told.id, randomUUID()))).status, 404)
  })
})

describe('the letter of a case', () => {
  it('is a page that prints, and a PDF to be saved under a name that names nobody', async () => {
    const { html } = await page(paths.caseLetter(told.id, 'letter'))
    assert.match(words(html), /Morag Quill was treated on 20 January 2026/)
    const pdf = await site.get(paths.caseLetter(told.id, 'letter', 'pdf'), radiologist)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.equal(pdf.headers.get('content-disposition'), 'attachment; filename="letter.pdf"')
    assert.equal(pdf.headers.get('cache-control'), 'no-store')
    const bytes = Buffer.from(await pdf.arrayBuffer())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    for (const part of ['/MarkInfo', '/Lang', 'pdfuaid:part']) assert.ok(bytes.includes(part), part)
  })

  it('has a radiation card only where something radioactive was given', async () => {
    assert.equal((await page(paths.caseLetter(told.id, 'radiation-card'))).status, 404)
    const sirt = await site.tell(radioembolisation)
    assert.match(
      words((await page(paths.caseLetter(sirt.id, 'radiation-card'))).html),
      /Until the end of 17 March 2026/,
    )
    const pdf = await site.get(paths.caseLetter(sirt.id, 'radiation-card', 'pdf'), radiologist)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  })
})
