// Holds every reference of every file against the layers and the table of packages; says each breach in a sentence.
import { isBuiltin } from 'node:module'
import { matchesGlob, posix } from 'node:path'
import { isWithin, layerOf, mayImport } from './layers.ts'
import { guardedBuiltins, layersOfPackage, nodeLayers, packageOf } from './packages.ts'
import { type Reference, referencesOf } from './references.ts'
import type { Source } from './sources.ts'

/** Files that load what is not known before run time: the app that is started, a module that a test driver names. */
const computes = [
  'build/default-app.js',
  'build/demonstration/command-line.ts',
  'test/bench/open.ts',
  'test/endure/fuzz/modules.ts',
]

/** Breaches of the import rules, each as `path:line → what is wrong`; empty when the house stands. */
export function importBreaches(files: readonly Source[]): string[] {
  const paths = files.map((file) => file.path)
  return files.flatMap((file) =>
    referencesOf(file).flatMap((reference) =>
      breachesOf(file.path, reference, paths).map((breach) => `${file.path}:${reference.line} → ${breach}`),
    ),
  )
}

function breachesOf(from: string, { specifier, glob }: Reference, paths: readonly string[]): string[] {
  if (specifier === undefined) return computes.includes(from) ? [] : ['a module that is computed at run time']
  if (layerOf(from) === undefined) return ['the file belongs to no layer']
  if (glob) return targetsOf(from, specifier, paths).flatMap((to) => arrowBreach(from, to))
  if (specifier.startsWith('.')) {
    if (!/\.\w+$/.test(specifier)) return [`${specifier}: relative imports carry their extension`]
    return arrowBreach(from, posix.join(posix.dirname(from), specifier))
  }
  if (isBuiltin(specifier)) return builtinBreach(from, specifier)
  return packageBreach(from, specifier)
}

/** The files that a glob takes in. */
function targetsOf(from: string, glob: string, paths: readonly string[]): string[] {
  const pattern = posix.join(posix.dirname(from), glob)
  return paths.filter((path) => path !== from && matchesGlob(path, pattern))
}

function arrowBreach(from: string, to: string): string[] {
  return mayImport(from, to) ? [] : [`${to}: ${layerOf(from)} may not import ${layerOf(to) ?? 'what is in no layer'}`]
}

function builtinBreach(from: string, specifier: string): string[] {
  if (!specifier.startsWith('node:')) return [`${specifier}: Node’s own modules are written with node:`]
  const layers = guardedBuiltins[specifier.slice('node:'.length).split('/')[0] ?? ''] ?? nodeLayers
  return layers.some((layer) => isWithin(from, layer)) ? [] : [`${specifier}: not in ${layerOf(from)}`]
}

function packageBreach(from: string, specifier: string): string[] {
  const name = packageOf(specifier)
  const layers = layersOfPackage(name)
  if (!layers) return [`${name}: belongs to no layer yet (test/rule/packages.ts)`]
  return layers.some((layer) => isWithin(from, layer)) ? [] : [`${name}: not in ${layerOf(from)}`]
}
