/** The tables of migrations/0009_service.sql and 0021_pathway_reminder.sql. */

export interface ServiceTables {
  referral_pathway: ReferralPathwayTable
  service_file: ServiceFileTable
  review_reminder: ReviewReminderTable
}

export interface ReferralPathwayTable {
  pathway: string
  from_organisation: string
  to_organisation: string
}

export interface ReviewReminderTable {
  entry: string
  due: string
  stage: 'before' | 'after'
  organisation: string
  queued_at: Date
}

export interface ServiceFileTable {
  entry: string
  organisation: string
  digest: Buffer
  bytes: Buffer
}
