/** The bands of supply within reach: their edges, and that each has a name. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { supplyBandOf, supplyBandWords } from '#core/network/supply-bands.ts'

it('a supply is in one band about the mean, each edge in the band that its words say', () => {
  const words = (supply: number) => supplyBandWords[supplyBandOf(supply, 2)]
  assert.equal(words(0), 'Nothing within reach')
  assert.equal(words(0.001), 'Under half the mean')
  assert.equal(words(1), 'From half the mean to the mean')
  assert.equal(words(2), 'From the mean to twice the mean')
  assert.equal(words(4), 'From the mean to twice the mean')
  assert.equal(words(4.01), 'Over twice the mean')
})

it('nothing anywhere is nothing within reach, not the mean', () => {
  assert.equal(supplyBandOf(0, 0), supplyBandWords.length - 1)
})
