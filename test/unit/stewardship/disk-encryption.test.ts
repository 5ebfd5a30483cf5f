// Whether the disk is encrypted, from what each operating system answers; where it does not answer, nothing is claimed.
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import {
  type BlockDevice,
  judgeBitLocker,
  judgeFileVault,
  judgeLinux,
} from '../../../electron/core/vault/place/encryption.ts'
import { sourceOf } from '../../../electron/core/vault/place/judge.ts'
import { lookAtEncryption } from '../../../electron/core/vault/place/look-encryption.ts'

test.each([
  ['FileVault is On.\n', 'encrypted'],
  ['FileVault is Off.\n', 'plain'],
  ['FileVault is Off, but will be enabled after the next restart.\n', 'plain'],
  ['Error: Unable to determine FileVault status.\n', 'unknown'],
  ['', 'unknown'],
])('macOS says %j: %s', (printed, state) => {
  expect(judgeFileVault(printed).state).toBe(state)
})

test.each([
  ['1\r\n', 'encrypted'],
  ['6', 'encrypted'],
  ['0', 'plain'],
  ['2', 'plain'],
  ['3', 'plain'],
  ['4', 'plain'],
  ['5', 'suspended'],
  ['8', 'suspended'],
  ['', 'unknown'],
  ['7', 'unknown'],
])('Windows says %j of the drive: %s', (printed, state) => {
  expect(judgeBitLocker(printed).state).toBe(state)
})

const device = (mapper: string | null, ...below: readonly string[]): BlockDevice => ({ mapper, below })
const DEVICES: Readonly<Record<string, BlockDevice>> = {
  nvme0n1p3: device(null),
  sda1: device(null),
  'dm-0': device('CRYPT-LUKS2-4b1e-luks', 'nvme0n1p3'),
  'dm-1': device('LVM-abc', 'dm-0'),
  'dm-2': device('LVM-def', 'sda1'),
  'dm-3': device('LVM-ghi', 'missing'),
}
test.each([
  ['a mapped device of LUKS', 'dm-0', 'encrypted'],
  ['a volume on one', 'dm-1', 'encrypted'],
  ['a volume on a plain partition', 'dm-2', 'plain'],
  ['a plain partition', 'sda1', 'plain'],
  ['a device on one that is not there', 'dm-3', 'unknown'],
  ['a device that is not there', 'missing', 'unknown'],
  ['no device at all', null, 'unknown'],
])('Linux shows %s', (_what, name, state) => {
  expect(judgeLinux(name, (one) => DEVICES[one] ?? null).state).toBe(state)
})

test('the device is that of the mount that is seen, with spaces in its path', () => {
  const mounts = [
    '22 1 0:21 / / rw - ext4 /dev/mapper/root rw',
    '30 22 8:1 / /media/City\\040disk rw - ext4 /dev/sda1 rw',
    '31 22 0:40 / /srv rw - nfs server:/srv rw',
  ].join('\n')
  expect(sourceOf('/home/dana/v', mounts)).toBe('/dev/mapper/root')
  expect(sourceOf('/media/City disk/v', mounts)).toBe('/dev/sda1')
  expect(sourceOf('/srv/v', mounts)).toBe('server:/srv')
})

test('this computer is asked, and answers with one of the four', async () => {
  expect(['encrypted', 'plain', 'suspended', 'unknown']).toContain((await lookAtEncryption(tmpdir())).state)
})
