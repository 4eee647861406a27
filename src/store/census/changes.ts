/** Tells who listens that an edition has changed: one LISTEN connection a process, kept up. */

import pg from 'pg'
import type { Store } from '../open.ts'

/** Each change of an edition is told here, with the edition's id, when it is committed. */
export const changeChannel = 'census_changed'

const firstPauseMs = 200
const longestPauseMs = 10_000

export interface Changes {
  /** Calls back after each change of an edition, and after any gap in which one may have been missed. */
  onChange(edition: string, callback: () => void): () => void
  close(): Promise<void>
}

/** Connects at the first listener; while the database is away it tries again, at growing intervals. */
export function listenForChanges(store: Pick<Store, 'url'>): Changes {
  const listeners = new Map<string, Set<() => void>>()
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | null = null
  let pauseMs = firstPauseMs
  let closed = false

  const tell = (edition: string) => {
    for (const callback of [...(listeners.get(edition) ?? [])]) callback()
  }

  const lost = (gone: pg.Client) => {
    if (client !== gone) return
    client = null
    gone.end().catch(() => undefined)
    if (closed || listeners.size === 0) return
    again = setTimeout(() => connect(true), pauseMs)
    again.unref()
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }

  const connect = async (afterGap: boolean) => {
    if (client || closed) return
    const next = new pg.Client({
      connectionString: store.url,
      application_name: 'fourth-pillar changes',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    client = next
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', ({ payload }) => payload && tell(payload))
    try {
      await next.connect()
      await next.query(`listen ${changeChannel}`)
      pauseMs = firstPauseMs
      if (afterGap) for (const edition of [...listeners.keys()]) tell(edition)
    } catch {
      lost(next)
    }
  }

  return {
    onChange(edition, callback) {
      const callbacks = listeners.get(edition) ?? new Set()
      listeners.set(edition, callbacks.add(callback))
      if (!client && !again) void connect(false)
      return () => {
        callbacks.delete(callback)
        if (callbacks.size === 0 && listeners.get(edition) === callbacks) listeners.delete(edition)
      }
    },
    async close() {
      closed = true
      if (again) clearTimeout(again)
      listeners.clear()
      await client?.end().catch(() => undefined)
    },
  }
}

const shared = new WeakMap<object, Changes>()

/** The one listener of this process for a store. */
export function changesOf(store: Store): Changes {
  const known = shared.get(store.pool)
  if (known) return known
  const made = listenForChanges(store)
  shared.set(store.pool, made)
  return made
}

/** Calls back after each change of an edition. Answers how to stop. */
export function onChange(store: Store, edition: string, callback: () => void): () => void {
  return changesOf(store).onChange(edition, callback)
}
