/** A sheet drawn in the browser, in place of what stood there, where it is not the same. */

import type { Piece } from './sheet.ts'

const svgTags = new Set(['svg', 'rect', 'line'])

/** Draws pieces into a place. What the reader has the focus on stays where nothing changed. */
export function drawIn(place: HTMLElement, pieces: readonly Piece[]): void {
  const fresh = document.createElement('div')
  fresh.append(...pieces.map(nodeOf))
  if (fresh.innerHTML !== place.innerHTML) place.replaceChildren(...fresh.childNodes)
}

function nodeOf(piece: Piece): Node {
  if (typeof piece === 'string') return document.createTextNode(piece)
  const { tag, name, with: attributes = {}, holds = [] } = piece
  const element = svgTags.has(tag)
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag)
  if (name) element.setAttribute('class', name)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  element.append(...holds.map(nodeOf))
  return element
}
