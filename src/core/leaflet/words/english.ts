/** The words that stand around every leaflet, in English. `{day}` and the like are filled in. */

import type { Pictogram } from '../pictograms.ts'
import type { LocalPartId, SectionId } from '../sections.ts'

const headings: Readonly<Record<SectionId, string>> = {
  'when-to-call': 'When to call for help',
  what: 'What it is',
  why: 'Why it is offered',
  'who-may-not': 'Who may not be able to have it',
  before: 'Before you come in',
  day: 'On the day',
  after: 'Afterwards',
  benefits: 'How it may help',
  risks: 'What may go wrong',
  alternatives: 'Other choices',
  radiation: 'X-rays and radiation',
  questions: 'Questions you may want to ask',
}

/** What a service fills in for itself. */
const local: Readonly<Record<LocalPartId, string>> = {
  telephone: 'Telephone',
  outOfHours: 'At night and at weekends',
  ward: 'Ward',
  stay: 'How long you stay',
  whereToCome: 'Where to come',
}

const calls = {
  now: 'Call 999 now if',
  today: 'Ring your team the same day if',
  byDay: 'By day',
  inEmergency: 'In an emergency',
  whom: 'Whom to ring',
}

const frequency = {
  veryCommon: 'Very common',
  common: 'Common',
  uncommon: 'Uncommon',
  rare: 'Rare',
  veryRare: 'Very rare',
  fewer: 'fewer than {to} in every {per} people',
  more: 'more than {from} in every {per} people',
  about: 'about {from} in every {per} people',
  between: 'between {from} and {to} in every {per} people',
  notKnown: 'How often is not known to us. Ask your team what happens in their hospital.',
  mayHappen: 'These may happen',
  mayHappenToo: 'These may happen too',
}

/** Of the picture of 100 people. */
const people = {
  explained:
    'Each picture shows 100 people. It happens to those who are filled in dark. It may happen to those in a pale tint as well. It does not happen to the others.',
  happens: 'it happens to {count}',
  mayToo: 'it may to {count} more',
  may: 'fewer than one of them',
  not: 'not to the others',
  inWords: 'Picture of 100 people. {name}: {said}. {happens} are marked, {not} are not.',
  inWordsFewer: 'Picture of 100 people. {name}: {said}. At most one of the 100 is marked, {not} are not.',
  inWordsMore: 'Picture of 100 people. {name}: {said}. {happens} are marked; it may be more.',
  inWordsBetween:
    'Picture of 100 people. {name}: {said}. {happens} are marked, up to {may} more are marked as possible, {not} are not.',
}

const page = {
  version: 'Version {version}, {day}',
  signedOff: 'Signed off by {name}, {role}, on {day}.',
  notSigned: 'Not yet signed off by a clinician.',
  untilSigned: 'Use it to get ready to talk with your team, and trust what they tell you first.',
  byMachine: 'A machine translated this and nobody has checked it.',
  untilChecked: 'It is not approved. Read the English leaflet, or ask for an interpreter.',
  easyRead: 'Easy read',
  easyNotChecked: 'A doctor or nurse has not checked this yet.',
  easyAsk: 'Ask your team about it.',
  hospital: 'Your hospital',
  restsOn: 'What this leaflet rests on',
  about: 'About this leaflet',
  written: 'Version {version} of {day}, in {language}. Written by {authors}. To be reviewed by {due}.',
  translated: 'Translated from version {version}.',
  noSubstitute: 'It does not take the place of a talk with your team.',
  sourced:
    '{sourced} of its {all} statements have a source, shown as a small number. The other {unchecked} are marked with a small ring (°): a clinician has still to check them.',
  marks:
    'A small number behind a statement names its source. A small ring (°) marks what a clinician has still to check.',
  source: 'Source {number}',
  waits: 'Waits for a clinician’s check',
  waiting: 'Statements that wait for a clinician’s check',
  current: 'Current version',
  currentAt: 'The current version: {address}',
  code: 'Code that leads to the current version of this leaflet',
  pageOf: 'Page {page} of {pages}',
}

/** What each picture of easy read shows, for those who hear the paper read out. */
const pictures: Readonly<Record<Pictogram, string>> = {
  hospital: 'A hospital',
  home: 'A house',
  doctor: 'A doctor',
  team: 'People side by side',
  scan: 'A scanner',
  needle: 'A needle',
  tube: 'A thin tube',
  line: 'A thin line into a vein',
  stent: 'A small mesh tube',
  beads: 'Tiny beads',
  heat: 'A flame',
  radiation: 'Rays from a point',
  liver: 'A liver',
  kidney: 'A kidney',
  lung: 'Lungs',
  bone: 'A bone',
  belly: 'A body with a belly',
  blood: 'A drop of blood',
  medicine: 'A medicine',
  'no-food': 'A plate with a fork, crossed out',
  drink: 'A glass',
  bag: 'A packed bag',
  wash: 'A hand under water',
  'keep-dry': 'A drop of water crossed out',
  sleep: 'Somebody asleep',
  pain: 'A face in pain',
  fever: 'A thermometer',
  better: 'A smiling face',
  call: 'A telephone',
  emergency: 'An ambulance',
  question: 'A question mark',
  choice: 'A tick and a cross',
  calendar: 'A calendar',
  food: 'A bowl of hot food',
  distance: 'Two people apart',
}

export const ENGLISH = { headings, local, calls, frequency, people, page, pictures }
export type LeafletWords = typeof ENGLISH
