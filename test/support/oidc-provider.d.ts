/** The little of oidc-provider that tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export interface Account {
    readonly accountId: string
    readonly claims: () => Promise<Readonly<Record<string, unknown>>>
  }
  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly clients: readonly Readonly<Record<string, unknown>>[]
        readonly claims: Readonly<Record<string, readonly string[]>>
        readonly cookies: { readonly keys: readonly string[] }
        readonly features: Readonly<Record<string, { readonly enabled: boolean }>>
        readonly findAccount: (context: unknown, id: string) => Promise<Account>
      },
    )
    callback(): RequestListener
  }
}
