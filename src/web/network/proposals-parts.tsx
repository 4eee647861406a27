/** What the pages of proposals and what-if share: the choice of a procedure, and what their minutes rest on. */

import { Select } from 'nhsuk-react-components'
import { inPaperTable } from '#core/catalogue/procedures.ts'
import { travelWords } from '#core/network/proposal/answer.ts'
import type { Situation } from '#core/network/proposal/situation.ts'
import { dateWords } from '../components/dates.ts'

export function ProcedureOptions() {
  return (
    <>
      <optgroup label="Disease-modifying procedures">
        {inPaperTable('disease-modifying').map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </optgroup>
      <optgroup label="Supportive procedures">
        {inPaperTable('supportive').map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </optgroup>
    </>
  )
}

/** On what day, by which census, by which minutes: below every answer that is not kept. */
export function TravelBasisNote({ situation: { network, times, areas } }: { readonly situation: Situation }) {
  return (
    <div className="fp-quiet">
      <p>
        Travel times: {travelWords[times.basis].toLowerCase()}. Everybody is taken to go to the nearest
        service by car, and each of {areas.length.toLocaleString('en-GB')} small areas to stand at its middle.
        Who offers what is as{' '}
        {network.edition ? `${network.edition.title} says` : 'the services’ records say'} on{' '}
        {dateWords(network.day)}.
      </p>
      <p className="fp-digest">Travel times {times.key}</p>
    </div>
  )
}
