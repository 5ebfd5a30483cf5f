// Where a destruction at the command line looks for what the app keeps for itself.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { appDataFolder } from '../../electron/cli/app-data.ts'

test('the folder is the one that the app has on each system, by the name of the app', () => {
  const home = '/home/rosa'
  const { name } = JSON.parse(readFileSync(resolve(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))
  expect([
    appDataFolder({ platform: 'linux', env: {}, home }),
    appDataFolder({ platform: 'linux', env: { XDG_CONFIG_HOME: '/conf' }, home }),
    appDataFolder({ platform: 'darwin', env: {}, home: '/Users/rosa' }),
    appDataFolder({
      platform: 'win32',
      env: { APPDATA: 'C:\\Users\\rosa\\AppData\\Roaming' },
      home: 'C:\\Users\\rosa',
    }),
    appDataFolder({ platform: 'win32', env: {}, home: 'C:\\Users\\rosa' }),
  ]).toEqual([
    `/home/rosa/.config/${name}`,
    `/conf/${name}`,
    `/Users/rosa/Library/Application Support/${name}`,
    `C:\\Users\\rosa\\AppData\\Roaming\\${name}`,
    `C:\\Users\\rosa\\AppData\\Roaming\\${name}`,
  ])
})
