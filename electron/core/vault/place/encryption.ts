// Whether a disk is encrypted, judged from what the operating system answers without an administrator's rights.
import type { DiskEncryption } from '../../../../shared/contract/protection.ts'

const unknown: DiskEncryption = { state: 'unknown', by: null }

/** What `fdesetup status` of macOS prints. */
export function judgeFileVault(printed: string): DiskEncryption {
  if (/^FileVault is On\b/m.test(printed)) return { state: 'encrypted', by: 'FileVault' }
  return /^FileVault is Off\b/m.test(printed) ? { state: 'plain', by: 'FileVault' } : unknown
}

/**
 * The property `System.Volume.BitLockerProtection` of a Windows drive: 0 cannot be encrypted, 1 on, 2 off, 3 being encrypted, 4 being
 * decrypted, 5 suspended (the key lies open), 6 locked, 8 waiting for its activation, with the key open.
 */
export function judgeBitLocker(printed: string): DiskEncryption {
  const by = 'BitLocker'
  switch (printed.trim()) {
    case '1':
    case '6':
      return { state: 'encrypted', by }
    case '0':
    case '2':
    case '3':
    case '4':
      return { state: 'plain', by }
    case '5':
    case '8':
      return { state: 'suspended', by }
    default:
      return unknown
  }
}

/** A block device of Linux, as `/sys/class/block` shows it. */
export interface BlockDevice {
  /** The id that the device mapper gave it; null where it is no mapped device. */
  readonly mapper: string | null
  /** The devices that it lies on. */
  readonly below: readonly string[]
}

/**
 * A Linux device with those that it lies on.
 * @param at the device by its name in the kernel; null where it is none
 */
export function judgeLinux(name: string | null, at: (name: string) => BlockDevice | null): DiskEncryption {
  if (name === null) return unknown
  const seen = new Set<string>()
  const waiting = [name]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const device = at(next)
    if (device === null) return unknown
    if (device.mapper?.startsWith('CRYPT-')) return { state: 'encrypted', by: 'LUKS' }
    waiting.push(...device.below)
  }
  return { state: 'plain', by: 'LUKS' }
}
