/** The only reader of the environment. Config may be printed; Secrets print as [secret]. */

import { join } from 'node:path'
import { z } from 'zod'

const portWords = 'a port is a whole number from 0 to 65535'
const tableWords = 'a table has 2 to 10000 points'
const scannerWords = 'it must be an address such as clamd://localhost:3310 or clamd:///run/clamav/clamd.ctl'
const addressWords = 'it must be an address such as https://census.example.org'

const schema = z.object({
  PORT: z.coerce.number(portWords).int(portWords).min(0, portWords).max(65535, portWords).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/, error: addressWords }).optional(),
  DATA_FOLDER: z.string().default('.data'),
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Fourth Pillar <census@localhost>'),
  AUTH_SECRET: z.string().min(32).optional(),
  SEAL_KEY: z.string().optional(),
  SEAL_PUBLIC_KEYS: z.string().optional(),
  REGISTRY_KEY: z.string().min(32).optional(),
  OIDC_DISCOVERY_URL: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('your organisation'),
  TRUST_PROXY: z.stringbool().default(false),
  VIRUS_SCANNER: z.url({ protocol: /^clamd$/, error: scannerWords }).optional(),
  ROUTING_ENGINE: z.enum(['osrm', 'valhalla'], 'it is osrm or valhalla').optional(),
  ROUTING_URL: z
    .url({ protocol: /^https?$/, error: 'it must be an address such as http://localhost:5000' })
    .optional(),
  ROUTING_TABLE: z.coerce
    .number(tableWords)
    .int(tableWords)
    .min(2, tableWords)
    .max(10_000, tableWords)
    .optional(),
})

/** A value that no log, error or inspector shows. */
export class Secret {
  readonly #value: string
  constructor(value: string) {
    this.#value = value
  }
  reveal(): string {
    return this.#value
  }
  toString(): string {
    return '[secret]'
  }
  toJSON(): string {
    return '[secret]'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]'
  }
}

export interface Config {
  readonly port: number
  readonly host: string
  /** Where people reach the site; addresses in mail begin with it. */
  readonly baseUrl: string
  readonly dataFolder: string
  /** The database's own addresses; absent: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: Secret | null
  readonly databaseOwnerUrl: Secret | null
  readonly smtpUrl: Secret | null
  readonly mailFrom: string
  readonly authSecret: Secret | null
  /** Ed25519 private key, PKCS #8 PEM, that signs the daily seal. */
  readonly sealKey: Secret | null
  /** Of the seals to trust, SPKI PEM; none given: that of `sealKey`, which a running node puts here. */
  readonly sealPublicKeys: readonly string[]
  /** From which the registry's pseudonyms are made; another one makes another registry of the same people. */
  readonly registryKey: Secret | null
  readonly oidc: OpenIdProvider | null
  /** A fictional nation: says so on every page, keeps its mail, lets one enter as anyone. */
  readonly demonstration: boolean
  /** A proxy in front sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean
  /** Looks into files that people attach; null: none does. */
  readonly virusScanner: ScannerAddress | null
  /** Measures travel times by road; null: they are estimated. */
  readonly routing: RoutingConfig | null
}

/** Where clamd listens: a port, or a socket in the file system. */
export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string }

export interface RoutingConfig {
  readonly engine: 'osrm' | 'valhalla'
  /** May hold a key. */
  readonly url: Secret
  /** How many points one question may have; null: the engine's usual limit. */
  readonly table: number | null
}

export interface OpenIdProvider {
  readonly name: string
  readonly discoveryUrl: string
  readonly clientId: string
  readonly clientSecret: Secret
}

/** The folder in which a command was typed (`bin/run.mjs` says it): this process runs in the project's. */
export function startedFrom({ STARTED_FROM }: Readonly<Record<string, string | undefined>>): string {
  return STARTED_FROM || process.cwd()
}

/** What the environment says is not usable; its message is one plain line. */
export class ConfigError extends Error {}

/**
 * Reads the configuration.
 * @throws ConfigError naming the first variable that is not understood
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  mode: { readonly demonstration: boolean } = { demonstration: false },
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ConfigError(`${issue?.path.join('.')} is not understood: ${issue?.message}.`)
  }
  const read = parsed.data
  const oidc = openIdProvider(read)
  return {
    port: read.PORT,
    host: read.HOST,
    baseUrl: (read.BASE_URL ?? `http://localhost:${read.PORT}`).replace(/\/$/, ''),
    dataFolder: mode.demonstration ? join(read.DATA_FOLDER, 'demonstration') : read.DATA_FOLDER,
    databaseUrl: secret(mode.demonstration ? undefined : read.DATABASE_URL),
    databaseOwnerUrl: secret(mode.demonstration ? undefined : (read.DATABASE_OWNER_URL ?? read.DATABASE_URL)),
    smtpUrl: secret(mode.demonstration ? undefined : read.SMTP_URL),
    mailFrom: read.MAIL_FROM,
    authSecret: secret(read.AUTH_SECRET),
    sealKey: secret(read.SEAL_KEY?.replaceAll('\\n', '\n')),
    sealPublicKeys: read.SEAL_PUBLIC_KEYS?.replaceAll('\\n', '\n').match(publicKeyPem) ?? [],
    registryKey: secret(read.REGISTRY_KEY),
    oidc,
    demonstration: mode.demonstration,
    trustProxy: read.TRUST_PROXY,
    virusScanner: read.VIRUS_SCANNER ? scannerAddress(new URL(read.VIRUS_SCANNER)) : null,
    routing: routingConfig(read),
  }
}

const publicKeyPem = /-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g

function openIdProvider(read: z.infer<typeof schema>): OpenIdProvider | null {
  const {
    OIDC_DISCOVERY_URL: discoveryUrl,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = read
  if (!discoveryUrl && !clientId && !clientSecret) return null
  if (!discoveryUrl || !clientId || !clientSecret) {
    throw new ConfigError('OIDC_DISCOVERY_URL, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed together.')
  }
  return { name: read.OIDC_NAME, discoveryUrl, clientId, clientSecret: new Secret(clientSecret) }
}

function scannerAddress({ hostname, port, pathname }: URL): ScannerAddress {
  if (hostname) return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) }
  if (pathname.length > 1) return { path: decodeURIComponent(pathname) }
  throw new ConfigError(`VIRUS_SCANNER is not understood: ${scannerWords}.`)
}

function routingConfig(read: z.infer<typeof schema>): RoutingConfig | null {
  const { ROUTING_ENGINE: engine, ROUTING_URL: url, ROUTING_TABLE: table = null } = read
  if (!engine && !url) return null
  if (!engine || !url) throw new ConfigError('ROUTING_ENGINE and ROUTING_URL are needed together.')
  return { engine, url: new Secret(url), table }
}

function secret(value: string | undefined): Secret | null {
  return value === undefined ? null : new Secret(value)
}
