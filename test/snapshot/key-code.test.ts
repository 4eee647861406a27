/** Pseudonyms as numbers: the same text comes back, in the same order, and what is no pseudonym is not taken. */

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'
import { declareKeyText, keyTextSql, putKey } from '#store/snapshot/key-code.ts'
import { keyFor } from './support.ts'

it('stages pseudonyms as numbers in the order of their texts', async () => {
  const keys = [
    '222222222222',
    'zzzzzzzzzzzz',
    ...Array.from({ length: 200 }, (_, at) => keyFor('any', `${at}`)),
  ]
  const numbers = new BigInt64Array(keys.length)
  const halves = new Int32Array(numbers.buffer)
  keys.forEach((key, at) => {
    assert.ok(putKey(halves, at, key))
  })
  const database = await DuckDBInstance.create()
  const connection = await database.connect()
  await connection.run(declareKeyText)
  const listed = [...numbers].map((number) => `(${number})`).join(', ')
  const read = await connection.runAndReadAll(
    `select ${keyTextSql('key')} from (values ${listed}) as given (key) order by key`,
  )
  assert.deepEqual(
    read.getRows().map(([text]) => text),
    keys.toSorted(),
  )
  connection.closeSync()
  database.closeSync()
})

it('takes nothing that is no pseudonym', () => {
  const halves = new Int32Array(2)
  for (const text of [
    '',
    '9434765919',
    'aaaaaaaaaaa',
    'aaaaaaaaaaaaa',
    'aaaaaaaaaaae',
    'Aaaaaaaaaaaa',
    'aaaaaaaaaaaé',
  ])
    assert.equal(putKey(halves, 0, text), false, text)
  assert.deepEqual([...halves], [0, 0])
})
