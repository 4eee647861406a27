/** How uploads are spoken of: their states, their numbers, who sent them. */

import { isWorkedOn, type Upload } from '#store/upload/upload.ts'

export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

interface StateWords {
  readonly words: string
  readonly colour: 'grey' | 'blue' | 'green' | 'yellow' | 'red'
}

export function stateOf(upload: Upload, now: Date): StateWords {
  const isBroken = ['receiving', 'checking', 'keeping'].includes(upload.state) && !isWorkedOn(upload, now)
  if (isBroken) return { words: 'Broken off', colour: 'red' }
  switch (upload.state) {
    case 'receiving':
      return { words: 'Arriving', colour: 'blue' }
    case 'received':
      return { words: 'To be checked', colour: 'yellow' }
    case 'checking':
      return { words: 'Being checked', colour: 'blue' }
    case 'checked':
      return upload.problems > 0
        ? { words: 'To put right', colour: 'red' }
        : { words: 'Checked', colour: 'yellow' }
    case 'keeping':
      return { words: 'Being kept', colour: 'blue' }
    case 'kept':
      return { words: 'Kept', colour: 'green' }
    case 'refused':
      return { words: 'Refused', colour: 'red' }
    case 'dropped':
      return { words: 'Given up', colour: 'grey' }
    case 'failed':
      return { words: 'Broken off', colour: 'red' }
  }
}

/** `Isla Fictional`, or `the key “Radiology system”`. */
export function senderOf({ byName, key }: Pick<Upload, 'byName' | 'key'>): string {
  return key ? `The key “${byName ?? 'gone'}”` : (byName ?? 'Somebody who is not known any more')
}
