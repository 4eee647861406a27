/** The card that says a value of a picture, and the ring around what it is of. Places are set on the elements: the page's policy allows no other style. */

import type { Reading } from './draw.ts'

export interface Tip {
  /** @param isMarked with a ring: no pointer shows which one it is. */
  show(reading: Reading, isMarked: boolean): void
  say(words: string): void
  hide(): void
}

export function makeTip(frame: HTMLElement): Tip {
  const card = document.createElement('div')
  card.className = 'fp-registry-figure__tip'
  card.setAttribute('role', 'status')
  card.hidden = true
  const ring = document.createElement('div')
  ring.className = 'fp-registry-figure__ring'
  ring.hidden = true
  frame.append(ring, card)

  const hide = () => {
    card.hidden = true
    ring.hidden = true
  }
  return {
    hide,
    say(words) {
      card.replaceChildren(line(['', words]))
      card.hidden = false
      card.style.left = '8px'
      card.style.top = '8px'
    },
    show({ element, words }, isMarked) {
      card.replaceChildren(...words.map(line))
      card.hidden = false
      const around = frame.getBoundingClientRect()
      const of = element.getBoundingClientRect()
      const middle = { x: of.left + of.width / 2 - around.left, y: of.top + of.height / 2 - around.top }
      const left = Math.min(Math.max(middle.x - card.offsetWidth / 2, 4), around.width - card.offsetWidth - 4)
      const above = middle.y - Math.min(of.height / 2, 14) - card.offsetHeight - 8
      card.style.left = `${left}px`
      card.style.top = `${above > 0 ? above : middle.y + Math.min(of.height / 2, 14) + 8}px`
      ring.hidden = !isMarked
      ring.style.left = `${middle.x - 10}px`
      ring.style.top = `${middle.y - 10}px`
      ring.style.width = '20px'
      ring.style.height = '20px'
    },
  }
}

function line([name, value]: readonly [string, string]): HTMLElement {
  const paragraph = document.createElement('p')
  const strong = document.createElement('strong')
  strong.textContent = value
  paragraph.append(...(name ? [`${name}: `] : []), strong)
  return paragraph
}
