/** The tables of migrations/0024_patient_page.sql. Both are under row-level security. */

export interface PatientPageTables {
  patient_link: PatientLinkTable
  patient_visit: { digest: Buffer; link: string; expires_at: Date }
}

export interface PatientLinkTable {
  id: string
  digest: Buffer
  case_id: string
  patient: string
  organisation: string
  made_by: string
  made_at: Date
  expires_at: Date
  revoked_at: Date | null
  wrong_dates: number
  opened_at: Date | null
  /** The entry of the leaflet's version that was handed over with it. */
  leaflet: string | null
}
