// What whoever measures can rely on: an export that is built to be long holds as many items as were asked for, and nothing odd.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { platforms } from '../../../electron/core/intake/platforms.ts'
import { largeExports, writeLarge } from '../../fixtures/large.ts'
import { readPaths, writeFiles } from '../../support/read-platform.ts'

const COUNT = 70

test.each(largeExports.map((made) => [made.platform, made] as const))(
  'a long export of %s is whole',
  async (name, made) => {
    const platform = platforms.find((one) => one.name === name)
    if (platform === undefined) throw new Error(`there is no platform ${name}`)
    const path = join(await writeFiles({}), 'export.zip')
    await writeLarge(path, made, COUNT)
    const { records, plan, findings, damaged, items } = await readPaths(platform, [path])
    const said = records.filter(({ text }) => /line \d+ stop at City Hall/.test(text))
    expect(new Set(said.map(({ text }) => text)).size).toBe(COUNT)
    expect(items.filter(({ outcome }) => outcome.type === 'failed')).toEqual([])
    expect([plan.findings, findings, [...damaged]]).toEqual([[], [], []])
  },
)
