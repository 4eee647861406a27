/** Wakes the maps of a page: pan and zoom, a card for each service, and changes while a census is open. */
import { makeCard } from '../components/map-island/card.ts'
import { makeLens } from '../components/map-island/lens.ts'
import { follow } from '../components/map-island/live.ts'

for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) {
  const pane = frame.querySelector<HTMLElement>('.fp-map-window')
  if (!pane) continue
  const lens = makeLens(frame, pane)
  const card = makeCard(pane)
  lens.onMove(card.close)
  const events = frame.dataset.events
  if (events) {
    follow(frame, events, () => {
      card.close()
      lens.refresh()
      card.refresh()
    })
  }
}
