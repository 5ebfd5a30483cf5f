// The sources that the rules are held against: every file of code in the tree, with its text.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Source {
  /** Path from the root of the tree, with forward slashes. */
  readonly path: string
  readonly text: string
}

const root = resolve(import.meta.dirname, '../..')
const folders = ['shared', 'electron', 'renderer', 'test', 'build', '.ci']
const code = /\.(ts|tsx|js|mjs|cjs)$/

/** All files in the folders of the tree whose name fits, in order of path. */
export function filesNamed(name: RegExp): Source[] {
  const own = readdirSync(root).filter((file) => name.test(file))
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => name.test(file) && !file.split(/[\\/]/).includes('node_modules'))
      .map((file) => join(folder, file).replaceAll('\\', '/')),
  )
  return [...own, ...inFolders].sort().map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Every TypeScript and JavaScript file of the tree. */
export const codeFiles: readonly Source[] = filesNamed(code)

/** The dependencies in package.json: those that ship, and those of development. */
export function declaredPackages(): string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return ['dependencies', 'devDependencies'].flatMap((part) => Object.keys(propertyOf(manifest, part)))
}

function propertyOf(value: unknown, name: string): object {
  const found: unknown = value instanceof Object ? Reflect.get(value, name) : undefined
  return found instanceof Object ? found : {}
}
