/** better-auth, set up as we use it: no sign-up, short sessions, every table ours. */

import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { Config, OpenIdProvider } from '#config'
import { longestPassword, shortestPassword } from '#core/access/password.ts'
import { sessionSeconds } from '#store/access/sessions.ts'
import type { Store } from '#store/open.ts'
import { paths } from '../paths.ts'
import { authTables, passkeyTables, twoFactorTables } from './auth-tables.ts'

export interface AuthParts {
  readonly config: Config
  readonly store: Store
  readonly authSecret: string
}

/** Carries the client's address, which we find out ourselves, to better-auth; never taken from outside. */
export const addressHeader = 'x-fourth-pillar-address'
export const cookiePrefix = 'fourth-pillar'
export const openIdProvider = 'openid'
/** A second device is added, or a passkey, only this long after signing in. */
export const freshSeconds = 60 * 60

export type Auth = ReturnType<typeof makeAuth>

export function makeAuth(parts: AuthParts) {
  return betterAuth({
    ...commonOptions(parts),
    plugins: [
      twoFactor({
        issuer: 'Fourth Pillar',
        schema: twoFactorTables,
        backupCodeOptions: { amount: 10, length: 10 },
      }),
      passkey({
        rpName: 'Fourth Pillar',
        rpID: new URL(parts.config.baseUrl).hostname,
        origin: new URL(parts.config.baseUrl).origin,
        schema: passkeyTables,
        // A passkey signs in by itself, so it must hold two factors: the device, and its finger or code.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) => refuseUnverified(verification.registrationInfo),
        },
        authentication: {
          afterVerification: ({ verification }) => refuseUnverified(verification.authenticationInfo),
        },
      }),
    ],
  })
}

export type OpenIdAuth = ReturnType<typeof makeOpenIdAuth>

/**
 * Another instance over the same tables for the OpenID provider alone: it asks the provider for its
 * addresses before it does anything, and a provider that is slow must not hold up other sign-ins.
 */
export function makeOpenIdAuth(parts: AuthParts, provider: OpenIdProvider) {
  return betterAuth({
    ...commonOptions(parts),
    plugins: [
      genericOAuth({
        config: [
          {
            providerId: openIdProvider,
            discoveryUrl: provider.discoveryUrl,
            clientId: provider.clientId,
            clientSecret: provider.clientSecret.reveal(),
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            // Whoever is not known by a verified e-mail has to be added by an administrator first.
            disableSignUp: true,
            requireIdTokenVerification: true,
          },
        ],
      }),
    ],
  })
}

function commonOptions({ config, store, authSecret }: AuthParts) {
  return {
    appName: 'Fourth Pillar',
    baseURL: config.baseUrl,
    basePath: '/api/auth',
    secret: authSecret,
    database: store.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [new URL(config.baseUrl).origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    user: authTables.user,
    session: {
      ...authTables.session,
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      freshAge: freshSeconds,
    },
    account: {
      ...authTables.account,
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    verification: authTables.verification,
    rateLimit: { ...authTables.rateLimit, enabled: true, storage: 'database', window: 60, max: 60 },
    onAPIError: { errorURL: new URL(paths.signInOpenIdRefused(), config.baseUrl).href },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.baseUrl.startsWith('https:'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: { session: { create: { before: (session) => refuseWithoutRole(store, session.userId) } } },
  } satisfies BetterAuthOptions
}

/** Whoever has no role has no session, however they prove who they are. */
async function refuseWithoutRole(store: Store, person: string): Promise<void> {
  const membership = await store.db
    .selectFrom('membership')
    .select('role')
    .where('person', '=', person)
    .limit(1)
    .executeTakeFirst()
  if (!membership) throw new APIError('FORBIDDEN', { code: 'NO_ACCESS', message: 'This person has no role.' })
}

function refuseUnverified(ceremony: { readonly userVerified: boolean } | undefined): undefined {
  if (ceremony?.userVerified) return undefined
  throw new APIError('UNAUTHORIZED', {
    code: 'NOT_VERIFIED',
    message: 'The device did not check who is using it.',
  })
}
