/** The embedded PostgreSQL's login for the application: of its role alone, so that no statement can shed it. */

import { createHmac } from 'node:crypto'
import pg from 'pg'
import { codeOf, namedError } from './error.ts'
import { placeOf } from './server.ts'

const login = 'fourth_pillar_login'

/**
 * Answers the address under which the application connects, and makes its login at the first start. The
 * password follows from the superuser's, so that every process of the folder comes to the same.
 *
 * @param superuserUrl what migrates; `set role` from there would lead back to all its rights
 */
export async function applicationUrl(superuserUrl: string): Promise<string> {
  const url = new URL(superuserUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(login).digest('hex')
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
    if (rowCount === 0)
      await client.query(`create role ${login} login password ${client.escapeLiteral(password)}`)
  } catch (error) {
    // Another process of the same folder was first.
    if (codeOf(error) !== '42710' && codeOf(error) !== '23505')
      throw namedError(error, placeOf(superuserUrl)) ?? error
  } finally {
    await client.end().catch(() => undefined)
  }
  url.username = login
  url.password = password
  return url.href
}
