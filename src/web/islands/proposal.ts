/** On the page of a question that is being computed: shows how far it is, second by second, then the answer. */

const everyMs = 1000

const region = () => document.querySelector<HTMLElement>('[data-live="progress"]')
if (region()) void follow()

async function follow(): Promise<void> {
  const status = document.createElement('p')
  status.className = 'nhsuk-u-visually-hidden'
  status.setAttribute('role', 'status')
  document.querySelector('main')?.append(status)
  for (;;) {
    await new Promise((next) => setTimeout(next, everyMs))
    if (document.hidden) continue
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null)
    if (!answer?.ok) continue
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [old, next] = [region(), fresh.querySelector('[data-live="progress"]')]
    // Answered, or ended otherwise: the whole page is another.
    if (!next || !old) return location.reload()
    const said = next.querySelector('[data-live-words]')?.textContent ?? ''
    // The button that somebody is about to press stays where it is: only the words change.
    const [facts, freshFacts] = [old.querySelector('dl'), next.querySelector('dl')]
    if (facts && freshFacts) facts.replaceWith(document.importNode(freshFacts, true))
    const lede = old.querySelector('[data-live-words]')
    if (lede && lede.textContent !== said) {
      lede.textContent = said
      status.textContent = said
    }
  }
}
