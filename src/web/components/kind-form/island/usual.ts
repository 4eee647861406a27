/** Beside a number that is beyond the usual, or that cannot be: said as soon as one leaves its box. */

import { readNumber } from '../number.ts'

export function usualNumbers(part: HTMLElement): void {
  part.addEventListener('change', (event) => {
    const box = event.target
    if (box instanceof HTMLInputElement && box.dataset.min !== undefined) say(box)
  })
}

function say(box: HTMLInputElement): void {
  const group = box.closest('.nhsuk-form-group')
  const words = wordsFor(box)
  const id = `${box.id}--now`
  const shown = document.getElementById(id)
  if (!words) {
    shown?.remove()
    return
  }
  const place = shown ?? Object.assign(document.createElement('p'), { id, className: 'fp-warning-now' })
  place.setAttribute('role', 'status')
  if (!shown) group?.append(place)
  place.textContent = words
}

function wordsFor(box: HTMLInputElement): string | null {
  const { unit, min, max, low, high } = box.dataset
  if (box.value.trim() === '') return null
  const read = readNumber(box.value, unit)
  const inUnit = unit ? ` ${unit}` : ''
  if ('refused' in read) return `${read.refused.charAt(0).toUpperCase()}${read.refused.slice(1)}.`
  if (read.number < Number(min) || read.number > Number(max))
    return `It has to be between ${min} and ${max}${inUnit}.`
  if (low !== undefined && (read.number < Number(low) || read.number > Number(high)))
    return `Is this right? It is usually between ${low} and ${high}${inUnit}.`
  return null
}
