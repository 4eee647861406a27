/** The pages in plain words. */

import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { CLOSED_EDITION, OPEN_EDITION } from '#demonstration/nation.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

export function plainVisits(visit: Add): void {
  for (const id of [...PLAIN_PAGES.map((page) => page.id), 'conditions', 'treatments', 'positions'])
    visit(paths.plain(id), paths.plain(id))
  visit('/about/cover', paths.plain('cover'))
  visit('/about/cover', paths.plain('cover', { edition: CLOSED_EDITION.id }))
  visit('/about/cover', paths.plain('cover', { edition: OPEN_EDITION.id }))
  visit(null, paths.plain('cover', { edition: 'no-such-edition' }), undefined, 404)
  visit(null, paths.plain('no-such-page'), undefined, 404)
}
