/**
 * The demonstration nation: fictional organisations, people and answers, the same for the same seed. Its
 * closed edition yields every number that the published census printed; its open one is in mid-flight.
 */
import { existsOn, NATIONS, type Nation, type Organisation } from '#core/catalogue/organisations.ts'
import type { Answers } from '#core/census/questionnaire.ts'
import { ioCensus1 } from '#core/census/questionnaires/io-census-1.ts'
import { ioCensus2 } from '#core/census/questionnaires/io-census-2.ts'
import { closedAnswers } from './closed-answers.ts'
import { type Contact, contactsOf } from './contacts.ts'
import { placeNames, wordsOf } from './names.ts'
import { openAnswers } from './open-answers.ts'
import { type Area, catchments, nearest, placesIn, populationAreas } from './places.ts'
import { CLASSES } from './published-totals.ts'
import { type Chance, chance } from './random.ts'

export const CLOSED_EDITION = {
  id: 'demonstration-2017',
  title: 'Census 2017 (fictional demonstration)',
  censusOn: '2017-03-01',
  questionnaire: { id: ioCensus1.id, version: ioCensus1.version },
} as const

export const OPEN_EDITION = {
  id: 'demonstration-2026',
  title: 'Census 2026 (fictional demonstration)',
  questionnaire: { id: ioCensus2.id, version: ioCensus2.version },
} as const

export interface DemonstrationNation {
  /** Closed and merged ones too. */
  readonly organisations: readonly Organisation[]
  readonly contacts: readonly Contact[]
  /** Both waves together, of all that were asked: the open edition's are those that it will have. */
  readonly closed: ReadonlyMap<string, Answers>
  readonly open: ReadonlyMap<string, Answers>
  /** The chance that goes on to decide when each answer arrives. */
  readonly chance: Chance
}

/** Makes the nation. `real` are the real organisations, whose names and sites it keeps clear of. */
export function demonstrationNation(
  seed: number,
  real: readonly Pick<Organisation, 'name' | 'mainSite' | 'latitude' | 'longitude' | 'nation' | 'region'>[],
  areas: readonly Area[] = populationAreas(),
): DemonstrationNation {
  const luck = chance(seed)
  const founded = foundedOrganisations(luck, real, areas)
  const people = catchments(founded, areas)
  const closed = closedAnswers({ chance: luck, questionnaire: ioCensus1, organisations: founded, people })
  const { organisations, carriesOn } = withMergers(luck, founded, closed, real)
  const today = organisations.filter((organisation) => existsOn(organisation, '2026-01-01'))
  const before = (code: string): readonly Answers[] =>
    (carriesOn.get(code) ?? [code]).flatMap((each): readonly Answers[] => {
      const answers = closed.get(each)
      return answers === undefined ? [] : [answers]
    })
  const earlier = new Map(today.map(({ code }) => [code, before(code)]))
  const open = openAnswers({ chance: luck, questionnaire: ioCensus2, organisations: today, people }, earlier)
  return { organisations, contacts: contactsOf(luck, organisations), closed, open, chance: luck }
}

const SOURCE = 'Fictional: made for the demonstration, from a seed'

type Real = Parameters<typeof demonstrationNation>[1]

function foundedOrganisations(luck: Chance, real: Real, areas: readonly Area[]): readonly Organisation[] {
  const avoid = wordsOf(real.flatMap(({ name, mainSite }) => [name, mainSite]))
  let number = 0
  return NATIONS.flatMap((nation) => {
    const count = Object.values(CLASSES[nation]).reduce((sum, each) => sum + each, 0)
    const names = placeNames(luck, nation, count, avoid)
    return placesIn(luck, nation, count, areas, real).map((point, at): Organisation => {
      number += 1
      const { name, place } = names[at] ?? { name: '', place: '' }
      return { ...point, ...identity(number, name, place, nation), region: regionOf(point, nation, real) }
    })
  })
}

function identity(number: number, name: string, place: string, nation: Nation) {
  return {
    code: `X${String(number).padStart(3, '0')}`,
    name,
    nation,
    mainSite: `${place} General Hospital`,
    openedOn: null,
    closedOn: null,
    successor: null,
    fictional: true,
    source: SOURCE,
  }
}

function regionOf(point: { latitude: number; longitude: number }, nation: Nation, real: Real): string {
  return nearest(
    point,
    real.filter((each) => each.nation === nation),
  ).region
}

interface Merged {
  readonly organisations: readonly Organisation[]
  /** For an organisation of today that carries on others: all that it carries on, itself included if it existed. */
  readonly carriesOn: ReadonlyMap<string, readonly string[]>
}

/** Between the editions: two organisations join a neighbour, two form a new one, one closes, one opens. */
function withMergers(
  luck: Chance,
  founded: readonly Organisation[],
  closed: ReadonlyMap<string, Answers>,
  real: Real,
): Merged {
  const english = founded.filter(({ nation }) => nation === 'England')
  const used = new Set<string>()
  const take = (among: readonly Organisation[]) => {
    const taken = luck.pick(among.filter(({ code }) => !used.has(code)))
    used.add(taken.code)
    return taken
  }
  const beside = (of: Organisation) => {
    const other = nearest(
      of,
      english.filter(({ code }) => !used.has(code)),
    )
    used.add(other.code)
    return other
  }
  const offering = english.filter(({ code }) => closed.get(code)?.ioOffered === 'yes')
  const [first, second, third] = [take(offering), take(offering), take(offering)]
  const [intoFirst, intoSecond, withThird] = [beside(first), beside(second), beside(third)]
  const ended = take(english.filter(({ code }) => closed.get(code)?.plannedWithin12Months === 'no'))
  const formed = addition(
    founded,
    third,
    'Silverhollow University Hospitals Trust',
    'Silverhollow',
    '2021-04-01',
  )
  const near = luck.pick(english.filter(({ region }) => region === 'East of England'))
  const opened = addition(
    [...founded, formed],
    { ...near, latitude: near.latitude + 0.06 },
    'Fernquay Hospitals Trust',
    'Fernquay',
    '2020-04-01',
  )
  const ends = new Map<string, Pick<Organisation, 'closedOn' | 'successor'>>([
    [first.code, { closedOn: '2018-10-01', successor: intoFirst.code }],
    [second.code, { closedOn: '2019-04-01', successor: intoSecond.code }],
    [third.code, { closedOn: '2021-04-01', successor: formed.code }],
    [withThird.code, { closedOn: '2021-04-01', successor: formed.code }],
    [ended.code, { closedOn: '2022-07-01', successor: null }],
  ])
  return {
    organisations: [
      ...founded.map((organisation) => ({ ...organisation, ...ends.get(organisation.code) })),
      formed,
      { ...opened, region: regionOf(opened, 'England', real) },
    ],
    carriesOn: new Map([
      [intoFirst.code, [intoFirst.code, first.code]],
      [intoSecond.code, [intoSecond.code, second.code]],
      [formed.code, [third.code, withThird.code]],
    ]),
  }
}

function addition(
  before: readonly Organisation[],
  at: Organisation,
  name: string,
  place: string,
  openedOn: string,
): Organisation {
  const { latitude, longitude, region, nation } = at
  return { latitude, longitude, region, ...identity(before.length + 1, name, place, nation), openedOn }
}
