/** Somebody else wrote the same meanwhile: what they wrote, before the writer's own takes its place. */

import { procedureName } from '#core/catalogue/procedures.ts'
import type { Item } from '#store/meeting/meeting.ts'
import { type ItemTyped, typedOf } from './item-typed.ts'
import { recommendations } from './view.ts'

interface OvertakenProps {
  /** Who wrote; null where that is not known. */
  readonly by: string | null
  /** The fields that both changed. */
  readonly contested: readonly (keyof ItemTyped)[]
  /** As it stands now. */
  readonly item: Item
  readonly names: ReadonlyMap<string, string>
}

export function Overtaken({ by, contested, item, names }: OvertakenProps) {
  const stands = typedOf(item)
  return (
    <div className="fp-remark fp-remark--overtaken" role="alert">
      <p>
        <strong>{by ?? 'Somebody else'} changed the same while you wrote.</strong> What you wrote is still
        here, with what they wrote elsewhere. Send it again to put yours in the place of:
      </p>
      <dl>
        {contested.map((name) => (
          <div key={name}>
            <dt>{itemLabels[name]}</dt>
            <dd>{shownWords(name, stands[name], names) || 'Nothing: they took it out'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const itemLabels: Readonly<Record<keyof ItemTyped, string>> = {
  question: 'Question',
  images: 'Where the images are',
  recommendation: 'Recommendation',
  procedure: 'Procedure',
  atPlace: 'Where it will be done',
  actsNext: 'Who acts next',
  notes: 'What was said',
}

function shownWords(name: keyof ItemTyped, value: string, names: ReadonlyMap<string, string>): string {
  if (name === 'recommendation') return recommendations.get(value) ?? value
  if (name === 'procedure') return value ? procedureName(value) : ''
  return name === 'atPlace' ? (names.get(value) ?? value) : value
}
