/** The routes of signing in, one's own account, and the links that let a person in for the first time. */

import type { Routes } from '../route.ts'
import { accountRoutes } from './account.tsx'
import { enterAsRoutes } from './enter-as.tsx'
import { linkRoutes } from './links.tsx'
import { openIdRoutes } from './open-id.tsx'
import { passkeyRoutes } from './passkeys.ts'
import { passwordRoutes } from './password.tsx'
import { secondStepRoutes } from './second-step.tsx'
import type { SignIn } from './sign-in.ts'

export function signInRoutes(routes: Routes, signIn: SignIn): void {
  passwordRoutes(routes, signIn)
  openIdRoutes(routes, signIn)
  passkeyRoutes(routes, signIn)
  linkRoutes(routes, signIn)
  accountRoutes(routes, signIn)
  secondStepRoutes(routes, signIn)
  enterAsRoutes(routes, signIn)
}
