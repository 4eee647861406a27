/** Keeps a page current while it is open: when the server says `changed`, fetches the same page and swaps its live regions. */

const waitMs = 400
const retryMs = 60_000

const address = document.querySelector<HTMLElement>('[data-live-from]')?.dataset.liveFrom
if (address) follow(address)

function follow(from: string): void {
  const status = makeStatus()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasHidden = false
  let wasAway = false

  const refresh = async () => {
    const words = await swapRegions().catch(() => null)
    if (words) status.textContent = `Updated. ${words}`
  }
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(refresh, waitMs)
  }
  const open = () => {
    source = new EventSource(from)
    source.addEventListener('changed', changed)
    source.addEventListener('open', () => {
      // What changed while the line was cut was told to nobody here.
      if (wasAway) changed()
      wasAway = false
    })
    source.addEventListener('error', () => {
      wasAway = true
      // The browser reconnects by itself, but for an answer that is no stream: the server is full.
      if (source?.readyState === EventSource.CLOSED) setTimeout(open, retryMs)
    })
  }
  // A page that nobody looks at holds no connection.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      wasHidden = true
      source?.close()
    } else if (wasHidden) {
      wasHidden = false
      changed()
      open()
    }
  })
  open()
}

/** Says politely, to those who do not see it, that something changed. */
function makeStatus(): HTMLElement {
  const status = document.createElement('p')
  status.className = 'nhsuk-u-visually-hidden'
  status.setAttribute('role', 'status')
  document.querySelector('main')?.append(status)
  return status
}

/** Answers the words of the first region that changed; null when nothing did. */
async function swapRegions(): Promise<string | null> {
  const response = await fetch(location.href, {
    headers: { accept: 'text/html' },
    credentials: 'same-origin',
  })
  if (!response.ok || response.redirected) return null
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  let words: string | null = null
  for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const replacement = fresh.querySelector<HTMLElement>(
      `[data-live="${CSS.escape(region.dataset.live ?? '')}"]`,
    )
    if (!replacement || isSame(region, replacement) || isTouched(region)) continue
    keepOpen(region, replacement)
    const focused = focusIn(region)
    region.replaceWith(replacement)
    if (focused !== null) refocus(replacement, focused)
    replacement.dispatchEvent(new CustomEvent('live:changed', { bubbles: true }))
    words ??= wordsOf(replacement)
  }
  return words
}

/** Whether somebody writes in a form that is not to be taken from under their hands. */
function isTouched(region: HTMLElement): boolean {
  if (region.dataset.liveUnlessTouched === undefined) return false
  // A button that has the focus gets it back.
  const active = document.activeElement
  if (region.contains(active) && !(active instanceof HTMLButtonElement)) return true
  return [
    ...region.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
      'input, textarea, select',
    ),
  ].some((field) => {
    if (field instanceof HTMLSelectElement)
      return [...field.options].some((option) => option.selected !== option.defaultSelected)
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
      return field.checked !== field.defaultChecked
    return field.type !== 'hidden' && field.value !== field.defaultValue
  })
}

function isSame(region: HTMLElement, replacement: HTMLElement): boolean {
  const bare = region.cloneNode(true) as HTMLElement
  for (const details of bare.querySelectorAll('details')) details.removeAttribute('open')
  return bare.outerHTML === replacement.outerHTML
}

/** What the reader has opened stays open. */
function keepOpen(region: HTMLElement, replacement: HTMLElement): void {
  const fresh = replacement.querySelectorAll('details')
  region.querySelectorAll('details').forEach((details, index) => {
    const other = fresh[index]
    if (other && details.open) other.open = true
  })
}

/** Which of the region's links and buttons has the focus; null when none has. */
function focusIn(region: HTMLElement): number | null {
  const index = focusable(region).indexOf(document.activeElement as HTMLElement)
  return index < 0 ? null : index
}

function refocus(region: HTMLElement, index: number): void {
  focusable(region)[index]?.focus({ preventScroll: true })
}

function focusable(region: HTMLElement): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')]
}

function wordsOf(region: HTMLElement): string {
  const said = region.querySelector('[data-live-words], .fp-statement') ?? region
  return (said.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
}
