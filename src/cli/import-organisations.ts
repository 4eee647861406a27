/** `npm run import -- organisations FILE`: an extract of the directory, dry run first, all or nothing. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DirectoryPlan, OrganisationChange } from '#core/catalogue/import.ts'
import { type DirectoryImport, importOrganisations } from '#store/catalogue/import.ts'
import { readExtract } from '#store/catalogue/read-extract.ts'
import { seedOrganisations } from '#store/catalogue/seed.ts'
import type { Store } from '#store/open.ts'

interface Given {
  readonly file: string
  readonly apply: boolean
  readonly addNew: boolean
}

/** Prints what the file would change, and each row's problem with its line. Answers the exit code. */
export async function importOrganisationsCommand(
  { db }: Pick<Store, 'db'>,
  { file, apply, addNew }: Given,
  print: (line: string) => void,
): Promise<number> {
  const bytes = await bytesOf(file)
  if ('problem' in bytes) {
    print(bytes.problem)
    return 1
  }
  const extract = await readExtract(bytes.bytes, basename(file))
  if ('problem' in extract) {
    print(`${basename(file)}: ${extract.problem}`)
    return 1
  }
  if (extract.note !== null) print(`Note: ${extract.note}`)
  await seedWhenEmpty(db)
  const done = await importOrganisations(db, extract, { apply, addNew })
  for (const line of reportOf(done, apply)) print(line)
  return done.plan.problems.length > 0 ? 1 : 0
}

/** The bytes of a file that a command names, or why there are none. */
export async function bytesOf(file: string): Promise<{ bytes: Uint8Array } | { problem: string }> {
  try {
    return { bytes: await readFile(file) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return { problem: `There is no file ${file}` }
    if (code === 'EISDIR') return { problem: `${file} is a folder` }
    if (code === 'EACCES') return { problem: `${file} may not be read by this user` }
    throw error
  }
}

/** On a database that nobody started yet, the file is compared with the directory that ships. */
async function seedWhenEmpty(db: Store['db']): Promise<void> {
  const any = await db.selectFrom('organisation').select('code').limit(1).executeTakeFirst()
  if (any === undefined) await seedOrganisations(db)
}

/** The report, line by line. */
export function reportOf({ plan, applied }: DirectoryImport, apply: boolean): readonly string[] {
  const { problems, changes } = plan
  return [
    ...changes.map(lineOf),
    ...passedOverLines(plan),
    summaryOf(plan),
    ...problems.map(({ line, words }) => `  line ${line}: ${words}`),
    verdict(problems.length, changes.length, apply, applied),
  ]
}

function lineOf({ line, code, name, kind, fields }: OrganisationChange): string {
  const details = fields.map(({ field, from, to }) => `${field} ${from} -> ${to}`).join('; ')
  return `  line ${line}: ${kind.padEnd(7)} ${code} ${name}${details === '' ? '' : `: ${details}`}`
}

function passedOverLines({ passedOver }: DirectoryPlan): readonly string[] {
  if (passedOver.length === 0) return []
  const some = passedOver.slice(0, 8).join(', ')
  const more = passedOver.length > 8 ? ' ...' : ''
  return [`  ${passedOver.length} not in the directory, passed over (--add-new adds them): ${some}${more}`]
}

function summaryOf({ changes, unchanged, problems }: DirectoryPlan): string {
  const many = (kind: OrganisationChange['kind']) => changes.filter((change) => change.kind === kind).length
  return (
    `${many('added')} to add, ${many('changed')} to change, ${many('closed')} to close, ` +
    `${unchanged} as they are, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
  )
}

function verdict(problems: number, changes: number, apply: boolean, applied: boolean): string {
  if (problems > 0) return 'Nothing was imported: mend the problems first'
  if (changes === 0) return 'There is nothing to import'
  if (applied) return 'Imported'
  return apply ? 'Nothing was imported' : 'This was a dry run. Add --apply to do it'
}
