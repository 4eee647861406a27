/** The command line's face: serve, demo, migrate, import, verify, snapshot, travel, reproduce. One clear line for each thing that fails. */

import { join } from 'node:path'
import { withFilesFrom } from '#cli/file-words.ts'
import { importCommand } from '#cli/import.ts'
import { reproduceCommand } from '#cli/reproduce.ts'
import { snapshotCommand } from '#cli/snapshot.ts'
import { travelCommand } from '#cli/travel.ts'
import { verifyCommand } from '#cli/verify.ts'
import { ConfigError, readConfig, startedFrom } from '#config'
import { StoreError } from '#store/error.ts'
import { openStore } from '#store/open.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { readSecrets, registryKey, trustedKeys } from './secrets.ts'
import { ServeError, serve } from './serve.ts'

const usage = `Fourth Pillar

  npm run demo                              a fictional nation to walk through
  npm start                                 the real directory, with no answers
  npm run migrate                           bring the database up to date
  npm run import -- organisations FILE      what an ODS extract would change; --apply changes it
  npm run import -- scores FILE             check an owner's table of scores; --licence REF, --apply loads it
  npm run verify                            check every chain and every seal
  npm run snapshot                          take a snapshot of the registry; --opt-outs FILE leaves people out
  npm run travel                            measure travel times by the routing engine that is configured
  npm run reproduce -- FIGURE.json          compute a figure again; --snapshot FILE.tar or FOLDER
`

const onStore = ['migrate', 'import', 'verify', 'snapshot', 'travel']
const [command = 'serve', ...rest] = process.argv.slice(2)
process.exitCode = await run().catch(explain)

async function run(): Promise<number> {
  if (command === 'demo')
    return serve(readConfig(process.env, { demonstration: true }), { fresh: rest.includes('--fresh') })
  if (command === 'serve') return serve(readConfig(process.env))
  if (command === 'reproduce') {
    const { dataFolder } = readConfig(process.env)
    const words = withFilesFrom(startedFrom(process.env), command, rest)
    return reproduceCommand(words, [dataFolder, join(dataFolder, 'demonstration')], console.log)
  }
  const demonstration = rest.includes('--demonstration')
  const said = rest.filter((word) => word !== '--demonstration')
  const words = withFilesFrom(startedFrom(process.env), command, said)
  if (onStore.includes(command)) {
    const config = readConfig(process.env, { demonstration })
    const store = await openStore({
      url: config.databaseUrl?.reveal() ?? null,
      ownerUrl: config.databaseOwnerUrl?.reveal() ?? null,
      folder: config.dataFolder,
    })
    try {
      if (command === 'import') return await importCommand(store, words, console.log)
      if (command === 'verify')
        return await verifyCommand(store, { publicKeys: trustedKeys(config) }, console.log)
      if (command === 'travel') return await travelCommand(store, words, config, console.log)
      if (command === 'snapshot') {
        const keys = { signKey: sealKey(readSecrets(config).sealKey), registryKey: registryKey(config) }
        return await snapshotCommand(store, words, config, keys, console.log)
      }
      console.log('The database is up to date.')
      return 0
    } finally {
      await store.close()
    }
  }
  console.log(usage)
  return command === 'help' || command === '--help' ? 0 : 1
}

/** A failure of the world is one plain line; anything else is a bug and shows where. */
function explain(error: unknown): number {
  const plain = error instanceof StoreError || error instanceof ConfigError || error instanceof ServeError
  console.error(plain ? error.message : error)
  return 1
}
