/** Two writers at one case of a meeting: each keeps what only they touched. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mergeWords } from '#core/meeting/merge.ts'

const before = { question: 'Ablate?', images: 'PACS', notes: '' }

describe('merging words', () => {
  it('takes theirs where I changed nothing, and mine where they changed nothing', () => {
    const mine = { ...before, notes: 'Two lesions' }
    const theirs = { ...before, images: 'On the disc' }
    assert.deepEqual(mergeWords(before, mine, theirs), {
      merged: { question: 'Ablate?', images: 'On the disc', notes: 'Two lesions' },
      contested: [],
    })
  })

  it('names what both changed, and keeps mine there', () => {
    const { merged, contested } = mergeWords(
      before,
      { ...before, notes: 'Two lesions' },
      { ...before, notes: 'Three lesions' },
    )
    assert.equal(merged.notes, 'Two lesions')
    assert.deepEqual(contested, ['notes'])
  })

  it('finds nothing contested where both wrote the same, or I took back nothing', () => {
    const same = { ...before, notes: 'Two lesions' }
    assert.deepEqual(mergeWords(before, same, same), { merged: same, contested: [] })
    assert.deepEqual(mergeWords(before, before, same), { merged: same, contested: [] })
  })
})
