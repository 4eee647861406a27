/** Stories: public pages, an author's private link, and the moderators' pages. */

import { paths } from '../paths.ts'
import { anyone, may, type Routes } from '../route.ts'
import { change, changePage } from './change.tsx'
import { decide } from './decide.ts'
import { moderatePage, reviewPage } from './moderate.tsx'
import { forget, ownPage, withdraw } from './own.tsx'
import { storiesPage, storyPage } from './public.tsx'
import { tell, tellPage } from './tell.tsx'

const own = '/stories/own/:token'
const moderated = '/stories/moderate/:id{[0-9a-f-]{36}}'

export function storyRoutes({ get, post }: Routes): void {
  get(paths.stories(), anyone, storiesPage)
  get('/stories/:id{[0-9a-f-]{36}}', anyone, storyPage)
  get(paths.storyTell(), anyone, tellPage)
  post(paths.storyTell(), anyone, tell)
  get(own, anyone, (c) => ownPage(c))
  get(`${own}/change`, anyone, changePage)
  post(`${own}/change`, anyone, change)
  post(`${own}/withdraw`, anyone, withdraw)
  post(`${own}/forget`, anyone, forget)
  get(paths.storiesModerate(), may('story:moderate'), moderatePage)
  get(moderated, may('story:moderate'), (c) => reviewPage(c))
  post(moderated, may('story:moderate'), decide)
}
