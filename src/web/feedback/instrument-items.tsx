/** The items of an instrument that others own, in the words that the service holds under its licence. Each may be left out. */

import { Radios, TextInput } from 'nhsuk-react-components'
import { type AskedInstrument, itemField } from '#core/feedback/answers.ts'

/** Two for our own questions, and a quarter of one for each item. */
export const minutesFor = (instruments: readonly AskedInstrument[]): number =>
  2 + Math.ceil(instruments.reduce((sum, { items }) => sum + items.length, 0) / 4)

interface ItemsProps {
  readonly asked: AskedInstrument
  readonly fields: Readonly<Record<string, string>>
}

export function InstrumentItems({ asked, fields }: ItemsProps) {
  const { instrument, items, licence } = asked
  return (
    <section aria-labelledby={instrument.id}>
      <h2 className="nhsuk-heading-m" id={instrument.id}>
        {instrument.title} (optional)
      </h2>
      {items.map((each) => {
        const name = itemField(asked, each)
        const { text, from, to, words } = each
        return words === null ? (
          <TextInput
            key={name}
            id={name}
            name={name}
            label={text}
            hint={`A number from ${from} to ${to}`}
            inputMode="numeric"
            width={3}
            defaultValue={fields[name] ?? ''}
          />
        ) : (
          <Radios key={name} id={name} name={name} legend={text} legendProps={{ size: 's' }} small>
            {words.map((label, at) => (
              <Radios.Item
                key={label}
                value={String(from + at)}
                defaultChecked={fields[name] === String(from + at)}
              >
                {label}
              </Radios.Item>
            ))}
          </Radios>
        )
      })}
      <p className="fp-quiet">
        {instrument.title} belongs to {instrument.owner}; asked under licence {licence}.
      </p>
    </section>
  )
}
