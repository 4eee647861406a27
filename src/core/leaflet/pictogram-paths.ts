/** How each picture of easy read is drawn: strokes within a square of 48, for the screen and for paper. */

import type { Pictogram } from './pictograms.ts'

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

const person = (x: number) => `${circle(x, 14, 5)}M${x - 8} 42v-9a8 8 0 0 1 16 0v9`

export const pictogramPaths: Readonly<Record<Pictogram, string>> = {
  hospital: 'M6 42V14h36v28zM18 42V32h12v10M24 17v10M19 22h10',
  home: 'M6 24 24 8l18 16M11 20v22h26V20M20 42V30h8v12',
  doctor: `${circle(24, 12, 6)}M10 42v-8a14 14 0 0 1 28 0v8M18 24v6a6 6 0 0 0 12 0v-6M24 36v3`,
  team: `${person(12)}${person(36)}${circle(24, 20, 4)}M18 42v-7a6 6 0 0 1 12 0v7`,
  scan: `${circle(24, 20, 14)}${circle(24, 20, 7)}M4 38h40M10 38v5M38 38v5`,
  needle: 'M40 8 30 18M26 14l8 8M28 16 14 30l4 4 14-14M16 32 6 42M36 4l8 8M21 23l4 4',
  tube: 'M8 8v10a8 8 0 0 0 8 8h10a8 8 0 0 1 8 8v2M28 34h14v8H28zM4 8h8',
  line: 'M6 10c10 0 8 12 16 12s6 14 14 14M34 31l9 9M36 40l7-7M6 5v10',
  stent: 'M6 14h36M6 34h36M12 14l8 20M20 14l8 20M28 14l8 20M20 14l-8 20M28 14l-8 20M36 14l-8 20',
  beads: `${circle(12, 14, 5)}${circle(28, 12, 5)}${circle(38, 24, 5)}${circle(20, 26, 5)}${circle(10, 38, 5)}${circle(30, 38, 5)}`,
  heat: 'M24 42a12 12 0 0 1-12-12c0-9 8-11 7-22 7 3 9 9 8 14 3-1 4-3 4-6 4 4 5 9 5 14a12 12 0 0 1-12 12zM24 42a5 5 0 0 1-5-5c0-4 4-5 5-9 3 3 5 5 5 9a5 5 0 0 1-5 5z',
  radiation: `${circle(24, 24, 4)}M24 6v9M24 33v9M6 24h9M33 24h9M11 11l6 6M31 31l6 6M37 11l-6 6M17 31l-6 6`,
  liver: 'M5 20c8-8 28-10 38-4 0 8-8 10-13 12-2 8-8 12-16 12C7 40 4 30 5 20zM30 28c-4 0-8-1-10-4',
  kidney: 'M32 8c-10-4-20 4-20 16s10 20 20 16c6-3 5-9 0-11-4-2-4-8 0-10 5-2 6-8 0-11zM29 24h14M38 24v16',
  lung: 'M24 6v14M24 20l-6 6M24 20l6 6M18 16C8 18 5 30 6 40c6 1 12-1 12-6zM30 16c10 2 13 14 12 24-6 1-12-1-12-6z',
  bone: 'M14 14a5 5 0 1 0-6 6 5 5 0 1 0 6 6l12 12a5 5 0 1 0 6 6 5 5 0 1 0 6-6 5 5 0 1 0-6-6L20 20a5 5 0 1 0-6-6z',
  belly: `${circle(24, 8, 5)}M16 16h16l3 16c0 7-5 11-11 11s-11-4-11-11zM24 29v3`,
  blood: 'M24 5c8 11 13 17 13 25a13 13 0 0 1-26 0c0-8 5-14 13-25zM18 30a6 6 0 0 0 6 6',
  medicine: 'M9 25 25 9a9.5 9.5 0 0 1 14 14L23 39A9.5 9.5 0 0 1 9 25zM17 17l14 14',
  'no-food': `${circle(24, 24, 19)}M16 12v9a4 4 0 0 0 8 0v-9M20 12v26M32 12c-4 3-4 12 0 14v12M10 38 38 10`,
  drink: 'M10 8h28l-4 34H14zM12 20h24',
  bag: 'M20 4v6M28 4v6M15 4h18M12 10h24v26a6 6 0 0 1-6 6H18a6 6 0 0 1-6-6zM12 26h24',
  wash: 'M24 4c4 6 7 9 7 13a7 7 0 0 1-14 0c0-4 3-7 7-13zM4 31h14l7 4h10a3 3 0 0 1 0 6H22M4 42h20l18-10',
  'keep-dry': 'M24 5c8 11 13 17 13 25a13 13 0 0 1-26 0c0-8 5-14 13-25zM6 42 42 6',
  sleep: 'M4 38V14M4 32h40v6M44 32v-6a6 6 0 0 0-6-6H18v12M4 28h14M30 6h8l-8 8h8',
  pain: `${circle(24, 24, 18)}M15 18l6 3-6 3M33 18l-6 3 6 3M16 35c4-5 12-5 16 0`,
  fever: 'M20 28V9a5 5 0 0 1 10 0v19a9 9 0 1 1-10 0zM25 16v18M36 10h7M36 18h7',
  better: `${circle(24, 24, 18)}M17 19v2M31 19v2M15 28c4 8 14 8 18 0`,
  call: 'M12 6l8 2 2 9-5 4c2 5 5 8 10 10l4-5 9 2 2 8c-1 4-4 6-8 6C19 41 7 29 6 14c0-4 2-7 6-8z',
  emergency:
    'M4 34V14h24v20M28 20h9l7 8v6M4 34h40M16 18v10M11 23h10M12 34a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM36 34a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  question: `${circle(24, 24, 19)}M17 19a7 7 0 1 1 10 6c-2 1-3 3-3 5M24 36v1`,
  choice: 'M6 26l9 9 14-18M30 34l12-12M42 34 30 22',
  calendar: 'M6 10h36v32H6zM6 20h36M15 5v10M33 5v10M13 28h5M22 28h5M31 28h4M13 35h5M22 35h5',
  food: 'M6 26h36a18 14 0 0 1-36 0zM4 26h40M17 8c-3 4 3 6 0 10M25 8c-3 4 3 6 0 10M33 8c-3 4 3 6 0 10',
  distance: `${circle(8, 14, 4)}${circle(40, 14, 4)}M4 40V28a4 4 0 0 1 8 0v12M36 40V28a4 4 0 0 1 8 0v12M17 30h14M20 26l-4 4 4 4M28 26l4 4-4 4`,
}
