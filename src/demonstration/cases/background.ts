/** Writes the demonstration's cases while the site already serves, says how far it has come, and lets a snapshot follow. */

import type { Store } from '#store/open.ts'
import { seedUploads } from '../uploads.ts'
import { type Progress, seedCases } from './seed.ts'

let progress: Progress | null = null

/** How far the writing of the cases has come in this process; null when none is under way. */
export function casesProgress(): Progress | null {
  return progress
}

export interface Writing {
  /** Ends it after the service that is being written; the next start goes on from there. */
  stop(): Promise<void>
}

/**
 * Starts writing what is not there yet. A failure is told once and leaves the rest of the site running.
 *
 * @param then once all is written: the registry's first snapshot
 */
export function writeCases(
  store: Pick<Store, 'db'>,
  then: () => Promise<unknown> = async () => undefined,
  say: (line: string) => void = console.error,
): Writing {
  let stopped = false
  const done = seedCases(store, new Date(), {
    stopped: () => stopped,
    told: (now) => {
      progress = now
    },
  })
    .then(() => (stopped ? undefined : seedUploads(store, new Date())))
    .then(() => (stopped ? undefined : then()))
    .then(() => undefined)
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      if (!stopped) say(`The demonstration's cases could not be written: ${why}`)
    })
    .finally(() => {
      progress = null
    })
  return {
    async stop() {
      stopped = true
      await done
    },
  }
}
