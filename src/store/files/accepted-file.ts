/**
 * Files that people add to a record: which are taken, judged by what is in them and never by what they
 * are called, and in which words the others are refused.
 */

import { createHash } from 'node:crypto'

export const largestFileBytes = 10 * 1024 * 1024

export type AcceptedType = 'application/pdf' | 'image/png' | 'image/jpeg'

const extensions: Readonly<Record<AcceptedType, readonly [usual: string, ...others: string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
}

/** For a form's file field: what its picker offers, and its hint. */
export const acceptAttribute = '.pdf,.png,.jpg,.jpeg'
export const acceptedWords = 'PDF, PNG or JPEG, up to 10 MB'

export interface AcceptedFile {
  /** Without a folder, of at most 120 characters, ending as its type does. */
  readonly name: string
  readonly type: AcceptedType
  readonly bytes: Uint8Array
  readonly size: number
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string
}

export type FileOutcome =
  | { readonly outcome: 'accepted'; readonly file: AcceptedFile }
  | { readonly outcome: 'refused'; readonly words: string }

/** Judges a file. The words say what happened and what to do; they never repeat its name, which may name a patient. */
export function acceptedFile(
  given: { readonly name: string; readonly bytes: Uint8Array },
  largestBytes = largestFileBytes,
): FileOutcome {
  const { bytes } = given
  if (bytes.length === 0) return refused('The file is empty. Choose another')
  if (bytes.length > largestBytes) {
    const most = Math.floor(largestBytes / 1_000_000)
    return refused(`The file is larger than ${most} MB. Make it smaller, or send only the pages that matter`)
  }
  if (holdsTestVirus(bytes))
    return refused('The file holds a virus, or the string that tests for one. It was not kept')
  const type = typeOf(bytes)
  if (!type)
    return refused('The file is not a PDF, PNG or JPEG. Save it as one of these, and choose it again')
  if (!isWhole(bytes, type))
    return refused('The file is cut short or damaged. Open it, save it again, and choose it')
  const digest = createHash('sha256').update(bytes).digest('hex')
  return {
    outcome: 'accepted',
    file: { name: nameFor(given.name, type), type, bytes, size: bytes.length, digest },
  }
}

/** 2.4 MB, 310 KB */
export function sizeWords(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} KB`
}

export const typeWords: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
}

const refused = (words: string): FileOutcome => ({ outcome: 'refused', words })

const signatures: readonly (readonly [AcceptedType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

function typeOf(bytes: Uint8Array): AcceptedType | undefined {
  return signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0]
}

/** Whether the end of the format is there: what a broken upload loses. */
function isWhole(bytes: Uint8Array, type: AcceptedType): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048)
  if (type === 'application/pdf') return tail.includes('%%EOF')
  if (type === 'image/png') return tail.includes('IEND')
  return tail.includes(Buffer.from([0xff, 0xd9]))
}

/** The marker of the EICAR test file, wherever it hides; the whole string here would make this file one. */
const testVirus = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!'

function holdsTestVirus(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(testVirus)
}

function nameFor(given: string, type: AcceptedType): string {
  const own = given.split(/[/\\]/).at(-1) ?? ''
  const clean = own
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}"<>|:*?]/gu, '')
    .trim()
  const dot = clean.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot + 1).toLowerCase()] : [clean, '']
  const usual = extensions[type]
  const kept = (usual as readonly string[]).includes(ending) ? ending : usual[0]
  return `${[...(stem || 'document')].slice(0, 115).join('')}.${kept}`
}
