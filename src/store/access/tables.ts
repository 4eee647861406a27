/** The tables of migrations/0003_access.sql. */

import type { ColumnType, Generated } from 'kysely'
import type { Role } from '#core/access/role.ts'

export interface AccessTables {
  person: PersonRow
  person_session: SessionRow
  person_account: AccountRow
  person_two_factor: TwoFactorRow
  person_passkey: PasskeyRow
  membership: MembershipRow
  set_up_link: SetUpLinkRow
  join_link: JoinLinkRow
  sign_in_attempt: SignInAttemptRow
  access_log: AccessLogRow
}

export interface PersonRow {
  id: string
  name: string
  email: string
  email_verified: boolean
  image: string | null
  two_factor_enabled: Generated<boolean | null>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface SessionRow {
  id: string
  token: string
  person: string
  expires_at: Date
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface AccountRow {
  id: string
  person: string
  /** `credential` for a password. */
  provider: string
  account: string
  password: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface TwoFactorRow {
  id: string
  person: string
  secret: string
  backup_codes: string
  verified: boolean | null
}

export interface PasskeyRow {
  id: string
  person: string
  name: string | null
  aaguid: string | null
  created_at: Date | null
}

export interface MembershipRow {
  person: string
  role: Role
  organisation: string | null
  given_at: Generated<Date>
}

export interface SetUpLinkRow {
  digest: Buffer
  created_at: Generated<Date>
  expires_at: Date
  used_at: Date | null
}

export interface JoinLinkRow {
  digest: Buffer
  person: string
  created_by: string
  created_at: Generated<Date>
  expires_at: Date
  used_at: Date | null
  revoked_at: Date | null
}

export interface SignInAttemptRow {
  key: Buffer
  count: number
  since: Date
}

export interface AccessLogRow {
  id: Generated<number>
  at: Generated<Date>
  person: string
  by: string
  event: string
  detail: ColumnType<Readonly<Record<string, unknown>>, string, never>
}
