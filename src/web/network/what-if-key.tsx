/** The key below a map on which something changes: only what is on the map. */

import type { SiteRole } from '#core/network/proposal/answer.ts'
import { INK } from '../components/national-map/marks.ts'
import { MarkIcon } from '../components/national-map/symbols.tsx'
import { symbolOf, type Tint, tints } from './what-if-marks.ts'

interface KeyProps {
  readonly roles: readonly SiteRole[]
  readonly tinted: readonly Tint[]
}

const roleOrder: readonly SiteRole[] = [
  'offers',
  'new',
  'left-out',
  'by-pathway',
  'by-new-pathway',
  'gap',
  'other',
]

export function ChangeKey({ roles, tinted }: KeyProps) {
  const counts = new Map(roleOrder.map((role) => [role, roles.filter((each) => each === role).length]))
  const shown = (Object.keys(tints) as Tint[]).filter((tint) => tint !== 'same' && tinted.includes(tint))
  return (
    <div className="fp-change-key" data-live="key">
      <h2 className="nhsuk-heading-xs">Key, and how many</h2>
      <ul>
        {roleOrder
          .filter((role) => (counts.get(role) ?? 0) > 0)
          .map((role) => (
            <li key={role}>
              <MarkIcon mark={symbolOf(role)} size={20} />
              <span>{symbolOf(role).words}</span>
              <strong className="fp-number">{counts.get(role)}</strong>
            </li>
          ))}
      </ul>
      {shown.length > 0 ? (
        <>
          <h2 className="nhsuk-heading-xs">The way of those who live nearest to a service</h2>
          <ul>
            {shown.map((tint) => (
              <li key={tint}>
                <TintIcon tint={tint} />
                <span>{tints[tint].words}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function TintIcon({ tint }: { readonly tint: Tint }) {
  return (
    <svg className="fp-mark" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="18" height="18" fill={tints[tint].tint} stroke={INK.line} />
    </svg>
  )
}
