/** In the form of a treatment with microspheres: what its numbers come to, as one types, by the server's own function. */

import { liveDelivered } from '../components/clinical/delivered-live.ts'
import { followForm, sayIn } from '../components/clinical/follow-form.ts'

for (const part of document.querySelectorAll<HTMLElement>('[data-clinical="delivered"]')) {
  const say = sayIn(part.querySelector('[role=status]'))
  followForm(part, (typed) => {
    const words = liveDelivered(typed)
    part.hidden = words === ''
    say(words)
  })
}
