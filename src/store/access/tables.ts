/** The tables of migrations/0003_access.sql. */

// biome-ignore lint/suspicious/noEmptyInterface: filled together with its migration
export interface AccessTables {}
