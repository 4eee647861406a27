/** The secrets of an installation: what signs sessions, what signs the daily seal, what pseudonyms are made from. */

import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '#config'
import { makeFolder } from '#store/folder.ts'
import { sealKey } from '#store/record/seal-key.ts'

export interface Secrets {
  readonly authSecret: string
  /** Ed25519 private key, PKCS #8 PEM. */
  readonly sealKey: string
  /** Whether one was made just now. */
  readonly created: boolean
}

/**
 * The secrets that the environment gives; beside the embedded database, those kept in the data folder,
 * made at the first start and readable by this user only.
 *
 * @throws ConfigError naming the variable that is missing or not understood
 */
export function readSecrets(config: Config): Secrets {
  const auth = config.authSecret
    ? { value: config.authSecret.reveal(), created: false }
    : kept(config, 'AUTH_SECRET', 'auth-secret', () => randomBytes(32).toString('base64url'))
  const seal = config.sealKey
    ? { value: config.sealKey.reveal(), created: false }
    : kept(config, 'SEAL_KEY', 'seal-key.pem', makeSealKey)
  refuseOtherKeys(seal.value)
  return { authSecret: auth.value, sealKey: seal.value, created: auth.created || seal.created }
}

/**
 * The secret from which the registry's pseudonyms are made: it never leaves, and losing it means that later
 * snapshots know nobody of the earlier ones.
 *
 * @throws ConfigError where the database is given and REGISTRY_KEY is not
 */
export function registryKey(config: Config): string {
  if (config.registryKey) return config.registryKey.reveal()
  return kept(config, 'REGISTRY_KEY', 'registry-key', () => randomBytes(32).toString('base64url')).value
}

/** The seals' public keys to trust: those that the environment gives, else that of our own private key. */
export function trustedKeys(config: Config): readonly string[] {
  if (config.sealPublicKeys.length > 0) return config.sealPublicKeys
  return [sealKey(readSecrets(config).sealKey).publicKey]
}

function kept(config: Config, variable: string, name: string, make: () => string) {
  if (config.databaseUrl) {
    throw new ConfigError(
      `${variable} is not set. With DATABASE_URL the secrets come from the environment too: docs/operating.md says how to make one.`,
    )
  }
  const file = join(config.dataFolder, 'secrets', name)
  const found = readIfThere(file)
  if (found) return { value: found, created: false }
  return makeOnce(config, file, make())
}

/** Appears whole and once: of two processes that start at the same moment, one takes what the other wrote. */
function makeOnce(config: Config, file: string, value: string) {
  const making = `${file}.${process.pid}`
  try {
    // Only the secrets are closed: PostgreSQL, as another user than root, has to reach its own folder beside.
    makeFolder(config.dataFolder)
    makeFolder(join(config.dataFolder, 'secrets'), 0o700)
    writeFileSync(making, value, { mode: 0o600 })
    linkSync(making, file)
    rmSync(making)
    return { value, created: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(making)) {
      rmSync(making)
      return { value: readFileSync(file, 'utf8').trim(), created: false }
    }
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new ConfigError(
      full
        ? `The disk is full: the data folder ${config.dataFolder} has no room for a secret. Free some space and start again.`
        : `The data folder ${config.dataFolder} cannot be written, so no secret can be kept in it. Set DATA_FOLDER.`,
    )
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new ConfigError(`The secret ${file} cannot be read by this user.`)
  }
}

function makeSealKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString().trim()
}

function refuseOtherKeys(pem: string): void {
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return
  } catch {
    // Said below, without the key.
  }
  throw new ConfigError('SEAL_KEY is not understood: it must be an Ed25519 private key as PKCS #8 PEM.')
}
