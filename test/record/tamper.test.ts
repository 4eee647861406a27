import { before, describe } from 'node:test'
import { type TestStore, testStore } from '#test/support/store.ts'
import { tamperSuite } from './tamper.suite.ts'

describe('a record that someone tampered with', () => {
  let store: TestStore
  before(async () => {
    store = await testStore()
  })
  tamperSuite(() => store)
})
