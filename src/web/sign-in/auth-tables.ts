/** better-auth's tables under our words, as migrations/0003_access.sql makes them. */

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

export const authTables = {
  user: {
    modelName: 'person',
    fields: { emailVerified: 'email_verified', ...stamps },
  },
  session: {
    modelName: 'person_session',
    fields: {
      userId: 'person',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...stamps,
    },
  },
  account: {
    modelName: 'person_account',
    fields: {
      userId: 'person',
      accountId: 'account',
      providerId: 'provider',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...stamps,
    },
  },
  verification: {
    modelName: 'sign_in_challenge',
    fields: { expiresAt: 'expires_at', ...stamps },
  },
  rateLimit: { modelName: 'rate_limit', fields: { lastRequest: 'last_request' } },
} as const

export const twoFactorTables = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'person_two_factor',
    fields: {
      userId: 'person',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const

export const passkeyTables = {
  passkey: {
    modelName: 'person_passkey',
    fields: {
      userId: 'person',
      publicKey: 'public_key',
      credentialID: 'credential_id',
      deviceType: 'device_type',
      backedUp: 'backed_up',
      createdAt: 'created_at',
    },
  },
} as const
