/** Liver function of a work-up, read-only. */

import { hasLiverInputs, type LiverInputs, liverFunction } from '#core/clinical/liver-function.ts'
import { Drawn } from './drawn.tsx'
import { liverSheet } from './liver-view.ts'

/** Child-Pugh, ALBI, MELD and MELD-Na, each or what is missing for it; nothing where no test was recorded. */
export function LiverFunction({ workUp }: { readonly workUp: LiverInputs }) {
  if (!hasLiverInputs(workUp)) return null
  return (
    <div className="fp-liver-function">
      <h4 className="nhsuk-heading-xs">Liver function</h4>
      <Drawn pieces={[liverSheet(liverFunction(workUp))]} />
    </div>
  )
}
