import { before, describe } from 'node:test'
import { type TestStore, testStore } from '#test/support/store.ts'
import { appendSuite } from './append.suite.ts'

describe('appending to a record', () => {
  let store: TestStore
  before(async () => {
    store = await testStore()
  })
  appendSuite(() => store)
})
