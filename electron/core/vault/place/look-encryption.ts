// Asks the operating system whether the disk of a folder is encrypted: BitLocker, FileVault, LUKS.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { DiskEncryption } from '../../../../shared/contract/protection.ts'
import { type BlockDevice, judgeBitLocker, judgeFileVault, judgeLinux } from './encryption.ts'
import { sourceOf } from './judge.ts'

const run = promisify(execFile)
const PATIENCE_MS = 15_000

/** @param folder absolute, and there */
export async function lookAtEncryption(folder: string): Promise<DiskEncryption> {
  try {
    if (process.platform === 'darwin') return judgeFileVault(await printed('/usr/bin/fdesetup', ['status']))
    if (process.platform === 'win32') return judgeBitLocker(await bitLocker(realpathSync.native(folder)))
    return judgeLinux(blockName(realpathSync(folder)), blockDevice)
  } catch {
    return { state: 'unknown', by: null }
  }
}

async function printed(program: string, words: readonly string[]): Promise<string> {
  const { stdout } = await run(program, words, { timeout: PATIENCE_MS, windowsHide: true })
  return stdout
}

/** What Explorer shows of a drive; “manage-bde” says more, but only to an administrator. */
async function bitLocker(folder: string): Promise<string> {
  const [drive] = /^[A-Za-z]:/.exec(folder) ?? []
  if (drive === undefined) return ''
  const script = `(New-Object -ComObject Shell.Application).NameSpace('${drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')`
  const program = join(
    process.env.SystemRoot ?? 'C:\\Windows',
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  )
  return printed(program, ['-NoProfile', '-NonInteractive', '-Command', script])
}

/** The device that a folder's file system lies on, by its name in the kernel; null where it is none of this computer's. */
function blockName(folder: string): string | null {
  const source = sourceOf(folder, readFileSync('/proc/self/mountinfo', 'utf8'))
  return source?.startsWith('/dev/') === true && existsSync(source) ? basename(realpathSync(source)) : null
}

function blockDevice(name: string): BlockDevice | null {
  const place = join('/sys/class/block', name)
  if (!existsSync(place)) return null
  const [mapper, below, whole] = [join(place, 'dm', 'uuid'), join(place, 'slaves'), join(place, 'partition')]
  return {
    mapper: existsSync(mapper) ? readFileSync(mapper, 'utf8').trim() : null,
    // A partition lies on nothing but its disk, which is no mapped device unless it says so itself.
    below: existsSync(whole) || !existsSync(below) ? [] : readdirSync(below),
  }
}
