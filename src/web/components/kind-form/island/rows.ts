/** Rows of a list, added and removed where they stand; what was typed in the others stays. */

/** Makes a form's buttons for rows work in place. `changed` is called after each. */
export function rowsInPlace(part: HTMLElement, changed: () => void): void {
  part.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="_do"]')
    const list = button?.closest<HTMLElement>('[data-list]')
    if (!button || !list || button.value === '') return
    event.preventDefault()
    if (button.value.startsWith('add ')) add(list)
    else remove(list, button.closest<HTMLElement>('.fp-row'))
    changed()
  })
}

const rowsOf = (list: HTMLElement) => [
  ...list.querySelectorAll<HTMLElement>(':scope > .fp-list__rows > .fp-row'),
]

function add(list: HTMLElement): void {
  const template = list.querySelector<HTMLTemplateElement>(':scope > template')
  const rows = rowsOf(list)
  if (!template || rows.length >= Number(list.dataset.most)) return
  const path = list.dataset.list ?? ''
  const next = Math.max(-1, ...rows.map(({ id }) => Number(id.slice(path.length + 1)))) + 1
  const row = template.content.cloneNode(true) as DocumentFragment
  for (const element of row.querySelectorAll('*'))
    for (const attribute of [...element.attributes])
      if (attribute.value.includes('.next-row'))
        attribute.value = attribute.value.replaceAll('.next-row', `.${next}`)
  list.querySelector('.fp-list__rows')?.append(row)
  number(list)
  rowsOf(list).at(-1)?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
}

function remove(list: HTMLElement, row: HTMLElement | null): void {
  if (!row || rowsOf(list).length < 2) return
  const next = row.nextElementSibling ?? row.previousElementSibling
  row.remove()
  number(list)
  if (next instanceof HTMLElement) next.focus()
  list.closest('form')?.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Counts the rows anew, and lets the only one stay. */
function number(list: HTMLElement): void {
  const rows = rowsOf(list)
  for (const [place, row] of rows.entries()) {
    for (const shown of row.querySelectorAll('[data-place]')) shown.textContent = String(place + 1)
    const button = row.querySelector<HTMLElement>(':scope > .fp-row__remove')
    if (button) button.hidden = rows.length === 1
  }
  const adding = list.querySelector<HTMLElement>(':scope > button[value^="add "]')
  if (adding) adding.hidden = rows.length >= Number(list.dataset.most)
}
