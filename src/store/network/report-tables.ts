/** The table of reports in migrations/0019_demand_report.sql. */

export interface ReportTables {
  network_report: NetworkReportTable
}

export interface NetworkReportTable {
  id: string
  title: string
  place: string
  finding: string
  /** The day that it describes. */
  day: string | Date
  author: string
  author_id: string
  published_at: Date
  /** Version and commit that made it. */
  code: string
  digest: string
  /** Of the PDF as that code sets it; null: it had no Typst. */
  pdf_digest: string | null
  /** Canonical JSON. */
  data: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  reason: string | null
}
