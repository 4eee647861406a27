/** The words of a story as paragraphs: whatever stands in it is text. */

import { HINT_WORDS, markedText } from '#core/story/hints.ts'
import { paragraphsOf } from '#core/story/story.ts'

interface StoryTextProps {
  readonly words: string
  /** For moderators: what might say who somebody is, is marked. */
  readonly marked?: boolean
}

export function StoryText({ words, marked = false }: StoryTextProps) {
  return (
    <div className="fp-story">
      {paragraphsOf(words).map((paragraph, index) => (
        <p key={`${index}`}>{marked ? <Marked text={paragraph} /> : paragraph}</p>
      ))}
    </div>
  )
}

/** A text with its hints marked, each with what it might be. */
export function Marked({ text }: { readonly text: string }) {
  return markedText(text).map(({ text: piece, hint }, index) =>
    hint ? (
      <mark key={`${index}`} className="fp-story__hint">
        {piece}
        <span className="fp-story__kind"> [{HINT_WORDS[hint.kind]}?]</span>
      </mark>
    ) : (
      piece
    ),
  )
}
