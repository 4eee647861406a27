/** `npm run bench`: each headline figure beside its peer or its floor, in one run. */

import { benchCasePages } from './case-pages.ts'
import { benchCaseRecord } from './case-record.ts'
import { benchHttp } from './http.ts'
import { benchMap } from './map.ts'
import { benchNearest } from './nearest.ts'
import { benchPublicPages } from './public-pages.ts'
import { benchRecord } from './record.ts'
import { benchSiting } from './siting.ts'
import { benchSnapshot } from './snapshot.ts'
import { benchStart } from './start.ts'
import { benchStatistics } from './statistics.ts'
import { benchTabulate } from './tabulate.ts'
import { benchUpload } from './upload.ts'
import { benchWhatIf } from './what-if.ts'

const benches = {
  record: benchRecord,
  http: benchHttp,
  'case-record': benchCaseRecord,
  'case-pages': benchCasePages,
  tabulate: benchTabulate,
  map: benchMap,
  'public-pages': benchPublicPages,
  nearest: benchNearest,
  snapshot: (print: (line: string) => void) => benchSnapshot(print),
  start: benchStart,
  statistics: benchStatistics,
  upload: (print: (line: string) => void) => benchUpload(print),
  siting: benchSiting,
  'what-if': benchWhatIf,
}
const named = process.argv.slice(2)

for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue
  await bench(console.log)
  console.log('')
}
