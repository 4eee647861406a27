/** The tables of migrations/0009_service.sql. */

export interface ServiceTables {
  referral_pathway: ReferralPathwayTable
  service_file: ServiceFileTable
}

export interface ReferralPathwayTable {
  pathway: string
  from_organisation: string
  to_organisation: string
}

export interface ServiceFileTable {
  entry: string
  organisation: string
  digest: Buffer
  bytes: Buffer
}
