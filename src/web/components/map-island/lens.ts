/** Pan and zoom: the picture's viewBox follows wheel, fingers, keys and buttons; symbols keep their size. */

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Lens {
  /** After the picture was replaced: shows the same part of the new one. */
  refresh(): void
  onMove(callback: () => void): void
}

/** The picture's own size: plane.ts says the same, and imports what a browser has no use for. */
const PICTURE: Box = { x: 0, y: 0, width: 696, height: 1084 }
const NEAREST = 16
const STEP = 1.5

export function makeLens(frame: HTMLElement, pane: HTMLElement): Lens {
  let picture = pictureIn(pane)
  if (!picture) return { refresh: () => undefined, onMove: () => undefined }
  let whole = filling(pane, PICTURE)
  const first = filling(pane, boxOf(picture))
  let box = first
  let moved: () => void = () => undefined
  let waiting = false

  const drawNow = () => {
    if (picture) draw(picture, box, whole)
    pane.classList.toggle('fp-is-near', box.width < whole.width)
    controls.update(whole.width / box.width)
  }
  const show = (next: Box) => {
    box = within(next, whole)
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => {
      waiting = false
      drawNow()
    })
    moved()
  }
  /** Zooms about a point given as shares of the window. */
  const zoom = (by: number, [left, top]: readonly [number, number] = [0.5, 0.5]) => {
    const scale = Math.min(NEAREST, Math.max(1, (whole.width / box.width) * by))
    const width = whole.width / scale
    const height = (width * box.height) / box.width
    show({ x: box.x + (box.width - width) * left, y: box.y + (box.height - height) * top, width, height })
  }
  const pan = (right: number, down: number) =>
    show({ ...box, x: box.x + right * box.width, y: box.y + down * box.height })
  const reset = () => show(whole)

  const controls = addControls(pane, { nearer: () => zoom(STEP), farther: () => zoom(1 / STEP), reset })
  listenToKeys(pane, { zoom, pan, reset })
  listenToPointers(pane, { zoom, pan, isNear: () => box.width < whole.width })
  // What an inset shows enlarged leads to the inset: its symbols are there.
  pane.addEventListener('click', (event) => {
    const enlarged = (event.target as Element).closest<SVGElement>('[data-inset]')
    if (!enlarged) return
    const [x = 0, y = 0, width = 1, height = 1] = numbers(enlarged.dataset.inset)
    show(filling(pane, { x, y, width, height }))
  })
  // What the Tab key reaches beyond the window is brought into it, before its card is placed.
  pane.addEventListener('focusin', (event) => {
    const symbol = (event.target as Element).closest('.fp-map__symbol')
    if (!symbol) return
    pane.scrollTo(0, 0)
    const [right, down] = offCentre(symbol, pane)
    if (Math.max(Math.abs(right), Math.abs(down)) < 0.48) return
    pan(right, down)
    drawNow()
  })
  // A window that nobody sees (in closed details, behind another tab) has no shape to fill: wait for one.
  let shape = shapeOf(pane)
  new ResizeObserver(() => {
    const now = shapeOf(pane)
    if (now === null || now === shape) return
    shape = now
    const scale = whole.width / box.width
    whole = filling(pane, PICTURE)
    const [width, height] = [whole.width / scale, whole.height / scale]
    show({ x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height })
  }).observe(pane)
  frame.classList.add('fp-is-awake')
  controls.update(whole.width / box.width)
  if (first.width < whole.width) show(first)

  return {
    refresh() {
      picture = pictureIn(pane)
      if (picture) draw(picture, box, whole)
    },
    onMove(callback) {
      moved = callback
    },
  }
}

function pictureIn(pane: HTMLElement): SVGSVGElement | null {
  return pane.querySelector('svg.fp-map')
}

function boxOf(picture: SVGSVGElement): Box {
  const { x, y, width, height } = picture.viewBox.baseVal
  return { x, y, width, height }
}

/** How far an element's middle is from the window's, in shares of the window. */
function offCentre(element: Element, pane: HTMLElement): readonly [number, number] {
  const [inner, outer] = [element.getBoundingClientRect(), pane.getBoundingClientRect()]
  return [
    (inner.left + inner.width / 2 - outer.left) / outer.width - 0.5,
    (inner.top + inner.height / 2 - outer.top) / outer.height - 0.5,
  ]
}

/** Width by height of the window; null while it is not shown. */
function shapeOf({ clientWidth, clientHeight }: HTMLElement): number | null {
  return clientWidth > 0 && clientHeight > 0 ? clientWidth / clientHeight : null
}

/** The box widened or heightened to the window's shape, so that it fills the window; as it is while hidden. */
function filling(pane: HTMLElement, box: Box): Box {
  const shape = shapeOf(pane) ?? box.width / box.height
  const width = Math.max(box.width, box.height * shape)
  const height = width / shape
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
}

/** Keeps at least half of the window on the picture. */
function within(box: Box, whole: Box): Box {
  const clamp = (value: number, size: number, of: number) =>
    size >= of ? (of - size) / 2 : Math.min(Math.max(value, -size * 0.25), of - size * 0.75)
  return {
    ...box,
    x: whole.x + clamp(box.x - whole.x, box.width, whole.width),
    y: whole.y + clamp(box.y - whole.y, box.height, whole.height),
  }
}

