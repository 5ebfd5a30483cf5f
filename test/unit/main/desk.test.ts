// The small decisions of the shell: which vault was named, where the window opens, how often to try again, what is remembered.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vaultArgument } from '../../../electron/main/arguments.ts'
import { besideWindow, placeWindow } from '../../../electron/main/bounds.ts'
import { exitReason } from '../../../electron/main/exit-reason.ts'
import { restartLimit } from '../../../electron/main/restart-limit.ts'
import { openSettings, withRecent } from '../../../electron/main/settings.ts'

test.each([
  [['muniment'], null],
  [['muniment', '/a/Bay.muniment'], '/a/Bay.muniment'],
  [['muniment', 'Bay.MUNIMENT/'], '/desk/Bay.MUNIMENT'],
  [['electron', '-r', '/x/loader.js', '--inspect=0', '/tree', '../Bay.muniment'], '/Bay.muniment'],
  [['electron', '/tree', '--log=Bay.muniment'], null],
  [['/opt/Bay.muniment', '/a/report.pdf'], null],
])('%j names the vault %j', (argv, vault) => {
  expect(vaultArgument(argv, resolve('/desk'))).toBe(vault === null ? null : resolve(vault))
})

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const second = { x: 1920, y: 0, width: 1280, height: 1024 }
  const usual = { width: 1280, height: 840 }

  test.each([
    ['where it stood', { x: 100, y: 100, width: 1000, height: 700 }, [screen], true],
    ['on the second screen', { x: 2000, y: 100, width: 1000, height: 700 }, [screen, second], true],
    ['in the middle, when the second screen is gone', { x: 2000, y: 100, width: 1000, height: 700 }, [screen], false],
    ['in the middle, when only a sliver would be seen', { x: 1900, y: 100, width: 1000, height: 700 }, [screen], false],
    ['in the middle, when no screen is known', { x: 0, y: 0, width: 1000, height: 700 }, [], false],
  ])('opens %s', (_name, remembered, screens, kept) => {
    expect(placeWindow(remembered, screens)).toEqual(kept ? remembered : usual)
  })

  test('opens a step beside the one before, as large', () => {
    expect(besideWindow({ x: 100, y: 50, width: 1000, height: 700 })).toEqual({
      x: 132,
      y: 82,
      width: 1000,
      height: 700,
    })
  })

  test('opens in the middle the first time', () => {
    expect(placeWindow(null, [screen])).toEqual(usual)
  })
})

test('the vault process is started again three times in five minutes, and again when they have passed', () => {
  const limit = restartLimit()
  const minutes = [0, 1, 2, 3, 4.9, 5, 5.5, 6, 7]
  expect(minutes.map((minute) => limit.allow(minute * 60_000))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
    false,
    true,
    true,
  ])
})

test.each([
  [9, 'something outside Muniment ended it (code 9)'],
  [137, 'something outside Muniment ended it (code 137)'],
  [-11, 'it met a defect in native code (code -11)'],
  [139, 'it met a defect in native code (code 139)'],
  [70, 'it met a defect (code 70)'],
  [3221225477, 'for a reason unknown (code 3221225477)'],
])('exit code %i means: %s', (code, words) => {
  expect(exitReason(code)).toBe(words)
})

describe('what is remembered', () => {
  test('the last ten vaults, the newest first, each once', () => {
    const many = Array.from({ length: 12 }, (_, index) => `/v${index}`).reduce<string[]>(withRecent, [])
    expect(withRecent(many, '/v5')).toEqual(['/v5', '/v11', '/v10', '/v9', '/v8', '/v7', '/v6', '/v4', '/v3', '/v2'])
  })

  test('is there at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'muniment-settings-'))
    const file = join(folder, 'shell.json')
    const settings = await openSettings(file)
    const bounds = { x: 1, y: 2, width: 900, height: 600 }
    await Promise.all([settings.change({ recent: ['/a'] }), settings.change({ bounds })])
    expect((await openSettings(file)).current()).toEqual({ recent: ['/a'], bounds })
    await rm(folder, { recursive: true, force: true })
  })

  test.each(['', '{', 'null', '{"recent":"x","bounds":null}', '{"recent":[],"bounds":null,"more":1}'])(
    'is nothing where the file says %j',
    async (text) => {
      const folder = await mkdtemp(join(tmpdir(), 'muniment-settings-'))
      const file = join(folder, 'shell.json')
      await writeFile(file, text)
      const settings = await openSettings(file)
      expect(settings.current()).toEqual({ recent: [], bounds: null })
      await settings.change({ recent: ['/a'] })
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ recent: ['/a'], bounds: null })
      await rm(folder, { recursive: true, force: true })
    },
  )
})
