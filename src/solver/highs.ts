/** HiGHS, which takes over what the bounds leave of a problem. */

import highsLoader, { type Highs } from 'highs'
import type { Exact } from '#core/network/siting/problem.ts'
import { columnsOf, programOf } from './model.ts'

/** Its types say CommonJS, where the loader would be a field; what is imported here is its module, and the loader itself. */
const load = highsLoader as unknown as typeof highsLoader.default

/** Loads the WebAssembly; about a tenth of a second. */
export async function loadExact(): Promise<Exact> {
  return exactBy(await load())
}

function exactBy(highs: Highs): Exact {
  const { callbackType, modelStatus } = highs.constants
  return (facility, open, watch) => {
    const program = programOf(facility, highs.infinity)
    const costs = (objective: number) => objective * program.scale + program.constant
    return highs.withModel(program.data, (native) => {
      native.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        time_limit: watch.secondsLeft(),
      })
      native.setSolution({ colValue: columnsOf(facility, program, open) })
      native.run({
        [callbackType.mipInterrupt]: (event) => {
          if (watch.stop()) event.interrupt()
        },
        [callbackType.mipLogging]: ({ data: { mip_dual_bound: bound, mip_primal_bound: best } }) => {
          if (bound !== undefined && best !== undefined) watch.report(costs(bound), costs(best))
        },
      })
      const { colValue } = native.getSolution()
      const chosen: number[] = []
      for (let j = 0; j < facility.candidates; j += 1) if ((colValue[j] ?? 0) > 0.5) chosen.push(j)
      return {
        open: chosen.length > 0 && chosen.length <= facility.p ? chosen : null,
        bound: costs(Number(native.info.get('mip_dual_bound'))),
        proven: native.getModelStatus() === modelStatus.optimal,
      }
    })
  }
}
