/**
 * The manifest of a snapshot: what is in it, from when, by which code, and the digest of every file. Its
 * canonical form is signed, and its digest is the snapshot's name.
 */

import { z } from 'zod'
import { exclusionReasons } from '../exclusion.ts'
import type { Level } from '../levels.ts'
import { levelNames } from '../levels.ts'

/** `full` keeps days; `coarse` tells months instead. */
export const releaseSchema = z.enum(['full', 'coarse'])
export type Release = z.infer<typeof releaseSchema>

/** How a column stands in the files. A `month` is 2026-11; a `row` counts from 0. */
const storedTypeSchema = z.enum(['key', 'code', 'choice', 'yes-no', 'whole', 'number', 'day', 'month', 'row'])
export type StoredType = z.infer<typeof storedTypeSchema>

const digest = z.string().regex(/^[0-9a-f]{64}$/)

const storedColumnSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
    type: storedTypeSchema,
    unit: z.string().exactOptional(),
    /** Of a choice its options, of a code those that occur, sorted. */
    values: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly()
export type StoredColumn = z.infer<typeof storedColumnSchema>

const storedLevel = z
  .strictObject({ rows: z.int().min(0), columns: z.array(storedColumnSchema).readonly() })
  .readonly()

export const manifestSchema = z
  .strictObject({
    /** Of these files; a reader refuses one that it does not know. */
    format: z.literal('fourth-pillar-snapshot/1'),
    /** The day to which the record was read. */
    asOf: z.iso.date(),
    code: z.strictObject({ version: z.string(), commit: z.string().nullable() }).readonly(),
    release: releaseSchema,
    levels: z.record(z.enum(levelNames as [Level, ...Level[]]), storedLevel),
    /** Every file but the manifest and its signature, by path. */
    files: z
      .array(
        z
          .strictObject({
            path: z.string().regex(/^[a-z][\w=-]*(\/[a-z][\w=-]*)*\.(parquet|json|csv)$/),
            bytes: z.int().min(0),
            sha256: digest,
            rows: z.int().min(0).nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** People who are in the record and not here, by reason. */
    exclusions: z.record(z.enum(exclusionReasons), z.int().min(0)),
    /** SHA-256 of dictionary.json. */
    dictionary: digest,
    /** SHA-256 of the raw public key that signs it. */
    key: digest,
  })
  .readonly()
export type Manifest = z.infer<typeof manifestSchema>

/** What stands in `manifest.sig`. */
export const signatureSchema = z.strictObject({
  key: digest,
  /** SPKI, PEM. */
  publicKey: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
  /** Ed25519 over the bytes of manifest.json, hex. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type ManifestSignature = z.infer<typeof signatureSchema>
