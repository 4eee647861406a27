/** The tables of the job queue (pg-boss), made by the owner and opened to the application's role. */

import type pg from 'pg'
import PgBoss from 'pg-boss'
import version from 'pg-boss/version.json' with { type: 'json' }

export const jobsSchema = 'pgboss'
/** The queue of mail: it is written to in the transactions that want something sent, whether or not it is read. */
export const mailQueue = 'send-mail'
export const jobsDigest = `${jobsSchema} ${version.schema} ${mailQueue}`

/** Makes or upgrades pg-boss's schema; `start` it afterwards with `migrate: false`. */
export async function migrateJobs(client: pg.Client, role: string): Promise<void> {
  const table = await client.query('select to_regclass($1) is not null as made', [`${jobsSchema}.version`])
  const made = table.rows[0]?.made
    ? Number((await client.query(`select version from ${jobsSchema}.version`)).rows[0]?.version)
    : null
  if (made === null) await client.query(PgBoss.getConstructionPlans(jobsSchema))
  else if (made < version.schema) await client.query(PgBoss.getMigrationPlans(jobsSchema, String(made)))
  // A queue is a partition, so making one needs the owner's rights; only these two functions have them.
  await client.query(`
    alter function ${jobsSchema}.create_queue (text, json) security definer set search_path = ${jobsSchema}, pg_temp;
    alter function ${jobsSchema}.delete_queue (text) security definer set search_path = ${jobsSchema}, pg_temp;
    revoke all on function ${jobsSchema}.create_queue (text, json), ${jobsSchema}.delete_queue (text) from public;
    grant execute on all functions in schema ${jobsSchema} to ${role};
    grant usage on schema ${jobsSchema} to ${role};
    grant select, insert, update, delete on all tables in schema ${jobsSchema} to ${role};
    alter default privileges in schema ${jobsSchema} grant select, insert, update, delete on tables to ${role};`)
  await client.query(`select ${jobsSchema}.create_queue($1, '{"policy":"standard"}')`, [mailQueue])
}
