/** `npm run snapshot`: takes a snapshot of the registry now; with `--opt-outs FILE` imports the opt-out list before. */

import type { Config } from '#config'
import { ukDay } from '#core/calendar/uk-day.ts'
import { EXCLUSION_WORDS, exclusionReasons } from '#core/registry/exclusion.ts'
import { levelNames } from '#core/registry/levels.ts'
import { type Release, releaseSchema } from '#core/registry/snapshot/manifest.ts'
import type { Store } from '#store/open.ts'
import type { SealKey } from '#store/record/seal-key.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { importOptOuts } from '#store/snapshot/opt-outs.ts'
import { takeSnapshot } from '#store/snapshot/take.ts'

export interface SnapshotKeys {
  readonly signKey: SealKey
  readonly registryKey: string
}

interface Asked {
  readonly release: Release
  readonly optOuts: string | null
}

const usage = 'npm run snapshot -- [--opt-outs FILE] [--release full|coarse]'

/** @returns the exit code: 0 when it was taken, 1 with one line that says why not */
export async function snapshotCommand(
  store: Pick<Store, 'db'>,
  words: readonly string[],
  config: Pick<Config, 'dataFolder'>,
  keys: SnapshotKeys,
  print: (line: string) => void,
): Promise<number> {
  const asked = read(words)
  if (!asked) {
    print(usage)
    return 1
  }
  try {
    if (asked.optOuts !== null) {
      const { numbers, duplicates } = await importOptOuts(store.db, asked.optOuts, keys.registryKey)
      print(
        `Opt-out list: ${counted(numbers, 'number')}${duplicates > 0 ? `, ${duplicates} of them twice` : ''}.`,
      )
    }
    await take(store, asked.release, config, keys, print)
    return 0
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    print(error.message)
    return 1
  }
}

async function take(
  store: Pick<Store, 'db'>,
  release: Release,
  { dataFolder }: Pick<Config, 'dataFolder'>,
  keys: SnapshotKeys,
  print: (line: string) => void,
): Promise<void> {
  const started = performance.now()
  let toldAt = started
  const { id, folder, manifest, isNew } = await takeSnapshot(store.db, {
    ...keys,
    dataFolder,
    release,
    asOf: ukDay(new Date().toISOString()),
    told(people) {
      if (performance.now() - toldAt < 2000) return
      toldAt = performance.now()
      print(`  ${people.toLocaleString('en-GB')} people read`)
    },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(`Snapshot ${id}${isNew ? '' : ', the same as before'}: ${folder} (${seconds} s)`)
  for (const level of levelNames)
    print(`  ${level.padEnd(14)}${manifest.levels[level].rows.toLocaleString('en-GB')}`)
  for (const reason of exclusionReasons)
    if (manifest.exclusions[reason] > 0)
      print(
        `  left out: ${EXCLUSION_WORDS[reason]}, ${counted(manifest.exclusions[reason], 'person', 'people')}`,
      )
}

function read(words: readonly string[]): Asked | null {
  let [release, optOuts]: [Release, string | null] = ['full', null]
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1]
    const named = releaseSchema.safeParse(value)
    if (words[at] === '--opt-outs' && value) optOuts = value
    else if (words[at] === '--release' && named.success) release = named.data
    else return null
  }
  return { release, optOuts }
}

function counted(number: number, one: string, several = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : several}`
}
