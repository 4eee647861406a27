/**
 * The data dictionary is whole, and docs/data-dictionary.md is what it says now. To make the page anew:
 * `UPDATE=1 npm test -- test/registry/dictionary.test.ts`.
 */

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { dictionary, dictionaryMarkdown } from '#core/registry/dictionary.ts'

const page = join(import.meta.dirname, '../../docs/data-dictionary.md')

describe('the data dictionary', () => {
  it('is the page of the documentation', () => {
    if (process.env.UPDATE) writeFileSync(page, dictionaryMarkdown())
    assert.equal(readFileSync(page, 'utf8'), dictionaryMarkdown())
  })
  it('says of each column what it means, once, and whose field it is', () => {
    for (const { level, column, label, meaning, from } of dictionary) {
      assert.ok(label.length > 1 && meaning.length > 5, `${level}.${column}`)
      if (from) assert.ok(caseKindNamed(from.split('.')[0] ?? ''), from)
    }
    const names = dictionary.map(({ level, column }) => `${level}.${column}`)
    assert.equal(new Set(names).size, names.length)
  })
})
