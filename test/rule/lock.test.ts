// package-lock.json serves every platform, whatever the registry knew that wrote it, and names no registry.
import { describe, expect, test } from 'vitest'
import { missingPlatformPackages } from '../../build/platform-packages.ts'
import { filesNamed } from './sources.ts'

const [lock] = filesNamed(/^package-lock\.json$/)

describe('package-lock.json', () => {
  test('names the packages of all platforms (if not: npm run lock)', () => {
    expect(missingPlatformPackages(JSON.parse(lock?.text ?? '').packages)).toEqual([])
  })

  test('leaves the choice of the registry to the machine', () => {
    expect(lock?.text).not.toContain('"resolved": "http')
  })

  test('the check finds a platform that was left out, and refuses to guess', () => {
    const tool = (name: string) => ({ 'node_modules/tool': { optionalDependencies: { [name]: '1.2.3' } } })
    expect(missingPlatformPackages(tool('@tool/linux-x64-musl'))).toEqual([
      {
        path: 'node_modules/@tool/linux-x64-musl',
        entry: {
          version: '1.2.3',
          cpu: ['x64'],
          dev: true,
          libc: ['musl'],
          license: 'MIT',
          optional: true,
          os: ['linux'],
        },
      },
    ])
    expect(missingPlatformPackages({ ...tool('@tool/win32-x64'), 'node_modules/@tool/win32-x64': {} })).toEqual([])
    expect(() => missingPlatformPackages(tool('@tool/extra'))).toThrow('npm install')
  })
})
