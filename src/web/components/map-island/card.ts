/** The card that names a service: shown on hover and focus; a tap shows it first, and its link leads on. */

export interface Card {
  close(): void
  /** After the picture was replaced. */
  refresh(): void
}

/** @param leads what the link of a pinned card says: where a tap on it leads */
export function makeCard(pane: HTMLElement, leads = 'About this service'): Card {
  const card = document.createElement('div')
  card.className = 'fp-map-card'
  card.hidden = true
  pane.append(card)
  let shown: Element | null = null
  let touched = false

  const light = (code: string | undefined, on: boolean) => {
    if (!code) return
    for (const area of pane.querySelectorAll(`[data-area="${CSS.escape(code)}"]`)) {
      area.classList.toggle('fp-is-lit', on)
    }
    for (const line of pane.querySelectorAll<SVGElement>('.fp-map__pathways path')) {
      const touches = line.dataset.from === code || line.dataset.to === code
      line.classList.toggle('fp-is-quiet', on && !touches)
    }
  }
  const close = () => {
    light(shown?.closest<SVGElement>('[data-code]')?.dataset.code, false)
    shown = null
    card.hidden = true
  }
  const open = (link: Element, pinned: boolean) => {
    if (shown !== link) close()
    shown = link
    fill(card, link, pinned ? leads : null)
    card.hidden = false
    card.classList.toggle('fp-is-pinned', pinned)
    place(card, link, pane)
    light(link.closest<SVGElement>('[data-code]')?.dataset.code, true)
  }
  const linkOf = (event: Event) => (event.target as Element).closest('.fp-map__symbol a')

  pane.addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch'
    if (!linkOf(event) && !card.contains(event.target as Node)) close()
  })
  pane.addEventListener('pointerover', (event) => {
    const link = linkOf(event)
    if (link && event.pointerType !== 'touch') open(link, false)
  })
  pane.addEventListener('pointerout', (event) => {
    if (event.pointerType === 'touch' || !linkOf(event)) return
    if (document.activeElement !== shown) close()
  })
  pane.addEventListener('focusin', (event) => {
    const link = linkOf(event)
    if (link && !touched) open(link, false)
  })
  pane.addEventListener('focusout', () => {
    if (!card.classList.contains('fp-is-pinned')) close()
  })
  pane.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (!link || !touched) return
    event.preventDefault()
    open(link, true)
  })
  pane.addEventListener('keydown', (event) => {
    touched = false
    if (event.key === 'Escape') close()
  })
  // The card says it better than the browser's own tooltip, which would come as well.
  const refresh = () => {
    close()
    for (const title of pane.querySelectorAll('.fp-map__symbol title')) title.remove()
  }
  refresh()
  return { close, refresh }
}

function fill(card: HTMLElement, link: Element, leads: string | null): void {
  const label = link.getAttribute('aria-label') ?? ''
  const cut = label.indexOf(': ')
  const name = document.createElement('strong')
  name.textContent = label.slice(0, cut)
  const words = document.createElement('p')
  words.textContent = label.charAt(cut + 2).toUpperCase() + label.slice(cut + 3)
  card.replaceChildren(name, words)
  if (leads === null) return
  const more = document.createElement('a')
  more.href = link.getAttribute('href') ?? ''
  more.textContent = leads
  card.append(more)
}

/** Beside the symbol, on the side where there is room. */
function place(card: HTMLElement, link: Element, pane: HTMLElement): void {
  const symbol = link.getBoundingClientRect()
  const around = pane.getBoundingClientRect()
  const middle = symbol.left + symbol.width / 2 - around.left
  const left = Math.min(Math.max(middle - card.offsetWidth / 2, 8), around.width - card.offsetWidth - 8)
  const above = symbol.top - around.top - card.offsetHeight - 8
  const top = above > 4 ? above : symbol.bottom - around.top + 8
  card.style.left = `${left}px`
  card.style.top = `${top}px`
}
