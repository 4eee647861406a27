/** The master's leaflets, one for each procedure of the catalogue, in the languages that there are. */

import type { Language, LeafletBody } from './leaflet.ts'

/** In the catalogue's order. */
export const LEAFLETS: readonly LeafletBody[] = []

const byProcedure = new Map(LEAFLETS.map((leaflet) => [`${leaflet.procedure}/${leaflet.language}`, leaflet]))

/** The current master of a procedure's leaflet in a language; undefined where there is none. */
export function leafletOf(procedure: string, language: Language = 'en'): LeafletBody | undefined {
  return byProcedure.get(`${procedure}/${language}`)
}

/** The languages in which a procedure has a leaflet, English first. */
export function languagesOf(procedure: string): readonly Language[] {
  return LEAFLETS.filter((leaflet) => leaflet.procedure === procedure).map(({ language }) => language)
}
