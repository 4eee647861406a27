/** Starts everything that a running node is: port, store, sign-in, jobs, site; and stops it in order. */

import type { Server } from 'node:http'
import type { Config } from '#config'
import { ukDay } from '#core/calendar/uk-day.ts'
import { writeCases } from '#demonstration/cases/background.ts'
import { seedFigures } from '#demonstration/registry/figures.ts'
import { seedDemonstration } from '#demonstration/seed.ts'
import { seedDemonstrationPeople } from '#demonstration/staff.ts'
import { type JobParts, startJobs } from '#jobs/main.ts'
import { takeSnapshotIfDue } from '#jobs/take-snapshot.ts'
import { createMailer } from '#mail/mailer.ts'
import { scannerAnswers } from '#scanner/clamd.ts'
import { judgeByRules } from '#store/case/rules.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import { removeFolder } from '#store/embedded.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { situationOf } from '#store/network/situation.ts'
import { openStore, type Store } from '#store/open.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { latestSnapshot } from '#store/snapshot/latest.ts'
import { httpServer } from './http-server.ts'
import { readSecrets, registryKey, trustedKeys } from './secrets.ts'
import { buildAssets } from './web/assets/build.ts'
import { createSite } from './web/server.ts'
import { setUpLink } from './web/sign-in/set-up.ts'
import { createSignIn } from './web/sign-in/sign-in.ts'

/** What keeps a node from starting; its message is one plain line. */
export class ServeError extends Error {}

/**
 * Serves until told to stop. The port is taken first, so that a busy one is said at once; requests that
 * come while the rest starts are told to wait.
 *
 * @throws ServeError, StoreError or ConfigError, each with one plain line
 */
export async function serve(config: Config, options: { readonly fresh?: boolean } = {}): Promise<number> {
  const started = performance.now()
  // With what the connection knows (`env`), so that the limits on signing in see the client's address.
  let handle: (request: Request, env: object) => Response | Promise<Response> = starting
  const server = httpServer((request, env) => handle(request, env))
  await listen(server, config)
  try {
    if (options.fresh) removeFolder(config.dataFolder)
    const secrets = readSecrets(config)
    const store = await openStore({
      url: config.databaseUrl?.reveal() ?? null,
      ownerUrl: config.databaseOwnerUrl?.reveal() ?? null,
      folder: config.dataFolder,
    })
    try {
      const [mailer] = await Promise.all([createMailer(config, store), buildAssets(), seed(store, config)])
      const signIn = createSignIn({ config, store, authSecret: secrets.authSecret, mailer })
      const snapshots = snapshotParts(config)
      const jobs = await startJobs({ store, config, mailer, sealKey: secrets.sealKey, snapshots })
      const trusting = { ...config, sealPublicKeys: trustedKeys(config) }
      const site = createSite({ config: trusting, store, signIn })
      handle = site.app.fetch
      console.log(await welcome(config, store, started))
      warm(store)
      const first = async () => {
        await firstSnapshot(store, secrets.sealKey, snapshots)
        await seedFigures(store.db, await latestSnapshot(store.db, trusting), new Date())
      }
      const cases = config.demonstration ? writeCases(store, first) : null
      await stopSignal()
      handle = starting
      hangUp(server)
      await cases?.stop()
      await jobs.stop()
      return 0
    } finally {
      await store.close()
    }
  } finally {
    hangUp(server)
  }
}

/** What the network's first page would wait for; whoever comes meanwhile is served, and a failure comes again there. */
function warm(store: Store): void {
  const today = ukDay(new Date().toISOString())
  situationOf(store, { day: today }).catch(() => undefined)
}

/** Without the registry's secret no snapshots are taken; everything else goes on. */
function snapshotParts(config: Config): JobParts['snapshots'] {
  if (config.databaseUrl && !config.registryKey) {
    console.log('REGISTRY_KEY is not set: no snapshots of the registry are taken.')
    return undefined
  }
  return { dataFolder: config.dataFolder, registryKey: registryKey(config) }
}

async function firstSnapshot(store: Store, pem: string, snapshots: JobParts['snapshots']): Promise<void> {
  const asOf = ukDay(new Date().toISOString())
  if (snapshots) await takeSnapshotIfDue(store.db, { ...snapshots, asOf, signKey: sealKey(pem) })
}

function hangUp(server: Server): void {
  server.close()
  server.closeAllConnections()
}

function starting(): Response {
  return new Response('Fourth Pillar is starting. Try again in a few seconds.', {
    status: 503,
    // Refresh: a browser asks again by itself.
    headers: { 'Retry-After': '3', Refresh: '3', 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

function listen(server: Server, config: Config): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new ServeError(whyNoPort(error, config))))
    server.listen(config.port, config.host, () => done())
  })
}

function whyNoPort(error: NodeJS.ErrnoException, config: Config): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${config.port} is busy. Stop what uses it, or choose another: PORT=${config.port + 1}.`
  if (error.code === 'EACCES')
    return `Port ${config.port} is not open to this user. Choose one above 1023: PORT=3000.`
  return `${config.host}:${config.port} cannot be listened on (${error.code}). Set HOST and PORT.`
}

async function seed(store: Store, config: Config): Promise<void> {
  await judgeByRules(store.db)
  await enterShippedLeaflets(store.db, new Date())
  if (!config.demonstration) return seedOrganisations(store.db)
  await seedDemonstration(store, new Date())
  await seedDemonstrationPeople(store)
}

async function welcome(config: Config, store: Store, started: number): Promise<string> {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (config.demonstration) {
    return [
      `\nFourth Pillar, fictional demonstration. Ready in ${seconds} s.`,
      `  Open      ${config.baseUrl}`,
      `  Enter as  ${config.baseUrl}/enter-as`,
      `  Outbox    ${config.baseUrl}/outbox  (mail that would have been sent; enter as the census lead)`,
      '  Stop      Ctrl+C\n',
    ].join('\n')
  }
  const link = await setUpLink(store, config)
  return [
    `\nFourth Pillar. Ready in ${seconds} s.`,
    `  Open      ${config.baseUrl}`,
    ...(link ? [`  Set up    ${link}  (the first administrator; works once)`] : []),
    ...(await scannerWords(config.virusScanner)),
    ...(config.smtpUrl ? [] : ['  Mail      waits in the outbox: set SMTP_URL to send it']),
    '  Stop      Ctrl+C\n',
  ].join('\n')
}

async function scannerWords(scanner: Config['virusScanner']): Promise<readonly string[]> {
  if (!scanner) return ['  Files     are not scanned for viruses: set VIRUS_SCANNER']
  if (await scannerAnswers(scanner)) return []
  return ['  Files     are refused: the scanner at VIRUS_SCANNER does not answer']
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
}
