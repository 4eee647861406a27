/** `npm run import -- WHAT FILE`: brings a file into the database, dry run first. */
import type { Store } from '#store/open.ts'
import { importOrganisationsCommand } from './import-organisations.ts'
import { importScoresCommand } from './import-scores.ts'

const USAGE = [
  'npm run import -- organisations FILE [--add-new] [--apply]',
  'npm run import -- scores FILE --licence REFERENCE [--apply]',
  '  FILE       an ODS extract (etr.csv), or CSV or XLSX with a header: code, name, opened, closed, successor ...;',
  '             or of scores an owner’s table, CSV or XLSX: instrument, scale, items, by, key, score, title, better',
  '  --licence  the reference of the licence under which the owner lets you use the table',
  '  --add-new  also adds organisations that the directory does not have',
  '  --apply    does it; without, only says what it would do',
]

/** Runs the command that the first word names. Answers the exit code: 0 done or nothing wrong, 1 problems, 2 usage. */
export async function importCommand(
  store: Pick<Store, 'db'>,
  words: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const [what, ...rest] = words
  const { files, flags, licence } = readWords(rest)
  const [file] = files
  const apply = flags.includes('--apply')
  const isKnown = (...known: readonly string[]) => flags.every((flag) => known.includes(flag))
  if (file !== undefined && files.length === 1) {
    if (what === 'organisations' && licence === null && isKnown('--apply', '--add-new'))
      return importOrganisationsCommand(store, { file, apply, addNew: flags.includes('--add-new') }, print)
    if (what === 'scores' && licence !== null && licence.trim() !== '' && isKnown('--apply'))
      return importScoresCommand(store, { file, licence: licence.trim(), apply }, print)
  }
  for (const line of USAGE) print(line)
  return 2
}

function readWords(words: readonly string[]) {
  const at = words.indexOf('--licence')
  const rest = at < 0 ? words : words.toSpliced(at, 2)
  return {
    files: rest.filter((word) => !word.startsWith('--')),
    flags: rest.filter((word) => word.startsWith('--')),
    licence: at < 0 ? null : (words[at + 1] ?? ''),
  }
}
