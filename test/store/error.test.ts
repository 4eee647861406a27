import assert from 'node:assert/strict'
import { it } from 'node:test'
import { namedError } from '#store/error.ts'

it('a failure of the world has a name and one line that says what to do', () => {
  const coded = (code: string, message = 'reason\nand more') => Object.assign(new Error(message), { code })
  const named = (code: string) => namedError(coded(code), 'The database care at db:5432')
  for (const [code, name, words] of [
    ['ENOSPC', 'disk-full', /^The disk is full/],
    ['53100', 'disk-full', /no room left/],
    ['EACCES', 'folder-not-writable', /cannot be written/],
    ['EROFS', 'folder-not-writable', /DATA_FOLDER/],
    ['ECONNREFUSED', 'not-reachable', /not reachable/],
    ['57P03', 'not-reachable', /not reachable/],
    ['3D000', 'not-reachable', /does not exist/],
    ['28P01', 'rights-missing', /refuses the login/],
    ['42501', 'rights-missing', /lacks rights/],
  ] as const) {
    const error = named(code)
    assert.equal(error?.code, name)
    assert.match(error?.message ?? '', words)
    assert.ok(!error?.message.includes('\n'))
  }
  const both = Object.assign(new AggregateError([coded('ECONNREFUSED')]), {})
  assert.equal(namedError(both, 'The database')?.code, 'not-reachable')
  assert.equal(named('23505'), null)
})
