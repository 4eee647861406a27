/** The keys of the seal: Ed25519, signing and checking. */

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

export interface SealKey {
  /** SHA-256 of the raw public key, hex. */
  readonly id: string
  /** SPKI, PEM: what a verifier needs. */
  readonly publicKey: string
  sign(payload: Uint8Array): Uint8Array
}

/** @param privateKey PKCS #8, PEM, of an Ed25519 key */
export function sealKey(privateKey: string): SealKey {
  const key = createPrivateKey(privateKey)
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key of the seal is not an Ed25519 key')
  const publicKey = createPublicKey(key)
  return {
    id: idOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (payload) => sign(null, payload, key),
  }
}

/** Checks signatures by the keys that are trusted; null where none of them has the id. */
export type SignatureCheck = (key: string, payload: Uint8Array, signature: Uint8Array) => boolean | null

/** @param publicKeys SPKI, PEM */
export function signatureCheck(publicKeys: readonly string[]): SignatureCheck {
  const keys = new Map(publicKeys.map((pem) => createPublicKey(pem)).map((key) => [idOf(key), key]))
  return (id, payload, signature) => {
    const key = keys.get(id)
    return key ? verify(null, payload, key, signature) : null
  }
}

function idOf(publicKey: KeyObject): string {
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  return createHash('sha256').update(raw).digest('hex')
}
