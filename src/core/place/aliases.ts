/** The names that people say for a district or a region beside the one in the statistics. */

import { plainWords } from './spelling.ts'

/** What no rule gives. Left the statistics' name in plain words, right what is said. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'na h eileanan siar': ['western isles', 'outer hebrides', 'lewis', 'harris', 'stornoway'],
  'isle of anglesey': ['ynys mon'],
  'derry city and strabane': ['londonderry'],
  'kingston upon hull': ['hull'],
  'bath and north east somerset': ['banes'],
  'cheshire west and chester': ['cheshire'],
  'cheshire east': ['cheshire'],
  'central bedfordshire': ['bedfordshire'],
  'east riding of yorkshire': ['east yorkshire'],
  'county durham': ['durham'],
  'rhondda cynon taf': ['rhondda'],
  'isles of scilly': ['scilly isles'],
  'barrow in furness': ['barrow'],
  'great yarmouth': ['yarmouth'],
  'redcar and cleveland': ['teesside'],
  'newcastle upon tyne': ['newcastle'],
  'newcastle under lyme': ['newcastle'],
  'richmond upon thames': ['richmond'],
  richmondshire: ['richmond'],
  'kingston upon thames': ['kingston'],
  'stoke on trent': ['stoke'],
  'stockton on tees': ['stockton'],
  'southend on sea': ['southend'],
  'stratford on avon': ['stratford', 'stratford upon avon'],
  'north northamptonshire': ['northamptonshire', 'kettering', 'corby', 'wellingborough'],
  'west northamptonshire': ['northamptonshire', 'northampton'],
  'scottish borders': ['borders'],
}

const AROUND = /^(?:city of|isles? of|county)\s+|\s+(?:city|islands|region)$/g

/**
 * Every name of a place in plain words: as it is written, without "City of" and "Islands", and each part of
 * "Brighton and Hove". Parts of a compass ("North" of "North and East") are no names.
 */
export function aliasesOf(name: string): readonly string[] {
  const whole = plainWords(name)
  const parts = name.split(/,\s*|\s+and\s+/).map(plainWords)
  const names = [
    whole,
    ...parts.filter((part) => part.length > 3 && !/^(?:north|south|east|west|mid|central)\b/.test(part)),
  ]
  const bare = names.map((each) => each.replaceAll(AROUND, '').trim()).filter(Boolean)
  return [...new Set([...names, ...bare, ...(SAID[whole] ?? [])])]
}
