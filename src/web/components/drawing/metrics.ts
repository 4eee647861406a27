/** Lets Vega measure texts by the widths of Arial's letters: alike on the server and in a browser, so that nothing moves. */
import * as vega from 'vega'
import { textWidth } from './letters.ts'

interface TextItem {
  readonly fontSize?: number
  readonly fontWeight?: string | number
}

/** Vega guesses eight tenths of the size a letter, which leaves holes and cuts labels short. */
export function measureByLetters(): void {
  // Its types leave out what it exports for this.
  const { textMetrics } = vega as unknown as {
    textMetrics: { width: (item: TextItem, text: unknown) => number }
  }
  textMetrics.width = (item, text) =>
    textWidth(
      String(text ?? ''),
      item.fontSize ?? 11,
      item.fontWeight === 'bold' || Number(item.fontWeight) >= 600,
    )
}
