/** Every table of the database, as Kysely sees it: each noun declares its own. */

import type { AccessTables } from './access/tables.ts'
import type { CaseTables } from './case/tables.ts'
import type { CatalogueTables } from './catalogue/tables.ts'
import type { RoomTables } from './census/room/tables.ts'
import type { CensusTables } from './census/tables.ts'
import type { FeedbackTables } from './feedback/tables.ts'
import type { LeafletTables } from './leaflet/tables.ts'
import type { MailTables } from './mail/tables.ts'
import type { MeetingTables } from './meeting/tables.ts'
import type { DemandTables } from './network/demand-tables.ts'
import type { ProposalTables } from './network/proposal-tables.ts'
import type { ReportTables } from './network/report-tables.ts'
import type { TravelTables } from './network/travel-tables.ts'
import type { PatientTables } from './patient/tables.ts'
import type { PatientPageTables } from './patient-page/tables.ts'
import type { RecordTables } from './record/tables.ts'
import type { ReferralTables } from './referral/tables.ts'
import type { RegistryAccessTables } from './registry/access-tables.ts'
import type { FigureTables } from './registry/figure-tables.ts'
import type { ServiceTables } from './service/tables.ts'
import type { SnapshotTables } from './snapshot/tables.ts'
import type { StoryTables } from './story/tables.ts'
import type { UploadTables } from './upload/tables.ts'

export interface Tables
  extends RecordTables,
    CatalogueTables,
    AccessTables,
    CensusTables,
    RoomTables,
    MailTables,
    ServiceTables,
    PatientTables,
    CaseTables,
    ReferralTables,
    SnapshotTables,
    MeetingTables,
    RegistryAccessTables,
    FigureTables,
    TravelTables,
    UploadTables,
    FeedbackTables,
    ProposalTables,
    DemandTables,
    LeafletTables,
    PatientPageTables,
    StoryTables,
    ReportTables {}
