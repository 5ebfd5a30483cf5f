// `npm run lock`: names in package-lock.json the programs for other platforms that a lagging registry left out of it.
// Without them `npm ci` refuses the whole lock, on every machine, though it would pass over these very packages.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { missingPlatformPackages } from './platform-packages.ts'

const file = resolve(import.meta.dirname, '../package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const missing = missingPlatformPackages(lock.packages)
for (const { path, entry } of missing) lock.packages[path] = entry
// npm keeps the packages in order of path.
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${missing.length} packages for other platforms added`)