/** Symbols keep their size on screen, and draw in from their fan to their true places. */
function draw(picture: SVGSVGElement, box: Box, whole: Box): void {
  const scale = Math.max(1, whole.width / box.width)
  picture.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`)
  for (const symbol of picture.querySelectorAll<SVGGElement>('.fp-map__symbol')) {
    const [px = 0, py = 0] = numbers(symbol.dataset.place)
    const [sx = 0, sy = 0] = numbers(symbol.dataset.symbol)
    const [x, y] = [px + (sx - px) / scale, py + (sy - py) / scale]
    symbol.setAttribute('transform', `translate(${x} ${y}) scale(${1 / scale ** 0.82})`)
  }
  for (const line of picture.querySelectorAll<SVGElement>('.fp-map__leaders')) {
    line.setAttribute('visibility', scale > 1.2 ? 'hidden' : 'visible')
  }
  for (const drawn of picture.querySelectorAll<SVGElement>('[data-line]')) {
    drawn.setAttribute('stroke-width', String(Number(drawn.dataset.line) / scale ** 0.8))
  }
}

function numbers(text = ''): readonly number[] {
  return text.split(' ').map(Number)
}

interface Moves {
  readonly zoom: (by: number, at?: readonly [number, number]) => void
  readonly pan: (right: number, down: number) => void
  readonly reset: () => void
}

function addControls(pane: HTMLElement, on: { nearer(): void; farther(): void; reset(): void }) {
  const bar = document.createElement('div')
  bar.className = 'fp-map-controls'
  const button = (text: string, name: string, press: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = text
    made.setAttribute('aria-label', name)
    made.title = name
    made.addEventListener('click', press)
    bar.append(made)
    return made
  }
  const nearer = button('+', 'Zoom in', on.nearer)
  const farther = button('−', 'Zoom out', on.farther)
  const whole = button('⤢', 'Show the whole map', on.reset)
  pane.prepend(bar)
  return {
    update(scale: number) {
      nearer.disabled = scale >= NEAREST - 0.01
      farther.disabled = scale <= 1.01
      whole.disabled = scale <= 1.01
    },
  }
}

function listenToKeys(pane: HTMLElement, { zoom, pan, reset }: Moves): void {
  const keys = new Map<string, () => void>([
    ['+', () => zoom(STEP)],
    ['=', () => zoom(STEP)],
    ['-', () => zoom(1 / STEP)],
    ['0', reset],
    ['ArrowLeft', () => pan(-0.15, 0)],
    ['ArrowRight', () => pan(0.15, 0)],
    ['ArrowUp', () => pan(0, -0.15)],
    ['ArrowDown', () => pan(0, 0.15)],
  ])
  pane.addEventListener('keydown', (event) => {
    const act = keys.get(event.key)
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    const near = pane.classList.contains('fp-is-near')
    // On the whole map arrows scroll the page, as they would without this.
    if (event.key.startsWith('Arrow') && !near) return
    event.preventDefault()
    act()
  })
}

function listenToPointers(
  pane: HTMLElement,
  { zoom, pan, isNear }: Pick<Moves, 'zoom' | 'pan'> & { isNear(): boolean },
): void {
  const held = new Map<number, PointerEvent>()
  let travelled = 0
  const shareOf = (x: number, y: number): readonly [number, number] => {
    const { left, top, width, height } = pane.getBoundingClientRect()
    return [(x - left) / width, (y - top) / height]
  }
  pane.addEventListener(
    'wheel',
    (event) => {
      // Scrolling the page over a whole map scrolls the page; with Control, or once near, it zooms.
      if (!event.ctrlKey && !isNear()) return
      if (!isNear() && event.deltaY > 0) return
      event.preventDefault()
      zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), shareOf(event.clientX, event.clientY))
    },
    { passive: false },
  )
  pane.addEventListener('dblclick', (event) => {
    if ((event.target as Element).closest('a, button')) return
    zoom(STEP * STEP, shareOf(event.clientX, event.clientY))
  })
  pane.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('button, .fp-map-card')) return
    held.set(event.pointerId, event)
    travelled = 0
  })
  pane.addEventListener('pointermove', (event) => {
    const last = held.get(event.pointerId)
    if (!last) return
    const others = [...held.values()].filter(({ pointerId }) => pointerId !== event.pointerId)
    const { width, height } = pane.getBoundingClientRect()
    const [other] = others
    held.set(event.pointerId, event)
    if (other) {
      const before = Math.hypot(last.clientX - other.clientX, last.clientY - other.clientY)
      const now = Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY)
      const middle = shareOf((event.clientX + other.clientX) / 2, (event.clientY + other.clientY) / 2)
      if (before > 0) zoom(now / before, middle)
      travelled += 10
      return
    }
    if (!isNear()) return
    travelled += Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY)
    if (travelled < 4) return
    pane.classList.add('fp-is-held')
    pan(-(event.clientX - last.clientX) / width, -(event.clientY - last.clientY) / height)
  })
  const release = (event: PointerEvent) => {
    held.delete(event.pointerId)
    pane.classList.remove('fp-is-held')
  }
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
    pane.addEventListener(end, release)
  // A drag that ends on a service is no press on it.
  pane.addEventListener(
    'click',
    (event) => {
      if (travelled < 6) return
      event.preventDefault()
      event.stopPropagation()
      travelled = 0
    },
    true,
  )
  pane.addEventListener('dragstart', (event) => event.preventDefault())
}
