/** Leaflets as PDF, read by a PDF library: tags, language, title, alternative texts, reading order, large print. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { procedureName } from '#core/catalogue/procedures.ts'
import { of100InWords } from '#core/leaflet/frequency.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { LEAFLETS, leafletOf } from '#core/leaflet/leaflets.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { SECTIONS } from '#core/leaflet/sections.ts'
import { ENGLISH } from '#core/leaflet/words/english.ts'
import { easyReadPdf } from '#pdf/easy-read.ts'
import { leafletPdf } from '#pdf/leaflet.ts'

const code =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#000"/></svg>'
const address = 'https://example.org/leaflets/this'

const fileOf = (leaflet: LeafletBody, large = false) =>
  leafletPdf(leaflet, {
    procedureName: procedureName(leaflet.procedure),
    address,
    code,
    large,
    fictional: false,
  })

interface TagNode {
  readonly role?: string
  readonly alt?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly TagNode[]
}

interface Read {
  readonly pages: number
  readonly info: Readonly<Record<string, unknown>>
  readonly marked: boolean
  /** Tags in reading order, with the text that each holds itself. */
  readonly tags: readonly { readonly role: string; readonly alt: string | undefined; readonly text: string }[]
  /** Text that no tag and no artifact holds. */
  readonly untagged: string
}

async function read(file: Uint8Array): Promise<Read> {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const tags: Read['tags'][number][] = []
  let untagged = ''
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const texts = new Map<string, string>()
    const open: (string | null)[] = []
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    for (const item of items) {
      if ('type' in item) {
        if (item.type.startsWith('begin')) open.push(item.type === 'beginMarkedContentProps' ? item.id : null)
        else open.pop()
      } else {
        const holder = open.findLast((id) => id !== null)
        if (holder) texts.set(holder, (texts.get(holder) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
        else if (open.length === 0) untagged += item.str.trim()
      }
    }
    const walk = (node: TagNode) => {
      const children = node.children ?? []
      const own = children
        .map(({ type, id }) => (type === 'content' && id ? (texts.get(id) ?? '') : ''))
        .join('')
      if (node.role && node.role !== 'Root') tags.push({ role: node.role, alt: node.alt, text: own.trim() })
      for (const child of children) if (child.role) walk(child)
    }
    const tree = (await page.getStructTree()) as TagNode | null
    if (tree) walk(tree)
  }
  const { info } = await pdf.getMetadata()
  const marks = await pdf.getMarkInfo()
  const isMarked = marks instanceof Map ? marks.get('Marked') === true : marks?.Marked === true
  return {
    pages: pdf.numPages,
    info: info as Readonly<Record<string, unknown>>,
    marked: isMarked,
    tags,
    untagged,
  }
}

const headingsIn = ({ tags }: Read) => tags.filter(({ role }) => /^H[1-6]$/.test(role))

describe('every leaflet as PDF', () => {
  for (const leaflet of LEAFLETS)
    it(`${leaflet.procedure}: is PDF/UA, tagged, in English, with its title, headings in order and pictures in words`, async () => {
      const file = await fileOf(leaflet)
      assert.ok(Buffer.from(file).includes('pdfuaid:part'))
      assert.ok(Buffer.from(file).includes('/DisplayDocTitle true'))
      const pdf = await read(file)
      assert.ok(pdf.marked)
      assert.equal(pdf.info.Language, 'en-GB')
      assert.equal(pdf.info.Title, leaflet.title)
      assert.equal(pdf.untagged, '')

      const headings = headingsIn(pdf)
      assert.equal(headings.filter(({ role }) => role === 'H1').length, 1)
      assert.equal(headings[0]?.text.replace(/\s+/g, ' '), leaflet.title)
      const second = headings.filter(({ role }) => role === 'H2').map(({ text }) => text.replace(/\s+/g, ' '))
      assert.deepEqual(
        second.slice(0, SECTIONS.length),
        SECTIONS.map((id) => ENGLISH.headings[id]),
      )
      for (const [at, { role }] of headings.entries()) {
        const above = Number(headings[at - 1]?.role.slice(1) ?? 0)
        assert.ok(Number(role.slice(1)) <= above + 1, 'no level is left out')
      }

      const figures = pdf.tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)
      const drawn = leaflet.risks.flatMap(({ name, frequency }) =>
        frequency ? [of100InWords(name, frequency)] : [],
      )
      assert.deepEqual(figures, [
        `Code that leads to the current version of this leaflet: ${address}`,
        ...drawn,
      ])
      const lists = pdf.tags.filter(({ role }) => role === 'L').length
      assert.ok(lists >= 5, 'lists are lists')
    })
})

describe('every easy read as PDF', () => {
  for (const leaflet of LEAFLETS)
    it(`${leaflet.procedure}: is PDF/UA, tagged, each line after its picture, and each picture in words`, async () => {
      const file = await easyReadPdf(leaflet, { address, fictional: false })
      assert.ok(Buffer.from(file).includes('pdfuaid:part'))
      const pdf = await read(file)
      assert.ok(pdf.marked)
      assert.equal(pdf.info.Language, 'en-GB')
      assert.equal(pdf.info.Title, `${leaflet.title}: Easy read`)
      assert.equal(pdf.untagged, '')
      assert.deepEqual(
        headingsIn(pdf).map(({ role, text }) => [role, text.replace(/\s+/g, ' ')]),
        [
          ['H1', leaflet.title],
          ['H2', ENGLISH.calls.whom],
        ],
      )
      const order = pdf.tags.flatMap(({ role, alt, text }) =>
        role === 'Figure' ? [alt] : text ? [text.replace(/\s+/g, ' ')] : [],
      )
      const lines = leaflet.easyRead.flatMap(({ picture, says }) => [
        ENGLISH.pictures[picture],
        withLocal(says, leaflet.local),
      ])
      const from = order.indexOf(lines[0])
      assert.deepEqual(order.slice(from, from + lines.length), lines)
    })
})

describe('a leaflet as PDF', () => {
  const leaflet = leafletOf('nephrostomy')
  assert.ok(leaflet)

  it('is set larger in large print, and so on more pages', async () => {
    const usual = await read(await fileOf(leaflet))
    const large = await read(await fileOf(leaflet, true))
    assert.ok(large.pages > usual.pages)
  })

  it('takes what was written as words and never as markup', async () => {
    const title = '#panic("no") *x* @y'
    const pdf = await read(await fileOf({ ...leaflet, title }))
    assert.equal(pdf.info.Title, title)
    assert.equal(headingsIn(pdf)[0]?.text, title)
  })

  it('of another language says so, and that a machine alone translated it', async () => {
    const welsh: LeafletBody = {
      ...leaflet,
      language: 'cy',
      title: 'Draen aren',
      translation: { of: '1.0', state: 'machine', checkedBy: null },
      signOff: { name: 'Dr A', role: 'Radiologist', on: '2026-11-22' },
    }
    const pdf = await read(await fileOf(welsh))
    assert.match(String(pdf.info.Language), /^cy/)
    const text = pdf.tags.map((tag) => tag.text).join(' ')
    assert.match(text, /A machine translated this and nobody has checked it/)
    assert.doesNotMatch(text, /Signed off/)
  })
})
