/** The secrets of an installation: given, kept or refused; never printed. */

import assert from 'node:assert/strict'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { inspect } from 'node:util'
import { ConfigError, readConfig } from '#config'
import { readSecrets } from '../../src/secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-secrets-'))
after(() => rmSync(folder, { recursive: true }))
const authSecret = 'given by the environment, 40 characters.'
const sealKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe('the secrets', () => {
  it('are made once beside the embedded database, for this user’s eyes only', () => {
    const config = readConfig({ DATA_FOLDER: join(folder, 'local') })
    const made = readSecrets(config)
    assert.equal(made.created, true)
    assert.ok(Buffer.from(made.authSecret, 'base64url').length >= 32)
    assert.equal(createPrivateKey(made.sealKey).asymmetricKeyType, 'ed25519')
    for (const name of ['auth-secret', 'seal-key.pem']) {
      assert.equal(statSync(join(folder, 'local', 'secrets', name)).mode & 0o777, 0o600)
    }
    assert.deepEqual(readSecrets(config), { ...made, created: false })
  })

  it('come from the environment where it gives them, and are not written down', () => {
    const config = readConfig({
      DATA_FOLDER: join(folder, 'given'),
      AUTH_SECRET: authSecret,
      SEAL_KEY: sealKey.replaceAll('\n', '\\n'),
    })
    const read = readSecrets(config)
    assert.deepEqual(read, { authSecret, sealKey, created: false })
    assert.throws(() => readFileSync(join(folder, 'given', 'secrets', 'auth-secret')))
    assert.doesNotMatch(
      inspect(config, { depth: 5 }) + JSON.stringify(config),
      /given by the environment|PRIVATE KEY/,
    )
  })

  it('must be given with a database of one’s own: one line names the variable', () => {
    const url = 'postgres://somebody@localhost/somewhere'
    assert.throws(
      () => readSecrets(readConfig({ DATABASE_URL: url })),
      isConfigError(/^AUTH_SECRET is not set\..*$/),
    )
    const half = readConfig({ DATABASE_URL: url, AUTH_SECRET: authSecret, DATA_FOLDER: join(folder, 'half') })
    assert.throws(() => readSecrets(half), isConfigError(/^SEAL_KEY is not set\..*$/))
  })

  it('must be of the right kind', () => {
    const wrong = [
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'no key',
    ]
    for (const key of wrong) {
      const config = readConfig({ AUTH_SECRET: authSecret, SEAL_KEY: key, DATA_FOLDER: folder })
      assert.throws(() => readSecrets(config), isConfigError(/SEAL_KEY is not understood/))
    }
  })

  it('say in one line that the data folder cannot be written', () => {
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    assert.throws(
      () => readSecrets(readConfig({ DATA_FOLDER: file })),
      isConfigError(/cannot be (written|read)/),
    )
  })
})

const isConfigError = (words: RegExp) => (error: unknown) =>
  error instanceof ConfigError && words.test(error.message)
