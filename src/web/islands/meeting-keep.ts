/**
 * Keeps what is written about a case at a meeting whenever a field is left, so that everybody there sees it,
 * and nothing is lost by going on to the next case or by closing the page. Nothing is recorded by it.
 */

interface Kept {
  readonly revision: number
  readonly words: Readonly<Record<string, string>>
}

const formOf = () => document.querySelector<HTMLFormElement>('.fp-meeting__form')
let isTyped = false
let queue: Promise<void> = Promise.resolve()

document.addEventListener('input', ({ target }) => {
  if (formOf()?.contains(target as Node)) isTyped = true
})
document.addEventListener('change', ({ target }) => {
  const form = formOf()
  if (form?.contains(target as Node)) queue = queue.then(() => keep(form))
})
document.addEventListener('submit', ({ target }) => {
  if (target === formOf()) isTyped = false
})
addEventListener('pagehide', () => {
  const form = formOf()
  if (form && isTyped) keep(form)
})

async function keep(form: HTMLFormElement): Promise<void> {
  if (!isTyped || !form.isConnected) return
  isTyped = false
  const sent = typedIn(form)
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...sent, ['do', 'keep']]),
    headers: { accept: 'application/json' },
    redirect: 'manual',
    keepalive: true,
  }).catch(() => null)
  if (answer?.ok) {
    settle(form, sent, (await answer.json()) as Kept)
    return say(form, 'Kept, not recorded yet.')
  }
  isTyped = true
  say(form, whyNot(answer))
}

function whyNot(answer: Response | null): string {
  if (answer?.status === 409) return 'Somebody changed the same while you wrote. Press Keep to see what.'
  if (answer?.status === 422) return 'Not kept: press Keep to see why.'
  if (answer?.type === 'opaqueredirect') return 'Not kept: you are signed out. Sign in again in another tab.'
  return 'Not kept: the server cannot be reached. It is tried again with your next change.'
}

/** What stands now is what the next change is compared with; what others wrote elsewhere appears. */
function settle(form: HTMLFormElement, sent: ReadonlyMap<string, string>, { revision, words }: Kept): void {
  setHidden(form, 'revision', String(revision))
  const now = typedIn(form)
  for (const [name, value] of Object.entries(words)) {
    setHidden(form, `was-${name}`, value)
    // A field that is written in again by now is the writer's.
    if (now.get(name) === sent.get(name)) setShown(form, name, value)
  }
}

function setHidden(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.value = value
}

function setShown(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof RadioNodeList) {
    for (const each of field) {
      if (!(each instanceof HTMLInputElement)) continue
      each.defaultChecked = each.value === value
      each.checked = each.defaultChecked
    }
  } else if (field instanceof HTMLSelectElement) {
    for (const option of field.options) option.defaultSelected = option.value === value
    field.value = value
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.defaultValue = value
    // Its own spaces at the end stay under the cursor.
    if (field.value.trim() !== value) field.value = value
  }
}

function typedIn(form: HTMLFormElement): Map<string, string> {
  return new Map([...new FormData(form)].map(([name, value]) => [name, String(value)]))
}

function say(form: HTMLFormElement, words: string): void {
  const shown = form.querySelector('[data-kept]')
  if (shown) shown.textContent = words
}
