/** In the form of a work-up: liver function, and the check of a SIRT plan, as one types, by the server's own functions. */

import { liveCheck } from '../components/clinical/check-live.ts'
import { drawIn } from '../components/clinical/draw-in.ts'
import { followForm, sayIn } from '../components/clinical/follow-form.ts'
import { liveLiver } from '../components/clinical/liver-view.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-clinical="liver"]')) {
  const place = part.querySelector<HTMLElement>('[data-drawn]')
  if (place) followForm(part, (typed) => drawIn(place, liveLiver(typed)))
}

for (const part of document.querySelectorAll<HTMLElement>('[data-clinical="check"]')) {
  const place = part.querySelector<HTMLElement>('[data-drawn]')
  if (!place) continue
  const { earlierLung, unknownLung } = part.dataset
  const say = sayIn(part.querySelector('[role=status]'))
  followForm(part, (typed) => {
    const { statement, sheets } = liveCheck(typed, Number(earlierLung), Number(unknownLung))
    part.hidden = statement === ''
    drawIn(place, sheets)
    say(statement)
  })
}
