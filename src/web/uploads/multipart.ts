/** The one file of a form, as it arrives: nothing waits for its end, and no more of it than a piece is in memory. */

/** @see RFC 7578, multipart/form-data; RFC 2046, section 5.1 */
export interface SentFile {
  /** Without its folder; empty where none was chosen. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

const mostHeaderBytes = 16 * 1024

/** The first part that is a file; null where the body is no form with one. */
export async function fileIn(request: Request): Promise<SentFile | null> {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]{1,200})"?/i.exec(
    request.headers.get('content-type') ?? '',
  )?.[1]
  if (!boundary || !request.body) return null
  const source = new Source(request.body)
  const mark = Buffer.from(`--${boundary}`)
  // What stands before the first mark is nothing.
  if (!(await source.skipPast(mark))) return null
  for (;;) {
    const head = await source.headOf(mostHeaderBytes)
    if (head === null) return null
    const name = /filename="((?:[^"\\]|\\.)*)"/i.exec(head)?.[1]
    const end = Buffer.concat([Buffer.from('\r\n'), mark])
    if (name !== undefined) return { name: name.split(/[/\\]/).at(-1) ?? '', bytes: source.upTo(end) }
    if (!(await source.skipPast(end))) return null
  }
}

/** A body that ends in the middle of its file: whoever sent it went away. */
export class CutShort extends Error {}

class Source {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  constructor(body: ReadableStream<Uint8Array>) {
    this.#reader = body.getReader()
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#reader.read()
    if (done) return false
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value])
    return true
  }

  async skipPast(mark: Buffer): Promise<boolean> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        this.#held = this.#held.subarray(at + mark.length)
        return true
      }
      this.#held = this.#held.subarray(Math.max(0, this.#held.length - mark.length))
      if (!(await this.#more())) return false
    }
  }

  /** The headers of a part; null at the end of the form. */
  async headOf(most: number): Promise<string | null> {
    for (;;) {
      if (this.#held.subarray(0, 2).toString('latin1') === '--') return null
      const at = this.#held.indexOf('\r\n\r\n')
      if (at >= 0) {
        const head = this.#held.subarray(0, at).toString('utf8')
        this.#held = this.#held.subarray(at + 4)
        return head
      }
      if (this.#held.length > most || !(await this.#more())) return null
    }
  }

  /** @throws CutShort where the mark never comes */
  async *upTo(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at >= 0) {
        if (at > 0) yield this.#held.subarray(0, at)
        return
      }
      // The mark may begin within what is held and end in what is still to come.
      const sure = this.#held.length - mark.length
      if (sure > 0) {
        yield this.#held.subarray(0, sure)
        this.#held = this.#held.subarray(sure)
      }
      if (!(await this.#more())) throw new CutShort('the file was cut short')
    }
  }
}
