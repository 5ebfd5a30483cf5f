// Bundles the app into out/ (main, preload, renderer): builds aside, then swaps, so that no running test reads half a build.
// Run as a script: `node build/bundle.ts [main|preload|renderer …]`, all three by default.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { withBuildLock } from './build-lock.ts'
import { addPractice, practiceSources } from './practice.ts'
import { stampOf } from './source-stamp.ts'

const root = resolve(import.meta.dirname, '..')
const out = join(root, 'out')
const settings = ['package.json', 'electron.vite.config.ts']
const sources = {
  main: ['shared', 'electron', 'build/packet-page.ts', ...practiceSources, ...settings],
  preload: ['shared', 'electron', ...settings],
  renderer: ['shared', 'renderer', ...settings],
} as const
type Part = keyof typeof sources
const parts: readonly Part[] = ['main', 'preload', 'renderer']

function isPart(name: string): name is Part {
  return name in sources
}

async function bundle(part: Part): Promise<void> {
  const stamp = stampOf(root, sources[part])
  const stampFile = join(out, `.${part}-stamp`)
  const target = join(out, part)
  if (existsSync(target) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  const aside = join(out, '.new')
  const configFile = join(root, 'electron.vite.config.ts')
  const { config } = await resolveConfig(
    { root, configFile, logLevel: 'warn', build: { outDir: aside } },
    'build',
    'production',
  )
  const section = config?.[part]
  if (!section) throw new Error(`electron.vite.config.ts has no section ${part}`)
  rmSync(join(aside, part), { recursive: true, force: true })
  await build({ ...section, configFile: false })
  if (part === 'main') await addPractice(out, join(aside, part, 'practice'))
  rmSync(join(out, '.old'), { recursive: true, force: true })
  if (existsSync(target)) renameSync(target, join(out, '.old'))
  renameSync(join(aside, part), target)
  rmSync(join(out, '.old'), { recursive: true, force: true })
  writeFileSync(stampFile, stamp)
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !isPart(name))
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are: ${parts.join(', ')}.`)
mkdirSync(out, { recursive: true })
try {
  await withBuildLock(join(out, '.lock'), async () => {
    for (const part of asked.length > 0 ? asked.filter(isPart) : parts) await bundle(part)
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
