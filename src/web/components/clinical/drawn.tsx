/** A sheet drawn on the server. */

import { createElement, type ReactNode } from 'react'
import type { Piece } from './sheet.ts'

/** React's names of attributes that it writes otherwise than HTML does. */
const reactNames: Readonly<Record<string, string>> = { tabindex: 'tabIndex', colspan: 'colSpan' }

export function Drawn({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, index) => nodeOf(piece, index))
}

function nodeOf(piece: Piece, key: number): ReactNode {
  if (typeof piece === 'string') return piece
  const { tag, name, with: attributes = {}, holds = [] } = piece
  const props = Object.fromEntries(
    Object.entries(attributes).map(([attribute, value]) => [reactNames[attribute] ?? attribute, value]),
  )
  return createElement(tag, { key, ...(name ? { className: name } : {}), ...props }, ...holds.map(nodeOf))
}
