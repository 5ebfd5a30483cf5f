// The demonstration: the whole main job by the command line, and the same packet in every run.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesToOpen, runDemo } from '../../../build/demonstration/run.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-demo-'))
  folders.push(folder)
  return folder
}

async function play(folder: string) {
  let printed = ''
  const stream = { write: (text: string) => (printed += text), terminal: false, columns: undefined }
  const { packet } = await runDemo(folder, { out: stream, err: { ...stream, write: () => {} } })
  return { printed, digest: createHash('sha256').update(readFileSync(packet)).digest('hex') }
}

test('two runs leave the same packet, byte for byte, and all that they promise', async () => {
  const [one, other] = [newFolder(), newFolder()]
  const first = await play(one)
  expect(first.printed.match(/Nothing is unexplained\./g)).toHaveLength(2)
  expect(first.printed).toContain(first.digest)
  expect(filesToOpen(one).map(([file]) => file)).toContain('purge-report.pdf')
  expect((await play(other)).digest).toBe(first.digest)
})

test('it deletes no folder that it did not make', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'letter.txt'), 'mine')
  await expect(play(folder)).rejects.toThrow('was not made by the demonstration')
  expect(existsSync(join(folder, 'letter.txt'))).toBe(true)
})
