/** Pages of finding a service, and of the open interface. */

import { endpoints } from '#web/api/network/endpoints.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

/** What is not a page, and what a fetch of it answers: each address of the open interface by its own example. */
export const networkApiFiles: Readonly<Record<string, { readonly path: string; readonly status: number }>> = {
  [paths.networkApi('openapi.json')]: { path: paths.networkApi('openapi.json'), status: 200 },
  [`${paths.networkApi()}/*`]: { path: paths.networkApi('nothing'), status: 404 },
  ...Object.fromEntries(
    endpoints.map(({ path, example }) => [
      `${paths.networkApi()}/${path.replace('{code}', ':code')}`,
      { path: `${paths.networkApi()}/${example.replace('{code}', 'X001')}`, status: 200 },
    ]),
  ),
}

export function findVisits(visit: Add): void {
  const find = '/find'
  visit(find, paths.find())
  visit(find, paths.find({ near: 'LS1', for: 'liver-ablation' }))
  visit(find, paths.find({ near: 'LS1', for: 'liver-ablation', as: 'map' }))
  visit(find, paths.find({ near: 'ZE1', for: 'spread-to-the-liver' }))
  visit(find, paths.find({ near: 'district-leeds' }))
  visit(find, paths.find({ near: 'in-wales', for: 'liver-ablation' }))
  visit(find, paths.find({ near: 'JE2' }))
  visit(find, paths.find({ near: 'general', for: 'nephrostomy' }))
  visit(find, paths.find({ near: 'Qqqqqqqq' }), undefined, 404)
  visit('/api', paths.api())
}
