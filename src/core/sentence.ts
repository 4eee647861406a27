/** Labels and titles in the middle of a sentence. */

/** What begins with a person's name. */
const named = /^(Caldicott|Child-Pugh|Cox|Kaplan)/

/** The same with a small first letter; ECOG, Y-90 and Child-Pugh stay as they are. */
export function inSentence(words: string): string {
  return /^[A-Z][a-z ]/.test(words) && !named.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
}
