/** Names of places that do not exist, and of people who do not. */
import type { Nation } from '#core/catalogue/organisations.ts'
import type { Chance } from './random.ts'

const ENGLISH_STARTS = [
  'Aldermoss',
  'Amber',
  'Barrow',
  'Bellow',
  'Birken',
  'Bracken',
  'Candle',
  'Cloud',
  'Copper',
  'Crane',
  'Dapple',
  'Drift',
  'Elder',
  'Ember',
  'Fallow',
  'Fen',
  'Gilder',
  'Gorse',
  'Harrow',
  'Hazel',
  'Hollin',
  'Juniper',
  'Kestrel',
  'Lantern',
  'Larks',
  'Linnet',
  'Mallow',
  'Meadow',
  'Nettle',
  'Oaken',
  'Otter',
  'Pebble',
  'Quill',
  'Raven',
  'Rowan',
  'Saffron',
  'Sorrel',
  'Starling',
  'Tansy',
  'Thistle',
  'Umber',
  'Vesper',
  'Willow',
  'Wren',
  'Yarrow',
]
const ENGLISH_ENDS = [
  'mere',
  'hythe',
  'combe',
  'wold',
  'stoke',
  'garth',
  'haven',
  'brook',
  'marsh',
  'gate',
  'fold',
]
const SCOTTISH = [
  'Strathquill',
  'Glenamber',
  'Inverlarrick',
  'Dunsorrel',
  'Kilbrannick',
  'Auchterwren',
  'Balmerrow',
  'Lochtansy',
  'Strathember',
  'Glenotterie',
  'Inverhazel',
  'Dunlinnet',
  'Abervesper',
  'Kirkumber',
  'Pitlarrow',
  'Craigmallow',
]
const WELSH = [
  'Llanfeddwen',
  'Aberwyllan',
  'Pontllwyfan',
  'Cwmdulas Fawr',
  'Brynhelygwern',
  'Nantcelynog',
  'Trefonnenwy',
  'Rhydeosfan',
  'Penllyswen',
]
const IRISH = [
  'Ballysorrel',
  'Drumavesper',
  'Killywinter',
  'Lisquarrow',
  'Carnember',
  'Tullylinnet',
  'Derrywren',
]

const TITLES: Readonly<Record<Nation, readonly string[]>> = {
  England: [
    'Hospitals Trust',
    'Hospitals Trust',
    'Hospitals Trust',
    'University Hospitals Trust',
    'General Hospital Trust',
  ],
  Scotland: ['Health Board'],
  Wales: ['University Health Board'],
  'Northern Ireland': ['Health and Social Care Trust'],
}

/** Names for so many organisations of a nation, none twice, none that holds a word of `avoid`. */
export function placeNames(
  chance: Chance,
  nation: Nation,
  count: number,
  avoid: ReadonlySet<string>,
): readonly { place: string; name: string }[] {
  const places = shuffled(chance, stems(nation)).filter((place) => !avoid.has(place.toLowerCase()))
  if (places.length < count) throw new Error(`only ${places.length} names of places are left in ${nation}`)
  return places.slice(0, count).map((place) => ({ place, name: `${place} ${chance.pick(TITLES[nation])}` }))
}

function stems(nation: Nation): readonly string[] {
  if (nation === 'Scotland') return SCOTTISH
  if (nation === 'Wales') return WELSH
  if (nation === 'Northern Ireland') return IRISH
  return ENGLISH_STARTS.flatMap((start) => ENGLISH_ENDS.map((end) => start + end))
}

/** Every word of these texts in lower case: what an invented place may not be called. */
export function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)))
}

const GIVEN = [
  'Amara',
  'Anil',
  'Bethan',
  'Callum',
  'Dara',
  'Deepa',
  'Eilidh',
  'Elif',
  'Farah',
  'Gareth',
  'Hana',
  'Idris',
  'Isla',
  'Jonas',
  'Kofi',
  'Leila',
  'Maeve',
  'Marek',
  'Nadia',
  'Niall',
  'Oluchi',
  'Priya',
  'Rhys',
  'Rosa',
  'Samir',
  'Siobhan',
  'Tomasz',
  'Uma',
  'Wanjiru',
  'Yusuf',
]
const FAMILY = [
  'Adeyemi',
  'Ahmed',
  'Barrowclough',
  'Brennan',
  'Chowdhury',
  'Dunmore',
  'Evansworth',
  'Farouk',
  'Galloway-Reed',
  'Hartnoll',
  'Iyer',
  'Jankowska',
  'Kaminski',
  'Lindqvist',
  'MacAllester',
  'Mensah',
  'Nair',
  "O'Callan",
  'Okafor',
  'Pennyfeather',
  'Quillon',
  'Rahman',
  'Sandhurst',
  'Tremayle',
  'Underhay',
  'Vasquez',
  'Whitlocke',
  'Yilmaz',
]

const FEMALE =
  words(`Amara Bethan Deepa Eilidh Elif Farah Hana Isla Leila Maeve Nadia Oluchi Priya Rosa Siobhan
  Uma Wanjiru Agnes Beryl Carys Doreen Edith Fatima Grace Hilda Irena Joan Kathleen Lorna Mei Nora Olwen Pauline
  Ruth Sheila Thelma Una Violet Winifred Yasmin`)
const MALE =
  words(`Anil Callum Dara Gareth Idris Jonas Kofi Marek Niall Rhys Samir Tomasz Yusuf Albert Bernard
  Cedric Desmond Emrys Frank Gordon Harold Ivan Jacek Kenneth Leonard Malcolm Norman Osman Patrick Quentin Ronald
  Stanley Terence Victor Walter Wei Alasdair Bilal Colm Dafydd`)
const PATIENT_FAMILY =
  words(`Abernethy Ashdown Bakare Bellweather Blythe Carrowmore Castellane Dalgleish Denholm
  Eastlake Fairweather Fothergill Gillespie Goldacre Haworth Hollis Ibrahim Inchbald Jessop Kowalczyk Kirkbride
  Langstaff Lomax Maddox Merriwether Nwosu Oakeshott Pargeter Penhallow Prendergast Ravenscroft Rostron Saltmarsh
  Siddiqui Strachan Tamworth Thackeray Trelawny Usher Venables Wadsworth Wetherby Wolstenholme Yarwood Zielinski`)

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}

/** A person who does not exist. */
export function personName(chance: Chance): string {
  return `${chance.pick(GIVEN)} ${chance.pick(FAMILY)}`
}

/** A given and a family name of a patient who does not exist, from more than staff have. */
export function patientName(
  chance: Chance,
  sex: 'female' | 'male',
): { readonly givenName: string; readonly familyName: string } {
  const given = sex === 'female' ? FEMALE : MALE
  return { givenName: chance.pick(given), familyName: chance.pick([...FAMILY, ...PATIENT_FAMILY]) }
}

/** The same items in another order. */
export function shuffled<Item>(chance: Chance, items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, rank: chance.next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
