/** What an endpoint is called: by its own name where it is one of the registry's, else by its parts. */

import { canonical } from '../../record/digest.ts'
import { inSentence } from '../../sentence.ts'
import { levelOf } from '../endpoint/columns.ts'
import type { Endpoint } from '../endpoint.ts'
import { EVENT_WORDS, endpoints, START_WORDS } from '../endpoints.ts'
import { labelOf } from './labels.ts'

function endpointTitle(endpoint: Endpoint): string {
  const wanted = canonical({ ...endpoint, landmark: undefined })
  const named = endpoints.find((each) => canonical(each.endpoint) === wanted)
  if (named) return named.title
  if (endpoint.measure === 'proportion') {
    const label = labelOf(levelOf(endpoint.unit), endpoint.column)
    return endpoint.counted === 'yes' ? label : `Not: ${inSentence(label)}`
  }
  const events = endpoint.events.map((event) => EVENT_WORDS[event].replace(/ \(.*\)/, ''))
  return `Time from ${START_WORDS[endpoint.start]} to ${events.join(' or ')}`
}

/** The same, without its unit: "Overall survival". */
export function shortTitle(endpoint: Endpoint): string {
  return endpointTitle(endpoint).replace(/ per (patient|treatment|session|tumour)$/, '')
}
