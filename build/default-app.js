// What a stock Electron starts with: runs the app in the folder named on the command line, as Electron's own default app does.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const preloaded = []
let folder
for (let index = 1; index < process.argv.length && folder === undefined; index++) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') preloaded.push(process.argv[++index])
  else if (!argument.startsWith('-')) folder = resolve(argument)
}

// Test drivers hand in a CommonJS module that must run before the app does.
const require = createRequire(import.meta.url)
for (const module of preloaded) require(resolve(module))

if (folder === undefined) {
  process.stderr.write('Name the folder of the app to run.\n')
  app.exit(2)
} else {
  const manifest = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8'))
  app.setVersion(manifest.version)
  app.setName(manifest.productName ?? manifest.name)
  app.setAppPath(folder)
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  await import(pathToFileURL(resolve(folder, manifest.main)).href)
}
