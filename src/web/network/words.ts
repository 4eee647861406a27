/** Words that the network's pages share. */

/** 1 service, 2 services, 1,200 services */
export const counted = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** 12 km, 4.6 km */
export const kilometres = (km: number): string => `${km < 10 ? km.toFixed(1) : Math.round(km)} km`
