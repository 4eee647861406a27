/**
 * Disclosure control: the one gate through which every aggregate leaves. A page, a chart, a download and the API
 * take a `Released` value and nothing else; only `release` makes one.
 *
 * @see HES/ECDS: sub-national counts from 1 to 7 shown as a star, none at national level (docs/sources.md)
 */

declare const released: unique symbol

/** An aggregate that has been through the gate. */
export type Released<Aggregate> = Aggregate & { readonly [released]: true }

/** For whom it leaves. */
export type Audience =
  | { readonly who: 'public' }
  | { readonly who: 'researcher' }
  /** One's own service: its own numbers are shown as they are, those of others as to the public. */
  | { readonly who: 'service'; readonly organisation: string }
  /** A commissioner or administrator of the nation who may see outliers by name; counts as to the public. */
  | { readonly who: 'nation' }
