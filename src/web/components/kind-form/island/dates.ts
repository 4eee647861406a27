/** A date that is typed or pasted whole goes into its boxes; a point, stroke or space moves on to the next. */

import { wholeDate } from '../moment.ts'

export function datesInBoxes(part: HTMLElement): void {
  part.addEventListener('paste', (event) => {
    const box = dayBox(event.target)
    const date = wholeDate(event.clipboardData?.getData('text') ?? '')
    if (!box || !date) return
    event.preventDefault()
    for (const [name, value] of Object.entries(date)) {
      const other = boxOf(box, name)
      if (other) other.value = value
    }
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
  part.addEventListener('input', (event) => {
    const box = dayBox(event.target)
    const typed = box && /^(\d{1,2})[\s./-]$/.exec(box.value)
    if (!box || !typed) return
    const next = box.name.endsWith('-day') ? 'month' : box.name.endsWith('-month') ? 'year' : null
    if (!next) return
    box.value = typed[1] ?? ''
    boxOf(box, next)?.select()
  })
}

function dayBox(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && /-(day|month|year)$/.test(target.name) ? target : null
}

function boxOf(box: HTMLInputElement, part: string): HTMLInputElement | null {
  const other = box.form?.elements.namedItem(box.name.replace(/-(day|month|year)$/, `-${part}`))
  return other instanceof HTMLInputElement ? other : null
}
