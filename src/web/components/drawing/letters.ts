/** How wide Arial sets a text: without a canvas nothing on the server can measure it, so the letters are counted. */

/** Widths in thousandths of the type's size; of Arial and of Arimo, which has the same. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  ["ijl'|", 222],
  [' .,:;!/ftI[]', 278],
  ['r-()', 333],
  ['ckJsvxyz', 500],
  ['0123456789abdeghnopqu', 556],
  ['FTLZ', 611],
  ['ABEKPSVXY', 667],
  ['CDHNRUw', 722],
  ['GOQ', 778],
  ['mM', 833],
  ['%', 889],
  ['W', 944],
]
const OTHER = 600
const widthOf = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width])))

/** The width of a text set at a size, in the size's unit; bold is about a fifteenth wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const letter of text) thousandths += widthOf.get(letter) ?? OTHER
  return ((thousandths * size) / 1000) * (bold ? 1.07 : 1)
}

/** Words in lines of at most this width. */
export function wrapped(words: string, width: number, size: number, bold = false): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ').filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
