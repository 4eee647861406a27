/** A closer look at one nation or region: all of its services and their land, with the insets that it needs. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { organisations } from '#test/map/nation.ts'
import { focusRound } from '#web/components/national-map/focus-round.ts'
import { groundCloser } from '#web/components/national-map/ground.ts'
import { CLASS_MARKS } from '#web/components/national-map/marks.ts'
import { NationalMap } from '#web/components/national-map/national-map.tsx'
import { contains, PICTURE, project } from '#web/components/national-map/plane.ts'

const regions = [...new Set(organisations.map(({ nation, region }) => `${nation}|${region}`))]
const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland']

function lookAt(nation: string, region: string | null) {
  const places = organisations.map((each) => ({
    ...each,
    own: each.nation === nation && (region === null || each.region === region),
  }))
  const focus = focusRound(places)
  assert.ok(focus?.insets, `${nation} ${region}`)
  return { places, own: places.filter(({ own }) => own), focus, insets: focus.insets }
}

describe('a closer look at a nation or region', () => {
  it('shows each of its services, with the symbol whole', () => {
    for (const [nation = '', region = null] of [
      ...nations.map((each) => [each]),
      ...regions.map((each) => each.split('|')),
    ]) {
      const { places, own, focus, insets } = lookAt(nation, region)
      const { stands } = groundCloser(places, own, { insets, zoom: focus.zoom })
      for (const { code } of own) {
        const stand = stands.get(code)
        assert.ok(stand)
        assert.ok(contains(focus.viewBox, stand.place, -5 / focus.zoom), `${code} in ${region ?? nation}`)
      }
      const { x, y, width, height } = focus.viewBox
      assert.ok(x >= 0 && y >= 0, nation)
      assert.ok(x + width < PICTURE.width + 1e-6 && y + height < PICTURE.height + 1e-6, nation)
    }
  })

  it('draws an inset where the place is shown in it, and nowhere else', () => {
    const drawn = (nation: string, region: string | null = null) =>
      lookAt(nation, region).insets.map(({ id }) => id)
    assert.deepEqual(drawn('Scotland'), ['shetland'])
    assert.deepEqual(drawn('England'), ['london'])
    for (const nation of ['Wales', 'Northern Ireland']) assert.deepEqual(drawn(nation), [])
    for (const region of regions.filter((each) => each.startsWith('England|')))
      assert.deepEqual(drawn('England', region.split('|')[1]), [], region)
  })

  it('has the islands of Scotland in it, Shetland where its inset shows it', () => {
    const { focus, insets } = lookAt('Scotland', null)
    for (const [name, longitude, latitude] of [
      ['North Ronaldsay, Orkney', -2.44, 59.37],
      ['Butt of Lewis', -6.26, 58.51],
      ['Barra', -7.49, 56.98],
      ['Mull of Galloway', -4.86, 54.64],
    ] as const)
      assert.ok(contains(focus.viewBox, project(longitude, latitude)), name)
    const { x, y, width, height } = insets[0]?.target ?? { x: 0, y: 0, width: 0, height: 0 }
    assert.ok(contains(focus.viewBox, [x, y - 20]) && contains(focus.viewBox, [x + width, y + height]))
  })

  it('is drawn without the frames of other insets', () => {
    const drawnFor = (nation: string, region: string | null) => {
      const { places, focus } = lookAt(nation, region)
      return renderToStaticMarkup(
        createElement(NationalMap, {
          title: 'A closer look',
          description: 'Its services.',
          services: places.map(({ own, ...each }) => ({ ...each, mark: 'both', words: '', quiet: !own })),
          marks: CLASS_MARKS,
          focus,
        }),
      )
    }
    assert.match(drawnFor('Scotland', null), />Shetland</)
    assert.doesNotMatch(drawnFor('Scotland', null), />London</)
    assert.doesNotMatch(drawnFor('England', 'North East and Yorkshire'), />London<|fp-map__enlarged/)
  })

  it('is the whole picture where all services are meant, or none', () => {
    assert.equal(focusRound(organisations.map((each) => ({ ...each, own: true }))), null)
    assert.equal(focusRound(organisations.map((each) => ({ ...each, own: false }))), null)
  })
})
