/** A file for the record, judged by what is in it and, where the node has one, by its virus scanner. */

import { scanned } from '#scanner/clamd.ts'
import { acceptedFile, type FileOutcome } from '#store/files/accepted-file.ts'
import type { PageContext } from '../environment.ts'

/** While the scanner does not answer nothing is taken: whoever set one up relies on it. */
export async function judgedFile(
  c: PageContext,
  given: Parameters<typeof acceptedFile>[0],
  largestBytes?: number,
): Promise<FileOutcome> {
  const judged = acceptedFile(given, largestBytes)
  const { virusScanner } = c.var.config
  if (judged.outcome === 'refused' || !virusScanner) return judged
  const found = await scanned(judged.file.bytes, virusScanner)
  if (found.outcome === 'clean') return judged
  if (found.outcome === 'harmful')
    return refused(`The virus scanner found ${found.signature} in the file. It was not kept`)
  console.error(JSON.stringify({ problem: 'virus scanner', reason: found.reason }))
  return refused(
    'The virus scanner did not answer, so the file was not kept. Send it again in a few minutes, or ask your administrator',
  )
}

const refused = (words: string): FileOutcome => ({ outcome: 'refused', words })
