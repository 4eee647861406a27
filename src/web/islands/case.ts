/**
 * On a case's page: says when somebody else wrote to the record meanwhile, opens the entry that a link names,
 * and fetches what the earlier ones say when they are opened.
 */

const everyMs = 15_000

const news = document.querySelector<HTMLElement>('[data-position-from]')
if (news) watch(news)
openNamed()
addEventListener('hashchange', openNamed)
for (const entry of document.querySelectorAll<HTMLDetailsElement>('details[data-fetch]'))
  entry.addEventListener('toggle', () => fill(entry), { once: true })

function watch(place: HTMLElement): void {
  const seen = Number(place.dataset.position)
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    clearTimeout(timer)
    if (!document.hidden && (await positionNow(place.dataset.positionFrom ?? '')) > seen) return tell(place)
    timer = setTimeout(ask, everyMs)
  }
  // Who comes back to the page is told at once.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && place.childElementCount === 0) ask()
  })
  timer = setTimeout(ask, everyMs)
}

async function positionNow(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
  if (!answer?.ok || answer.redirected) return 0
  const { position } = (await answer.json()) as { readonly position: number }
  return position
}

function tell(place: HTMLElement): void {
  const link = document.createElement('a')
  link.href = location.pathname
  link.textContent = 'Show it'
  const words = document.createElement('p')
  words.append('Somebody wrote to this record since you opened the page. ', link)
  place.replaceChildren(words)
}

/** Puts what an earlier entry says into its place; where that fails, the link to its page is still there. */
async function fill(entry: HTMLDetailsElement): Promise<void> {
  const body = entry.querySelector('.fp-entry__body')
  const address = body?.querySelector('a')?.href
  const answer = address ? await fetch(`${address}?part=whole`).catch(() => null) : null
  if (!answer?.ok || answer.redirected || !body) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  body.replaceChildren(...fresh.body.childNodes)
}

/** A link to an entry of the timeline opens it, with what it lies in. */
function openNamed(): void {
  const named = location.hash.startsWith('#entry-') ? document.getElementById(location.hash.slice(1)) : null
  const details = named?.querySelector('details')
  if (!details) return
  details.open = true
  details.querySelector('summary')?.focus({ preventScroll: true })
  named?.scrollIntoView({ block: 'start' })
}
