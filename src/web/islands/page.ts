/** On every page: wakes the NHS design system's own behaviour (error summary, character count, reveals). */

import { initAll } from 'nhsuk-frontend'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()
