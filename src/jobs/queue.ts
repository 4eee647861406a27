/** The job queue: pg-boss over the store's database, as the application's role. */

import PgBoss from 'pg-boss'
import { jobsSchema } from '#store/jobs.ts'
import { appRole } from '#store/migrate.ts'
import type { Store } from '#store/open.ts'

/**
 * Starts pg-boss on its own few connections, so that looking for work never waits behind requests. Its
 * tables are there: the migration makes them.
 */
export async function startQueue(store: Pick<Store, 'url'>): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: store.url,
    schema: jobsSchema,
    migrate: false,
    max: 2,
    application_name: 'fourth-pillar jobs',
    // pg-boss hands its options on to the connection.
    ...{ options: `-c role=${appRole}` },
    archiveCompletedAfterSeconds: 3600,
    archiveFailedAfterSeconds: 86_400,
    deleteAfterDays: 14,
  })
  boss.on('error', (error) => {
    console.error(JSON.stringify({ jobs: error.name, message: error.message.slice(0, 200) }))
  })
  await boss.start()
  return boss
}

/** Lets what is at work end, for 20 seconds at most. */
export async function stopQueue(boss: PgBoss): Promise<void> {
  await boss.stop({ graceful: true, timeout: 20_000 })
  // A connection of its pool may outlive it for a moment; that the database ends it then is no fault.
  boss.removeAllListeners('error').on('error', () => undefined)
}
