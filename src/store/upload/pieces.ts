/** The bytes of an uploaded file, read back in order, a piece at a time. */

import type { Database, Transaction } from '../open.ts'

export async function* pieces(db: Database | Transaction, upload: string): AsyncGenerator<Buffer> {
  for (let number = 1; ; number += 1) {
    const row = await db
      .selectFrom('upload_piece')
      .select('bytes')
      .where('upload', '=', upload)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}
