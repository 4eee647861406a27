/** A figure's sheet draws whatever directory there is: the picture's library ends the process on what it cannot. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { CURRENT_QUESTIONNAIRE } from '#core/census/questionnaires/all.ts'
import { tabulate } from '#core/census/tabulate.ts'
import { pngOf } from '#web/components/drawing/png.ts'
import type { ProvisionView } from '#web/components/provision-view.ts'
import { figureOf } from '#web/figures/make.ts'
import { figureSheet } from '#web/figures/sheet.tsx'

type Place = readonly [longitude: number, latitude: number]

/** An edition that nobody has answered, of organisations at these places. */
function viewOf(places: readonly Place[]): ProvisionView {
  const members = places.map(([longitude, latitude], index) => ({
    ...{ code: `T${index}0`, name: `Organisation ${index}`, nation: 'Scotland', region: 'North of Scotland' },
    ...{ longitude, latitude, mainSite: 'A hospital', openedOn: null, closedOn: null, successor: null },
    ...{ fictional: true, answers: null, answeredAt: null, correctedLateAt: null },
  }))
  const tabulation = tabulate(CURRENT_QUESTIONNAIRE, members, new Map())
  const nothing = {
    edition: null,
    lateCorrections: 0,
    withCorrections: false,
    entries: 0,
    cacheKey: 'a test',
  }
  return { ...nothing, members, tabulation, questionnaire: CURRENT_QUESTIONNAIRE, provisions: new Map() }
}

const directories: Readonly<Record<string, readonly Place[]>> = {
  'one service': [[-3.2, 55.9]],
  'two at one spot': [
    [-0.17, 51.49],
    [-0.17, 51.49],
  ],
  'several in Shetland, and one in Orkney': [
    [-1.3, 60.1],
    [-1.2, 60.3],
    [-1.0, 60.7],
    [-3, 59],
  ],
  'only islands': [
    [-6.4, 58.2],
    [-1.3, 50.7],
    [-6.3, 49.92],
    [-5.2, 55.6],
  ],
  'a crowd in London': Array.from(
    { length: 60 },
    (_, index): Place => [-0.1 + (index % 8) * 0.01, 51.5 + index * 0.001],
  ),
}

describe('a sheet', () => {
  for (const [name, places] of Object.entries(directories)) {
    it(`is drawn for ${name}`, async () => {
      const view = viewOf(places)
      for (const id of ['figure-1', 'figure-5'] as const) {
        const png = await pngOf(await figureSheet(figureOf(view, id), view, new Date(0)))
        assert.ok(png.byteLength > 10_000)
      }
    })
  }

  it('draws charts of an edition without an answer', async () => {
    const view = viewOf([[-3.2, 55.9]])
    for (const id of ['figure-2', 'table-1', 'table-2'] as const) {
      const svg = await figureSheet(figureOf(view, id), view, new Date(0))
      assert.doesNotMatch(svg, /NaN|Infinity|undefined/, id)
      assert.ok((await pngOf(svg)).byteLength > 1000)
    }
  })
})
