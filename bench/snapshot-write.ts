/** Writes a snapshot of so many invented treatments in a process of its own, and says how long it took and how much memory. */

import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { generatedOrganisations, generateRows } from '#demonstration/registry/generate.ts'
import { sealKey } from '#store/record/seal-key.ts'
import { type Sourced, writeSnapshot } from '#store/snapshot/write.ts'

const [folder = '', many = '0'] = process.argv.slice(2)
const treatments = Number(many)
const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Making a patient up is not writing: its time is taken off. */
let inventing = 0
function* invented(): Generator<Sourced> {
  const rows = generateRows({ treatments })
  for (;;) {
    const started = performance.now()
    const next = rows.next()
    inventing += performance.now() - started
    if (next.done) return
    yield { rows: next.value }
  }
}

/**
 * The most that this process had. Not `maxRSS` where Linux says it better: that begins with what the process had that
 * started this one.
 */
function peakMegabytes(): number {
  const status = '/proc/self/status'
  const peak = existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
  return (peak ? Number(peak) : process.resourceUsage().maxRSS) / 1024
}

const started = performance.now()
const manifest = await writeSnapshot(folder, invented(), {
  asOf: '2026-11-22',
  codeVersion: { version: 'bench', commit: null },
  release: 'full',
  signKey: sealKey(key),
  around: {
    organisations: Object.fromEntries(
      generatedOrganisations.map(({ code, nation, region }) => [code, { name: code, nation, region }]),
    ),
  },
})
console.log(
  JSON.stringify({
    ms: performance.now() - started - inventing,
    treatments: manifest.levels.treatment.rows,
    rows: Object.values(manifest.levels).reduce((sum, { rows }) => sum + rows, 0),
    bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0),
    peakMegabytes: peakMegabytes(),
  }),
)
