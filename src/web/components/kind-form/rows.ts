/** What the buttons of a list do without scripts: the form comes back with a row more or less. */

import { type Posted, rowsAt, textAt, withRows } from './posted.ts'

const command = /^(add|remove) ([A-Za-z0-9.]{1,100})$/

/** The form after its list's button was pressed; null where another button was. */
export function afterRowButton(posted: Posted): Posted | null {
  const [, verb, path = ''] = command.exec(textAt(posted, '_do')) ?? []
  if (verb === 'add') {
    const rows = rowsAt(posted, path)
    const shown = rows.length === 0 ? [0] : rows
    return withRows(posted, path, [...shown, (shown.at(-1) ?? 0) + 1])
  }
  if (verb === 'remove') {
    const at = path.lastIndexOf('.')
    const [list, row] = [path.slice(0, at), Number(path.slice(at + 1))]
    return withRows(
      posted,
      list,
      rowsAt(posted, list).filter((each) => each !== row),
    )
  }
  return null
}
