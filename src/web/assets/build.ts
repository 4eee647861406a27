/** Builds the style sheet and the islands once for each state of the source; started again, it does nothing. */

import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { compile } from 'sass'
import { paths } from '../paths.ts'
import { builtFolder } from './manifest.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const stampFile = join(builtFolder, 'stamp')

/** Makes sure that `.cache/assets` holds what the pages ask for. */
export async function buildAssets(): Promise<void> {
  const stamp = stampOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  mkdirSync(builtFolder, { recursive: true })
  const manifest = { ...buildStyles(), ...(await buildIslands()) }
  replaceFile(join(builtFolder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  replaceFile(stampFile, stamp)
}

/** Whole or not at all: other processes, such as tests in parallel, read and build the same folder. */
function replaceFile(file: string, text: string | Uint8Array): void {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, text)
  renameSync(unfinished, file)
}

function stampOfSources(): string {
  const files = globSync(['src/web/**/*.{ts,tsx,scss,svg}', 'src/core/**/*.ts', 'package-lock.json'], {
    cwd: root,
  }).sort()
  const digest = createHash('sha256')
  for (const file of files)
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return digest.digest('hex')
}

function buildStyles(): Record<string, string> {
  const { css } = compile(join(root, 'src/web/assets/site.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    silenceDeprecations: ['import', 'if-function'],
  })
  const mark = readFileSync(join(root, 'src/web/assets/mark.svg'))
  replaceFile(join(builtFolder, 'mark.svg'), mark)
  return { 'site.css': written('site', 'css', withIcons(css)), 'mark.svg': 'mark.svg' }
}

/** The style sheet with the addresses of the design system's icons as they are served here. */
function withIcons(css: string): string {
  const images = join(root, 'node_modules/nhsuk-frontend/dist/nhsuk/assets/images')
  return css.replaceAll(/\/assets\/images\/([a-z-]+)\.svg/g, (_, icon: string) =>
    paths.asset(written(icon, 'svg', readFileSync(join(images, `${icon}.svg`), 'utf8'))),
  )
}

async function buildIslands(): Promise<Record<string, string>> {
  const entryPoints = globSync('src/web/islands/*.ts', { cwd: root }).map((file) => join(root, file))
  const built = await build({
    entryPoints,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    outdir: builtFolder,
    absWorkingDir: root,
    legalComments: 'none',
  })
  return Object.fromEntries(
    built.outputFiles.map((file) => {
      const name = basename(file.path, '.js')
      return [`${name}.js`, written(name, 'js', file.text)]
    }),
  )
}

function written(name: string, ending: string, text: string): string {
  const file = `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.${ending}`
  replaceFile(join(builtFolder, file), text)
  return file
}
