/** A file that a form sent, and a kept file that is handed out: as a download, never as a page of this site. */

import type { PageContext } from '../environment.ts'

/** The file of a form's field with its bytes; null where none was chosen. */
export async function sentFile(
  c: PageContext,
  field: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const sent = (await c.req.parseBody())[field]
  if (!(sent instanceof File) || (sent.size === 0 && sent.name === '')) return null
  return { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
}

export interface Downloaded {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Answers with a kept file, to be saved: browsers neither guess its type nor open it here. */
export function asDownload(c: PageContext, { name, type, bytes }: Downloaded) {
  const ascii =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\]/g, '') || 'document'
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${rfc5987(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  })
}

function rfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
}
