/** `npm run import -- WHAT FILE`: brings a file into the database, dry run first. */
import type { Store } from '#store/open.ts'
import { importOrganisationsCommand } from './import-organisations.ts'

const USAGE = [
  'npm run import -- organisations FILE [--add-new] [--apply]',
  '  FILE       an ODS extract (etr.csv), or CSV or XLSX with a header: code, name, opened, closed, successor ...',
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
  const flags = rest.filter((word) => word.startsWith('--'))
  const files = rest.filter((word) => !word.startsWith('--'))
  const [file] = files
  const known = flags.every((flag) => flag === '--apply' || flag === '--add-new')
  if (what !== 'organisations' || file === undefined || files.length > 1 || !known) {
    for (const line of USAGE) print(line)
    return 2
  }
  return importOrganisationsCommand(
    store,
    { file, apply: flags.includes('--apply'), addNew: flags.includes('--add-new') },
    print,
  )
}
