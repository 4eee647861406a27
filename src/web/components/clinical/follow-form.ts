/** Puts a part beside the fields that it reads, and calls back with what the form holds, as often as that changes. */

import type { Typed } from '#core/clinical/typed.ts'
import { typedFrom } from './typed-form.ts'

/** Follows the form that a part stands in. */
export function followForm(part: HTMLElement, changed: (typed: Typed) => void): void {
  const form = part.closest('form')
  if (!form) return
  standBeside(form, part)
  let isAsked = false
  const ask = () => {
    if (isAsked) return
    isAsked = true
    // Once a frame, after whatever else the same event sets in motion: fields that close are then disabled.
    requestAnimationFrame(() => {
      isAsked = false
      changed(typedFrom(new FormData(form)))
    })
  }
  for (const event of ['input', 'change', 'reset']) form.addEventListener(event, ask)
  new MutationObserver((records) => {
    if (records.some(({ target }) => !isOurs(target))) ask()
  }).observe(form, { childList: true, subtree: true })
  addEventListener('pageshow', ask)
  ask()
}

/** Without scripts a part stands at the end of the form; with them after the list, group or field that it follows. */
function standBeside(form: HTMLFormElement, part: HTMLElement): void {
  const name = CSS.escape(part.dataset.after ?? '')
  const place =
    form.querySelector(`[data-list="${name}"]`) ??
    form.querySelector(`fieldset#${name}`) ??
    form.querySelector(`[name="${name}"]`)?.closest('.nhsuk-form-group')
  place?.after(part)
}

/** What the islands draw themselves is no change of the form. */
function isOurs(target: Node): boolean {
  return target instanceof Element && target.closest('[data-clinical]') !== null
}

/** Waits until one pauses, so that a status is read out once and not at each key. */
export function sayIn(status: Element | null): (words: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (words) => {
    clearTimeout(timer)
    if (!status || status.textContent === words) return
    timer = setTimeout(() => {
      status.textContent = words
    }, 400)
  }
}
