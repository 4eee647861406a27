/**
 * Keeps what is typed into a form of a case: on the server at every pause, and where the server cannot be
 * reached or nobody is signed in any more, in this tab until the form is opened again.
 */

const pauseMs = 1200
const form = document.querySelector<HTMLFormElement>('form[data-keep]')
if (form) {
  // A page that answered a form is got anew when someone comes back to it, never sent again.
  history.replaceState(history.state, '', location.href)
  keepTyping(form)
}

function keepTyping(form: HTMLFormElement): void {
  const key = `fp-form:${form.dataset.keep}`
  const shown = form.querySelector<HTMLElement>('[data-kept]')
  // What is kept is kept in silence; only what went wrong is read out.
  const say = (words: string, isRead = true) => {
    if (!shown) return
    if (isRead) shown.setAttribute('role', 'status')
    else shown.removeAttribute('role')
    shown.textContent = words
  }
  let waiting = 0
  let isSending = false
  const opened = typed(form)
  offerBack(form, key)

  const keep = async () => {
    const pairs = typed(form)
    sessionStorage.setItem(key, pairs.toString())
    pairs.set('_do', 'keep')
    const answer = await fetch(form.action, {
      method: 'POST',
      body: pairs,
      redirect: 'manual',
      keepalive: true,
    }).catch(() => null)
    if (answer?.status === 204) {
      sessionStorage.removeItem(key)
      say(`Kept at ${timeOf(answer)}. Not recorded yet.`, false)
    } else if (answer?.type === 'opaqueredirect') {
      say('You are signed out. What you typed is kept in this tab: sign in again and come back to this form.')
    } else {
      say('This could not be kept on the server just now. It is kept in this tab.')
    }
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(keep, pauseMs)
  }
  form.addEventListener('input', soon)
  form.addEventListener('change', soon)
  form.addEventListener('submit', () => {
    isSending = true
    clearTimeout(waiting)
    sessionStorage.setItem(key, typed(form).toString())
  })
  addEventListener('pagehide', () => {
    clearTimeout(waiting)
    if (!isSending && typed(form).toString() !== opened.toString()) keep()
  })
}

/** By the server's clock, in the United Kingdom's time: a device's own may be wrong, or abroad. */
function timeOf(answer: Response): string {
  const at = new Date(answer.headers.get('date') ?? Date.now())
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' })
}

/** What the form would send, but for the button. */
function typed(form: HTMLFormElement): URLSearchParams {
  const pairs = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') pairs.append(name, value)
  pairs.delete('_do')
  return pairs
}

/** Where this tab holds more than the form shows, it can be put back: the server draws it, rows and all. */
function offerBack(form: HTMLFormElement, key: string): void {
  const held = sessionStorage.getItem(key)
  if (!held || document.querySelector('.nhsuk-error-summary, .fp-remark')) return
  const before = new URLSearchParams(held)
  if (fieldsOf(before) === fieldsOf(typed(form))) {
    sessionStorage.removeItem(key)
    return
  }
  const note = document.createElement('div')
  note.className = 'nhsuk-inset-text fp-record__note'
  note.setAttribute('role', 'status')
  const words = document.createElement('p')
  words.textContent = 'This tab holds what you typed here before it could be kept.'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nhsuk-button nhsuk-button--secondary nhsuk-button--small'
  button.textContent = 'Put it back'
  button.addEventListener('click', () => putBack(form.action, before))
  note.append(words, button)
  form.before(note)
}

function fieldsOf(pairs: URLSearchParams): string {
  return [...pairs].filter(([name, value]) => !name.startsWith('_') && value !== '').join('\n')
}

function putBack(action: string, pairs: URLSearchParams): void {
  const again = document.createElement('form')
  again.method = 'post'
  again.action = action
  again.hidden = true
  pairs.set('_do', 'show')
  for (const [name, value] of pairs) {
    const input = document.createElement('textarea')
    input.name = name
    input.value = value
    again.append(input)
  }
  document.body.append(again)
  again.submit()
}
