// Imports point one way only, and every package belongs to a layer.
import { describe, expect, test } from 'vitest'
import { circles } from './cycles.ts'
import { importBreaches } from './import-check.ts'
import { knownPackages } from './packages.ts'
import { referencesOf } from './references.ts'
import { codeFiles, declaredPackages } from './sources.ts'

/** Raised as the tree grows: a check that sees fewer files than this has lost its way. */
const fewestFiles = 330

describe('imports', () => {
  test('point only where the design’s arrows point', () => {
    const references = codeFiles.reduce((sum, file) => sum + referencesOf(file).length, 0)
    console.log(`imports: ${references} references in ${codeFiles.length} files`)
    expect(codeFiles.length).toBeGreaterThanOrEqual(fewestFiles)
    expect(importBreaches(codeFiles)).toEqual([])
  })

  test('never run in a circle', () => {
    expect(circles(codeFiles)).toEqual([])
  })

  test('the table of packages and package.json name the same packages', () => {
    expect([...knownPackages].sort()).toEqual(declaredPackages().sort())
  })
})

describe('the import check itself', () => {
  /** Every arrow that the design forbids, in every form in which one can be written. */
  const forbidden: readonly (readonly [path: string, text: string])[] = [
    ['shared/domain/hold.ts', "import { x } from '../contract/hold.ts'"],
    ['shared/domain/hold.ts', "import { x } from '../../electron/core/archive.ts'"],
    ['shared/text/fold.ts', "import { readFileSync } from 'node:fs'"],
    ['shared/text/fold.ts', "import type { Buffer } from 'buffer'"],
    ['shared/contract/hold.ts', "export * from '../../renderer/client/proxy.ts'"],
    ['electron/preload/index.ts', "import type { Hold } from '../../shared/contract/hold.ts'"],
    ['electron/preload/index.ts', "import z from 'zod'"],
    ['electron/main/index.ts', "import type { Archive } from '../core/archive.ts'"],
    ['electron/main/index.ts', "const a: import('../core/archive.ts').Archive = b"],
    ['electron/host/index.ts', "import { app } from 'electron'"],
    ['electron/core/archive.ts', "import { app } from 'electron'"],
    ['electron/core/archive.ts', "import { serve } from '../host/index.ts'"],
    ['electron/core/archive.ts', "import { get } from 'node:https'"],
    ['electron/core/vault/object.ts', "export { x } from '../intake/zip.ts'"],
    ['electron/core/job/queue.ts', "const x = await import('../retention/plan.ts')"],
    ['electron/core/job/define.ts', "import type { WorkerStart } from '../worker/protocol.ts'"],
    ['electron/core/worker/index.ts', "import { openArchive } from '../archive.ts'"],
    ['electron/core/search/query.ts', "const x = require('../typeset/run.ts')"],
    ['electron/core/retention/plan.ts', "import { x } from '../disclosure/packet.ts'"],
    ['electron/core/retention/plan.ts', "new Worker(new URL('../intake/thread.ts', import.meta.url))"],
    ['electron/core/intake/zip.ts', "import { open } from '../archive.ts'"],
    ['electron/core/intake/zip.ts', "import path from '../disclosure/thread.ts?modulePath'"],
    ['electron/core/intake/platforms/x/read.ts', "import { y } from '../facebook/read.ts'"],
    ['electron/core/intake/zip.ts', "import x = require('left-pad')"],
    ['electron/core/intake/zip.ts', 'const x = await import(name)'],
    ['electron/core/intake/zip.ts', "const x = createRequire(import.meta.url)('left-pad')"],
    ['electron/cli/index.ts', "import { window } from '../main/window.ts'"],
    ['renderer/ui/grid.tsx', "import type { Record } from '../../shared/domain/record/record.ts'"],
    ['renderer/client/proxy.ts', "import { Room } from '../rooms/records/room.tsx'"],
    ['renderer/rooms/records/list.tsx', "import { x } from '../imports/room.tsx'"],
    ['renderer/rooms/records/list.tsx', "import { shell } from '../../app/shell.tsx'"],
    ['renderer/rooms/records/list.tsx', "import { join } from 'node:path'"],
    ['renderer/rooms/records/list.tsx', "import Dexie from 'dexie'"],
    ['renderer/rooms/records/list.tsx', "import { open } from '../../../electron/core/archive.ts'"],
    ['renderer/app/shell.tsx', "import { x } from '../../test/fixtures/x/build.ts'"],
    ['test/fixtures/x/build.ts', "import { open } from '../../../electron/core/archive.ts'"],
    ['build/demo.ts', "import { open } from '../electron/core/archive.ts'"],
    ['shared/domain/hold.ts', "import { x } from './series'"],
    ['elsewhere/x.ts', "import { x } from './y.ts'"],
  ]

  test.each(forbidden)('refuses in %s: %s', (path, text) => {
    expect(importBreaches([{ path, text }])).toHaveLength(1)
  })

  const permitted: readonly (readonly [path: string, text: string])[] = [
    ['shared/contract/hold.ts', "import { x } from '../domain/hold.ts'"],
    ['electron/preload/index.ts', "import { names } from '../../shared/contract/name.ts'"],
    ['electron/core/archive.ts', "import.meta.glob(['./*/operations/*.ts', '!./**/*.test.ts'], { eager: true })"],
    ['electron/core/worker/load.ts', "import.meta.glob('../retention/queries/*.ts')"],
    ['electron/core/intake/zip.ts', "import { readFile } from 'node:fs/promises'"],
    ['electron/core/intake/platforms/x/read.ts', "import { y } from '../platform.ts'"],
    ['renderer/rooms/records/list.tsx', "import { y } from './row.tsx'"],
    ['renderer/app/routes.ts', "import.meta.glob('../rooms/*/room.tsx')"],
  ]

  test.each(permitted)('allows in %s: %s', (path, text) => {
    expect(importBreaches([{ path, text }])).toEqual([])
  })

  test.each([
    "import.meta.glob('../*/thread.ts')",
    "import.meta.glob(['./*.ts', '!./a.ts', '../{retention,disclosure}/**/*.ts'], { eager: true })",
  ])('refuses what a glob takes in: %s', (text) => {
    const files = [
      { path: 'electron/core/retention/all.ts', text },
      { path: 'electron/core/retention/thread.ts', text: '' },
      { path: 'electron/core/disclosure/thread.ts', text: '' },
    ]
    expect(importBreaches(files)).toEqual([
      'electron/core/retention/all.ts:1 → electron/core/disclosure/thread.ts: electron/core/retention may not import electron/core/disclosure',
    ])
  })

  test('finds a circle, of types too', () => {
    const file = (name: string, other: string) => ({
      path: `shared/domain/${name}`,
      text: `import type { X } from './${other}'`,
    })
    expect(circles([file('a.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts', 'b.ts')])).toEqual([
      'shared/domain/b.ts → shared/domain/c.ts → shared/domain/b.ts',
    ])
    expect(circles([file('a.ts', 'c.ts'), file('b.ts', 'c.ts'), file('c.ts', 'd.ts')])).toEqual([])
  })
})
