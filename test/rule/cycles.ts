// Circles of imports: files that cannot be understood, tested or loaded one without the other.
import { posix } from 'node:path'
import { referencesOf } from './references.ts'
import type { Source } from './sources.ts'

/** Every circle found, as `a → b → a`; type imports count, because readers follow them too. Globs do not: they find what they do not name. */
export function circles(files: readonly Source[]): string[] {
  const targets = new Map(files.map((file) => [file.path, targetsOf(file)]))
  const done = new Set<string>()
  const found: string[] = []
  const follow = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) {
      for (const target of targets.get(path) ?? []) follow(target, [...way, path])
      done.add(path)
    }
  }
  for (const path of targets.keys()) follow(path, [])
  return found
}

function targetsOf(file: Source): string[] {
  return referencesOf(file).flatMap(({ specifier, glob }) =>
    specifier?.startsWith('.') && !glob ? [posix.join(posix.dirname(file.path), specifier)] : [],
  )
}
