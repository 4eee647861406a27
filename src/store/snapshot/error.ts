/** What can be wrong with a snapshot, each in one plain line. */

export type SnapshotErrorCode =
  /** Another one is being taken at this moment. */
  | 'under-way'
  | 'missing'
  | 'manifest-damaged'
  | 'signature-refused'
  | 'key-unknown'
  | 'file-missing'
  | 'file-damaged'
  | 'file-foreign'
  | 'row-refused'
  | 'cohort-refused'
  | 'column-refused'
  | 'list-refused'

/** Its message may be shown to whoever asked. */
export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode
  /** The file of the snapshot that it is about. */
  readonly file: string | null
  constructor(code: SnapshotErrorCode, message: string, file: string | null = null) {
    super(message)
    this.name = 'SnapshotError'
    this.code = code
    this.file = file
  }
}
