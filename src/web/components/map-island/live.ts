/** Keeps an open census's map up to date: on each change it fetches the same address and swaps the parts. */

/** Changes that come close together are fetched once. */
const SETTLE_MS = 400

export function follow(frame: HTMLElement, address: string, swapped: () => void): void {
  const note = document.createElement('p')
  note.className = 'fp-map-live'
  note.setAttribute('role', 'status')
  frame.append(note)
  const say = (live: boolean) => {
    const words = live ? 'Live: answers show as they come' : 'Connecting to live answers'
    if (note.textContent !== words) note.textContent = words
    note.classList.toggle('fp-is-away', !live)
  }
  say(false)

  let waiting: ReturnType<typeof setTimeout> | undefined
  const changed = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void swap(swapped), SETTLE_MS)
  }
  let events: EventSource | null = null
  let wasAway = false
  const open = () => {
    events = new EventSource(address)
    events.addEventListener('open', () => {
      say(true)
      // What changed meanwhile was told to nobody here.
      if (wasAway) changed()
      wasAway = false
    })
    events.addEventListener('error', () => {
      wasAway = true
      // Refused for good, rather than cut off: nothing to wait for, and nothing to say.
      if (events?.readyState === EventSource.CLOSED) note.remove()
      else say(false)
    })
    events.addEventListener('changed', changed)
  }
  open()
  addEventListener('pagehide', () => events?.close())
  // Come back to by the back button, as it was left.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    wasAway = true
    open()
  })
}

/** A part that cannot be fetched now stays as it is; the next change tries again. */
async function swap(swapped: () => void): Promise<void> {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const old of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.querySelector<HTMLElement>(`[data-live="${old.dataset.live}"]`)
    if (next) replace(old, next)
  }
  swapped()
}

function replace(old: HTMLElement, next: HTMLElement): void {
  if (old.dataset.live === 'map') {
    const [before, after] = [old.querySelector('svg.fp-map'), next.querySelector('svg.fp-map')]
    const held = document.activeElement?.closest<SVGElement>('[data-code]')?.dataset.code
    if (before && after) before.replaceWith(document.importNode(after, true))
    if (held)
      old.querySelector<SVGElement>(`[data-code="${CSS.escape(held)}"] a`)?.focus({ preventScroll: true })
    return
  }
  if (old.dataset.live === 'legend') {
    // What the reader has ticked and not yet applied stays ticked.
    const counts = next.querySelectorAll('.fp-number')
    old.querySelectorAll('.fp-number').forEach((count, index) => {
      count.textContent = counts[index]?.textContent ?? count.textContent
    })
    return
  }
  old.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)))
}
