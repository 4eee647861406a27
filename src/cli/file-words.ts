/** Which words of a command name files: they mean what they mean in the folder where the user stands. */

import { resolve } from 'node:path'

/** The options of each command whose value is no file, and how many words come before the first file. */
const commands: Readonly<Record<string, { readonly before: number; readonly notFiles: readonly string[] }>> =
  {
    import: { before: 1, notFiles: ['--licence'] },
    snapshot: { before: 0, notFiles: ['--release'] },
    travel: { before: 0, notFiles: [] },
    reproduce: { before: 0, notFiles: [] },
  }

/**
 * The words of a command with its files named in full; other words, and those of other commands, as they are.
 *
 * @param folder where the command was typed, in full
 */
export function withFilesFrom(folder: string, command: string, words: readonly string[]): readonly string[] {
  const files = commands[command]
  if (!files) return words
  return words.map((word, at) => {
    const isOption = word.startsWith('--') || word === ''
    const isValue = files.notFiles.includes(words[at - 1] ?? '')
    return isOption || isValue || at < files.before ? word : resolve(folder, word)
  })
}
