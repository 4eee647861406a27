/**
 * What if by hand, live: a service that is pressed on the map, or chosen in a list and sent, is opened or closed without leaving
 * the page. The state stays in the address, so that the back button and a link lead to the same.
 */

import { makeCard } from '../components/map-island/card.ts'
import { makeLens } from '../components/map-island/lens.ts'

const frame = document.querySelector<HTMLElement>('[data-what-if]')
const pane = frame?.querySelector<HTMLElement>('.fp-map-window')
if (frame && pane) wake(frame, pane)

function wake(frame: HTMLElement, pane: HTMLElement): void {
  const lens = makeLens(frame, pane)
  const card = makeCard(pane, 'Open or close it')
  lens.onMove(card.close)
  const status = makeStatus()
  let asked: AbortController | null = null

  /** Shows what an address says; false: it could not be had, and the browser goes there itself. */
  const showState = async (address: string): Promise<boolean> => {
    asked?.abort()
    const mine = new AbortController()
    asked = mine
    frame.classList.add('fp-is-waiting')
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' }, signal: mine.signal })
      if (!answer.ok) return false
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!fresh.querySelector('[data-what-if]')) return false
      swap(fresh)
      card.refresh()
      lens.refresh()
      document.title = fresh.title
      status.textContent = fresh.querySelector('.fp-statement')?.textContent ?? ''
      addressOf.set(asked, answer.url)
      return true
    } catch {
      return mine.signal.aborted
    } finally {
      if (asked === mine) frame.classList.remove('fp-is-waiting')
    }
  }

  const go = async (address: string) => {
    const shown = await showState(address)
    const mine = asked
    if (!shown) location.assign(address)
    else if (mine && !mine.signal.aborted) {
      const at = addressOf.get(mine)
      if (at && at !== location.href) history.pushState(null, '', at)
    }
  }

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const link = (event.target as Element).closest('a[href]')
    const href = link?.getAttribute('href') ?? ''
    if (!href.startsWith(`${location.pathname}?`) || !link?.closest('main')) return
    event.preventDefault()
    void go(href)
  })
  document.addEventListener('submit', (event) => {
    if (!(event.target as Element).matches('[data-what-if-form]')) return
    event.preventDefault()
    send(event.target as HTMLFormElement)
  })
  const send = (form: HTMLFormElement | null) => {
    if (!form?.matches('[data-what-if-form]')) return
    const query = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (value !== '') query.set(name, String(value))
    void go(`${form.getAttribute('action')}?${query}`)
  }
  addEventListener('popstate', () => {
    void showState(location.href).then((shown) => shown || location.reload())
  })
}

/** Where an answer came from, after what it was led on to. */
const addressOf = new WeakMap<AbortController, string>()

/** Each region by its name; the map's picture alone within its window, where controls and card stay. */
function swap(fresh: Document): void {
  const heading = document.querySelector('h1')
  const title = fresh.querySelector('h1')
  if (heading && title) heading.textContent = title.textContent
  for (const old of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const name = CSS.escape(old.dataset.live ?? '')
    const next = fresh.querySelector<HTMLElement>(`[data-live="${name}"]`)
    if (!next) continue
    const held = old.contains(document.activeElement) ? handleOf(document.activeElement) : null
    if (old.dataset.live === 'map') {
      const picture = next.querySelector('svg.fp-map')
      if (picture) old.querySelector('svg.fp-map')?.replaceWith(document.importNode(picture, true))
    } else old.replaceChildren(...[...next.childNodes].map((node) => document.importNode(node, true)))
    if (held) old.querySelector<HTMLElement>(held)?.focus({ preventScroll: true })
  }
}

/** A selector by which what has the focus is found again: a service on the map, a field by its name. */
function handleOf(active: Element | null): string | null {
  const code = active?.closest<SVGElement>('[data-code]')?.dataset.code
  if (code) return `[data-code="${CSS.escape(code)}"] a`
  return active?.id ? `#${CSS.escape(active.id)}` : null
}

/** Says the new sentence to those who do not see it change. */
function makeStatus(): HTMLElement {
  const status = document.createElement('p')
  status.className = 'nhsuk-u-visually-hidden'
  status.setAttribute('role', 'status')
  document.querySelector('main')?.append(status)
  return status
}
