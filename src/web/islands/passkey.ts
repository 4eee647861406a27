/** Adds a passkey on the account page, and signs in with one on the sign-in page. Shown only where it can work. */

import { paths } from '../paths.ts'

interface Coded {
  readonly id: string
  readonly type: PublicKeyCredentialType
  readonly transports?: AuthenticatorTransport[]
}

/** What the server sends: the browser's own options with their bytes as base64url. */
interface CreationJson
  extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly excludeCredentials?: readonly Coded[]
}
interface RequestJson extends Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> {
  readonly challenge: string
  readonly allowCredentials?: readonly Coded[]
}

const address = (endpoint: string) => paths.authApi(`passkey/${endpoint}`)

for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) wake(place)

function wake(place: HTMLElement): void {
  const button = place.querySelector('button')
  const status = place.querySelector('[role=status]')
  if (!button || !status || !('PublicKeyCredential' in window)) return
  const run = place.dataset.passkey === 'add' ? add : signIn
  place.hidden = false
  button.addEventListener('click', async () => {
    button.disabled = true
    status.textContent = 'Follow what your browser asks.'
    try {
      await run(place)
    } catch (problem) {
      status.textContent = wordsFor(problem)
      button.disabled = false
    }
  })
}

async function add(): Promise<void> {
  const options = (await get('generate-register-options')) as CreationJson
  const credential = (await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: decoded(options.excludeCredentials),
    },
  })) as PublicKeyCredential | null
  if (!credential) throw new Error('nothing was made')
  const response = credential.response as AuthenticatorAttestationResponse
  await post('verify-registration', {
    response: {
      ...described(credential),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        attestationObject: textOf(response.attestationObject),
        transports: response.getTransports?.() ?? [],
      },
    },
  })
  location.reload()
}

async function signIn(place: HTMLElement): Promise<void> {
  const options = (await get('generate-authenticate-options')) as RequestJson
  const credential = (await navigator.credentials.get({
    publicKey: {
      ...options,
      userVerification: 'required',
      challenge: bytesOf(options.challenge),
      allowCredentials: decoded(options.allowCredentials),
    },
  })) as PublicKeyCredential | null
  if (!credential) throw new Error('nothing was chosen')
  const response = credential.response as AuthenticatorAssertionResponse
  await post('verify-authentication', {
    response: {
      ...described(credential),
      response: {
        clientDataJSON: textOf(response.clientDataJSON),
        authenticatorData: textOf(response.authenticatorData),
        signature: textOf(response.signature),
        ...(response.userHandle ? { userHandle: textOf(response.userHandle) } : {}),
      },
    },
  })
  location.assign(place.dataset.then ?? '/')
}

class Refused extends Error {}

async function get(endpoint: string): Promise<unknown> {
  return answered(await fetch(address(endpoint), { redirect: 'error' }))
}

async function post(endpoint: string, body: unknown): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' }
  return answered(
    await fetch(address(endpoint), {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      redirect: 'error',
    }),
  )
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok) throw new Refused(String(response.status))
  return response.json()
}

function wordsFor(problem: unknown): string {
  const name = problem instanceof Error ? problem.name : ''
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'Nothing was done: it was cancelled or took too long.'
  if (name === 'InvalidStateError') return 'This device has a passkey for your account already.'
  if (problem instanceof Refused && problem.message === '403')
    return 'This passkey’s person has no role here. Ask an administrator.'
  if (problem instanceof Refused && problem.message === '429')
    return 'You have tried too many times. Wait a minute and try again.'
  if (problem instanceof Refused)
    return 'This passkey is not known here, or it is too long since you signed in. Sign in with your password.'
  return 'That did not work. Check your connection and try again.'
}

function described(credential: PublicKeyCredential) {
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  }
}

function decoded(credentials: readonly Coded[] = []): PublicKeyCredentialDescriptor[] {
  return credentials.map((credential) => ({ ...credential, id: bytesOf(credential.id) }))
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

function textOf(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
