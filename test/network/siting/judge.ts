/** Asks the judges again and writes `answers.json`: node --import tsx test/network/siting/judge.ts */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judged, judges } from '../../../bench/siting/judges.ts'
import { cases } from './cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'fourth-pillar-siting-'))
const file = join(folder, 'model.mps')
const answers: Record<string, Record<string, number>> = {}
for (const { name, byGlpk, write } of cases) {
  await write(file)
  const asked = judges.filter((judge) => judge === 'cbc' || byGlpk)
  answers[name] = Object.fromEntries(asked.map((judge) => [judge, judged(judge, file).objective]))
  console.log(name, answers[name])
}
writeFileSync(join(import.meta.dirname, 'answers.json'), `${JSON.stringify(answers, null, 2)}\n`)
rmSync(folder, { recursive: true })
