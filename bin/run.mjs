// The one way in: sets up what a bare clone lacks, then runs the command on the project's own Node 24.
// Plain JavaScript for any Node from 20 on; nothing here may need a package.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [command = 'serve', ...rest] = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < 20)
  stop(`Fourth Pillar needs Node 20 or later; this is ${process.version}.`)

installPackages()
const node = projectNode()
if (command === 'test') process.exit(runTests(rest))
if (command === 'check') process.exit(check() ? 0 : 1)
if (command === 'bench') await run([join('bench', 'main.ts'), ...rest])
else await run([join('src', 'main.ts'), command, ...rest])

/** Installs the locked packages once; a stamp of the lock file says that it is done. */
function installPackages() {
  const stampFile = join(root, 'node_modules', '.fourth-pillar')
  const stamp = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('Installing packages (once) ...')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error']
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0)
    stop(
      'The packages could not be installed: see npm’s message above. A reachable npm registry is needed the first time.',
    )
  writeFileSync(stampFile, stamp)
}

/** The Node 24 that came as a package; the running one where it is as new. */
function projectNode() {
  const { platform, arch } = process
  const names = [
    `node-${platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
    ...(platform === 'win32' ? [`node-win-${arch}`] : []),
  ]
  for (const name of names) {
    const binary = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node')
    if (existsSync(binary)) return binary
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  stop(`There is no packaged Node 24 for ${platform}-${arch}. Install Node 24 or later and run this again.`)
}

/** Runs a TypeScript file as the foreground process and ends as it ends. */
function run(args) {
  // React and others are several times as fast without what they do for a developer at the browser.
  const env = { NODE_ENV: 'production', ...process.env, STARTED_FROM: startedFrom() }
  const child = spawn(node, ['--import', 'tsx', ...args], { cwd: root, stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((done) => {
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
      done()
    })
  })
}

/** The folder where the user stands: `npm run` moves to the project's and says in INIT_CWD from where. */
function startedFrom() {
  const { INIT_CWD, npm_package_json: npmRuns } = process.env
  const byNpm = INIT_CWD && npmRuns && isHere(dirname(npmRuns)) && isHere(process.cwd())
  return byNpm ? INIT_CWD : process.cwd()
}

/** Whether a folder is the project's, however it is named. */
function isHere(folder) {
  return existsSync(folder) && realpathSync(folder) === realpathSync(root)
}

/** Types and style; true when both are clean. */
function check() {
  const bin = (name) => join(root, 'node_modules', name)
  const tools = [
    [bin('typescript/bin/tsc'), '-p', '.'],
    [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  ]
  return tools.every((args) => spawnSync(node, args, { cwd: root, stdio: 'inherit' }).status === 0)
}

/** Everything: types, style, walls, and each test file (those named, or all). */
function runTests(named) {
  const chromium = findChromium() ?? installChromium()
  if (named.length === 0) installScanner()
  if (named.length === 0 && !check()) return 1
  const files = named.length > 0 ? named : testFiles(join(root, 'test'))
  mkdirSync(join(root, '.cache'), { recursive: true })
  const tests = spawnSync(
    node,
    [
      '--import',
      'tsx',
      '--test',
      '--test-concurrency=2',
      '--test-timeout=1800000',
      '--test-reporter=spec',
      ...files,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } },
  )
  stopTestPostgres()
  return tests.status ?? 1
}

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((found) => {
      const path = join(folder, found.name)
      if (found.isDirectory()) return testFiles(path)
      return /\.test\.tsx?$/.test(found.name) ? [path] : []
    })
    .sort()
}

function findChromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return places.find((place) => place && existsSync(place) && statSync(place).isFile())
}

/** Debian's Chromium where this machine lets us install it; else one line that says how. */
function installChromium() {
  installFromDebian('chromium', 'Chromium for the browser tests')
  return (
    findChromium() ??
    stop(
      'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name it in CHROMIUM=/path/to/chromium.',
    )
  )
}

/** ClamAV, which looks into attached files; the tests that need it say so where it is not to be had. */
function installScanner() {
  const isThere = Boolean(process.env.CLAMD) || existsSync('/usr/sbin/clamd')
  if (!isThere) installFromDebian('clamav-daemon', 'ClamAV for the tests of attached files')
}

function installFromDebian(name, what) {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) return
  console.log(`Installing ${what} (once) ...`)
  const quiet = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)
}

/** The tests share one embedded PostgreSQL; it ends with them. */
function stopTestPostgres() {
  const stopper = join('test', 'support', 'stop-postgres.ts')
  spawnSync(node, ['--import', 'tsx', stopper], { cwd: root, stdio: 'inherit' })
}

function stop(words) {
  console.error(words)
  process.exit(1)
}
