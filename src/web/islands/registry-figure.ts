/** Wakes a registry's figure: the same picture, drawn here, says its values to a pointer and to the arrow keys. Where that fails the server's picture stays. */

import type { Spec } from 'vega'
import { drawLive, type Reading } from '../components/registry-figure/live/draw.ts'
import { makeTip, type Tip } from '../components/registry-figure/live/tip.ts'

/** Pictures that are awake, with what can be read in each. */
const awake = new WeakMap<Element, readonly Reading[]>()

for (const frame of document.querySelectorAll<HTMLElement>('.fp-registry-figure .fp-figure__chart')) {
  const tip = makeTip(frame)
  const wake = () => wakeShown(frame, tip)
  new IntersectionObserver((seen) => {
    if (seen.some(({ isIntersecting }) => isIntersecting)) wake()
  }).observe(frame)
  // A phone that is turned shows the other picture.
  addEventListener('resize', wake)
  readByKeys(frame, tip)
}

const shownIn = (frame: HTMLElement) =>
  [...frame.querySelectorAll<HTMLElement>('.fp-registry-figure__drawing')].find(
    (drawing) => drawing.offsetWidth > 0,
  )

async function wakeShown(frame: HTMLElement, tip: Tip): Promise<void> {
  const drawing = shownIn(frame)
  const picture = drawing?.querySelector<HTMLElement>('.fp-registry-figure__picture')
  const data = drawing?.querySelector('script')
  if (!drawing || !picture || !data || awake.has(drawing)) return
  awake.set(drawing, [])
  try {
    const stage = document.createElement('div')
    stage.setAttribute('aria-hidden', 'true')
    const told = (reading: Reading | null) => (reading ? tip.show(reading, false) : tip.hide())
    const readings = await drawLive(JSON.parse(data.textContent) as Spec, stage, told)
    picture.replaceChildren(stage)
    awake.set(drawing, readings)
    drawing.dataset.awake = String(readings.length)
  } catch (error) {
    console.error('The figure stays as it was drawn by the server:', error)
  }
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

function readByKeys(frame: HTMLElement, tip: Tip): void {
  let at = -1
  const readings = () => {
    const drawing = shownIn(frame)
    return (drawing && awake.get(drawing)) ?? []
  }
  frame.addEventListener('focus', () => {
    if (frame.matches(':focus-visible') && readings().length > 0)
      tip.say('Read the values with the arrow keys.')
  })
  frame.addEventListener('blur', () => {
    at = -1
    tip.hide()
  })
  frame.addEventListener('keydown', (event) => {
    const all = readings()
    if (event.key === 'Escape') tip.hide()
    if (all.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return
    const step = steps[event.key]
    if (step !== undefined)
      at = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length
    else if (event.key === 'Home') at = 0
    else if (event.key === 'End') at = all.length - 1
    else return
    event.preventDefault()
    const reading = all[at]
    if (reading) tip.show(reading, true)
  })
}
