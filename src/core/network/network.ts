/** The words of the network: areas where people live, sites where services are, the ways between them. */

import type { Nation } from '../catalogue/organisations.ts'
import type { Provision } from '../census/provision.ts'

/** Degrees, WGS 84: north, and east (negative to the west). */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** A small area of the national statistics, with those who live there. */
export interface Area extends Point {
  readonly code: string
  readonly name: string
  /** The local authority district that it lies in: the unit in which tables list areas. */
  readonly district: string
  readonly nation: Nation
  readonly population: number
}

/** An organisation of the directory that exists on the day of the network: its main site stands for it. */
export interface Site extends Point {
  readonly code: string
  readonly name: string
  readonly nation: Nation
  readonly region: string
  /** The cancer alliance or cancer network that it belongs to; null: not known. */
  readonly alliance: string | null
}

/** A way by which one service sends patients to another. */
export interface ReferralPathway {
  readonly from: string
  readonly to: string
  /** Ids of the catalogue. Of a declaration in the census, the procedures that it counts for. */
  readonly procedures: readonly string[]
  /**
   * `confirmed`: stated in the record of the one, confirmed in that of the other. `proposed`: stated, not yet
   * answered. `declared`: said in the census and not stated here.
   */
  readonly basis: 'confirmed' | 'proposed' | 'declared'
  /** The MDT meeting or network that it goes through; null: not said. */
  readonly through: string | null
  /** Days; null: not said. */
  readonly agreedOn: string | null
  readonly reviewDue: string | null
  /** The entry of the referring service's record that stated it first; null: declared only. */
  readonly entry: string | null
}

/** Who provides what and who refers where, on one day, by one edition of the census and the services' records. */
export interface Network {
  /** The day that it describes, `2026-11-22`. */
  readonly day: string
  /** The edition of the census that the provision is of; null: none has opened yet. */
  readonly edition: { readonly id: string; readonly title: string } | null
  /** True where organisations and answers are the demonstration's. */
  readonly fictional: boolean
  readonly sites: readonly Site[]
  /** Of every site that answered, by code. */
  readonly provisions: ReadonlyMap<string, Provision>
  /** Proposed, confirmed and declared ones that are in force on the day. */
  readonly pathways: readonly ReferralPathway[]
}

/** Where travel times come from: measured on roads by an engine, given by hand in a file, or estimated. */
export type TravelBasis = 'osrm' | 'valhalla' | 'file' | 'estimate'

/** Minutes by car, outward from each site to each area. */
export interface TravelTimes {
  readonly sites: readonly string[]
  readonly areas: readonly string[]
  /** Row by row of sites: minutes of site `s` to area `a` at `s * areas.length + a`; Infinity: no way by road. */
  readonly minutes: Float32Array
  readonly basis: TravelBasis
  /** Says everything that the minutes depend on: a key to cache by, and to print beside figures. */
  readonly key: string
}
