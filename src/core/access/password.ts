/** What a password must be: long, and not easy to guess for someone who knows whose it is. */

export const shortestPassword = 12
export const longestPassword = 128

/** Long enough, and among the first that anyone tries. */
const firstTried = [
  '123456789012',
  '1234567890123',
  'password1234',
  'passwordpassword',
  'qwertyuiop12',
  'qwertyuiop123',
  'administrator',
  'iloveyou1234',
  'welcome12345',
  'letmein12345',
  'changeme1234',
  'interventional',
  'fourthpillar',
  'fourth pillar',
]

/**
 * Why this cannot be a person's password, in words to show beside the field; null when it can.
 * Length over composition: any characters do, and nothing forces a digit or a capital.
 *
 * @see NIST SP 800-63B, section 5.1.1.2, memorised secret verifiers
 */
export function passwordProblem(
  password: string,
  of: { readonly name: string; readonly email: string },
): string | null {
  if (password === '') return 'Enter a password'
  if (password.length < shortestPassword)
    return `Your password must be ${shortestPassword} characters or more`
  if (password.length > longestPassword) return `Your password must be ${longestPassword} characters or fewer`
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return 'Your password must have at least 5 different characters'
  if (firstTried.includes(lower)) return 'Choose a password that is harder to guess'
  const given = [of.email.toLowerCase(), of.email.split('@')[0] ?? '', of.name].map((text) =>
    text.toLowerCase().trim(),
  )
  const isNamed = given.some(
    (text) => text.length >= 4 && lower.includes(text) && lower.length - text.length < 8,
  )
  return isNamed ? 'Your password must not be your name or e-mail address with little added' : null
}
