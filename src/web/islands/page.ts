/** On every page: wakes the NHS design system's own behaviour (error summary, character count, reveals). */

import { initAll } from 'nhsuk-frontend'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()

// What a form of a case held in this tab is forgotten once it is recorded (see record-form.ts).
const recorded = new URLSearchParams(location.search).get('recorded')
if (recorded)
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('fp-form:') && key.endsWith(recorded)) sessionStorage.removeItem(key)
