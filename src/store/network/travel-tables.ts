/** The tables of migrations/0020_travel_time.sql. */

import type { Generated, GeneratedAlways } from 'kysely'

export interface TravelTables {
  travel_time: TravelTimeTable
  travel_run: TravelRunTable
  travel_file: TravelFileTable
}

interface TravelTimeTable {
  basis: 'osrm' | 'valhalla' | 'file'
  organisation: string
  latitude: number
  longitude: number
  areas: string
  minutes: Buffer
  measured_at: Generated<Date>
}

interface TravelRunTable {
  id: GeneratedAlways<string>
  engine: 'osrm' | 'valhalla'
  sites: number
  done: Generated<number>
  state: Generated<'running' | 'done' | 'broken'>
  told: string | null
  started_at: Generated<Date>
  seen_at: Generated<Date>
  ended_at: Date | null
}

interface TravelFileTable {
  id: GeneratedAlways<string>
  name: string
  pairs: number
  sites: number
  uploaded_by: string
  uploaded_name: string
  uploaded_at: Generated<Date>
  removed_at: Date | null
  removed_name: string | null
}
