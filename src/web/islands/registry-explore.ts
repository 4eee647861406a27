/** In the explorer: the counts of a cohort follow the choices before they are sent. The last answer wins; an error is said. */

const waitMs = 120

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-explore-count]')) followCounts(form)

/** What /registry/explore/count answers. */
interface LiveCounts {
  readonly sentence: string
  readonly counts: Readonly<Record<string, string>>
  readonly hasStar: boolean
  readonly changed: readonly string[]
  readonly problems: readonly string[]
}

function followCounts(form: HTMLFormElement): void {
  const address = form.dataset.exploreCount ?? ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | null = null
  const ask = async () => {
    asking?.abort()
    const own = new AbortController()
    asking = own
    try {
      const response = await fetch(`${address}?${saidBy(form)}`, {
        signal: own.signal,
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
      })
      if (!response.ok || response.redirected) throw new Error(String(response.status))
      const live: LiveCounts = await response.json()
      // An answer that was overtaken while it was read is nobody’s any more.
      if (asking === own) show(live)
    } catch {
      if (!own.signal.aborted && asking === own) showError()
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, waitMs)
  })
}

function saidBy(form: HTMLFormElement): URLSearchParams {
  const said = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') said.append(name, value)
  return said
}

function show({ sentence, counts, hasStar, changed, problems }: LiveCounts): void {
  part('sentence', (element) => {
    element.textContent = sentence
  })
  for (const element of document.querySelectorAll<HTMLElement>('[data-count]'))
    element.textContent = counts[element.dataset.count ?? ''] ?? ''
  part('changed', (element) => {
    element.hidden = changed.length === 0
    element.querySelector('ul')?.replaceChildren(...changed.map(listItem))
  })
  part('star', (element) => {
    element.hidden = !hasStar
  })
  part('error', (element) => {
    element.hidden = problems.length === 0
    element.textContent = problems.join('. ')
  })
  part('status', (element) => {
    element.textContent = `${counts.treatments} treatments, ${counts.patients} patients, ${counts.organisations} services`
  })
}

/** The numbers that stand there are of an earlier choice: they are taken away rather than left to mislead. */
function showError(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-count]')) element.textContent = '…'
  part('error', (element) => {
    element.hidden = false
    element.textContent =
      'The counts could not be brought up to date. Check your connection, then press “Use this condition”.'
  })
  part('status', (element) => {
    element.textContent = 'The counts could not be brought up to date'
  })
}

function part(name: string, change: (element: HTMLElement) => void): void {
  const element = document.querySelector<HTMLElement>(`[data-explore-${name}]`)
  if (element) change(element)
}

function listItem(words: string): HTMLLIElement {
  const item = document.createElement('li')
  item.textContent = words
  return item
}
