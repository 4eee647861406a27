/** A meeting at the keyboard: Alt with an arrow goes to the case before or after. */

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

document.addEventListener('keydown', (event) => {
  const step = arrows[event.key]
  if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.fp-agenda a[data-item]')]
  const now = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const next = links[now + step]
  if (!next) return
  event.preventDefault()
  // What is being written is kept before one goes on.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  next.click()
})
