/** In the form of a response assessment: sum, changes and response as one types, by the server's own function. */

import type { Assessed } from '#core/response/lines.ts'
import { drawIn } from '../components/clinical/draw-in.ts'
import { followForm, sayIn } from '../components/clinical/follow-form.ts'
import { liveLesions } from '../components/clinical/lesion-live.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-clinical="lesions"]')) {
  const place = part.querySelector<HTMLElement>('[data-drawn]')
  if (!place) continue
  const assessed = JSON.parse(part.dataset.assessed ?? '[]') as readonly Assessed[]
  const say = sayIn(part.querySelector('[role=status]'))
  followForm(part, (typed) => {
    const { statement, sheets } = liveLesions(assessed, typed)
    drawIn(place, sheets)
    say(statement)
  })
}
