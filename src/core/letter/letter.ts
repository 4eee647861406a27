/** A letter as data: what is shown on screen, printed and set as PDF is read off the same value. */

export interface Fact {
  readonly label: string
  readonly value: string
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first cell of a row names it. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** What must not be missed. */
  | { readonly kind: 'notice'; readonly heading: string; readonly lines: readonly string[] }

export interface Section {
  readonly heading: string
  readonly parts: readonly Part[]
}

export interface Address {
  readonly name: string
  readonly lines: readonly string[]
}

export interface Letter {
  /** `card`: to be cut out and folded once, to the size of a bank card. */
  readonly paper: 'a4' | 'card'
  /** Of the file and the tab: never a patient's name. */
  readonly title: string
  readonly heading: string
  readonly from: Address
  readonly to: readonly Address[]
  /** The day it was written, in words. */
  readonly dated: string
  /** Whom it is about. */
  readonly about: readonly Fact[]
  /** What somebody has to know who reads no further. */
  readonly opening: readonly string[]
  readonly sections: readonly Section[]
  /** At the foot of every page: what it was made from. */
  readonly foot: string
  /** Said on every page of a demonstration. */
  readonly fictional: boolean
}

/** What a letter says where the record holds nothing: it never guesses and never leaves a gap. */
export const notRecorded = 'Not recorded'

export const text = (words: string): Part => ({ kind: 'text', text: words })
export const facts = (...rows: readonly (readonly [label: string, value: string | undefined])[]): Part => ({
  kind: 'facts',
  facts: rows.map(([label, value]) => ({ label, value: value ?? notRecorded })),
})
