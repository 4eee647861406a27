/** Which fields are asked now: what depends on a choice is shown with it, and not sent without it. */

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement

/** Shows and hides a form's conditional fields, from the outermost inwards. */
export function askedNow(form: HTMLFormElement): void {
  const techniques = techniquesChosen(form)
  for (const part of form.querySelectorAll<HTMLElement>('.fp-asked')) {
    const { when, is, techniques: own } = part.dataset
    const isOwn = !own || own.split(' ').some((each) => techniques.includes(each))
    const isOpen = isOwn && (when === undefined || is?.split(' ').some((value) => isGiven(form, when, value)))
    part.hidden = !isOpen
    part.classList.toggle('fp-asked--closed', !isOpen)
    const isWithinClosed = part.parentElement?.closest('.fp-asked[hidden]') !== null
    for (const input of inputsOf(part)) input.disabled = !isOpen || isWithinClosed
  }
}

/** Those of a part itself: a conditional field within it looks after its own. */
function inputsOf(part: HTMLElement): readonly Input[] {
  return [...part.querySelectorAll<Input>('input, select, textarea, button')].filter(
    (input) => input.closest('.fp-asked') === part,
  )
}

function isGiven(form: HTMLFormElement, name: string, value: string): boolean {
  return new FormData(form).getAll(name).includes(value)
}

/** Of the procedure that the form asks; else those that the page said. */
function techniquesChosen(form: HTMLFormElement): readonly string[] {
  const procedure = form.querySelector<HTMLSelectElement>('select[name="procedure"]')
  const asked = form.querySelector<HTMLInputElement>('input[name="_asked"]')
  if (!procedure || !asked)
    return form.querySelector<HTMLElement>('[data-kind-form]')?.dataset.techniques?.split(' ') ?? []
  const chosen = procedure.selectedOptions[0]?.dataset.techniques ?? ''
  asked.value = chosen
  return chosen.split(' ')
}
