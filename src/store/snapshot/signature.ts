/** The signature of a manifest: made with the key of the seal, checked by the key that it names. */

import { createHash, createPublicKey } from 'node:crypto'
import { type ManifestSignature, signatureSchema } from '#core/registry/snapshot/manifest.ts'
import { type SealKey, signatureCheck } from '../record/seal-key.ts'
import { SnapshotError } from './error.ts'

/** The text of `manifest.sig`. */
export function signManifest(manifest: string, key: SealKey): string {
  const signature = Buffer.from(key.sign(Buffer.from(manifest))).toString('hex')
  const signed: ManifestSignature = { key: key.id, publicKey: key.publicKey, signature }
  return textOf(signed)
}

const textOf = (signed: ManifestSignature) => `${JSON.stringify(signed, null, 2)}\n`

/** There is one way to write a signature: a byte that changes nothing is still a byte that was changed. */
function isWrittenSo(text: string, { key, publicKey, signature }: ManifestSignature): boolean {
  const pem = createPublicKey(publicKey).export({ type: 'spki', format: 'pem' }).toString()
  return text === textOf({ key, publicKey: pem, signature })
}

/**
 * Checks that the signature holds, by a trusted key where some are given.
 *
 * @param trusted public keys, SPKI, PEM; null: whichever key the file brings, for whoever knows the
 *   snapshot by its digest
 * @returns the id of the key
 * @throws SnapshotError
 */
export function checkSignature(manifest: Buffer, text: string, trusted: readonly string[] | null): string {
  const parsed = signatureSchema.safeParse(jsonOf(text))
  if (!parsed.success) throw refused('manifest.sig is not in the form of a signature.')
  const { key, publicKey, signature } = parsed.data
  let held: boolean | null
  try {
    if (!isWrittenSo(text, parsed.data)) throw refused('manifest.sig was changed.')
    held = signatureCheck(trusted ?? [publicKey])(key, manifest, Buffer.from(signature, 'hex'))
  } catch (error) {
    if (error instanceof SnapshotError) throw error
    throw refused('manifest.sig holds no usable public key.')
  }
  if (held === null && trusted)
    throw new SnapshotError(
      'key-unknown',
      `It is signed by the key ${key}, which is not trusted here.`,
      'manifest.sig',
    )
  if (!held) throw refused('The signature does not hold: manifest.json or manifest.sig was changed.')
  return key
}

function refused(words: string): SnapshotError {
  return new SnapshotError('signature-refused', words, 'manifest.sig')
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a snapshot is called: the first 16 digits of its manifest's digest. */
export function snapshotId(manifest: Buffer | string): string {
  return createHash('sha256').update(manifest).digest('hex').slice(0, 16)
}
