// A letter that goes on over its page takes its last words along with the signature: a name is never torn from its title, nor alone on a page.
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeLetterPdf } from '../../../electron/core/disclosure/letter/letter-pdf.ts'
import type { LetterWords } from '../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../shared/domain/time.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-letter-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const last = 'If you believe that your request was denied, you may ask for mediation.'
const signature = ['Rosa Imai', 'Records Clerk', 'Designee of the head of the agency', 'City of Oakland']
const letter = (lines: number): LetterWords => ({
  ...{
    head: ['City of Oakland'],
    date: LocalDate.parse('2026-11-20'),
    to: ['R. Ito'],
    subject: 'Determination',
    signature,
  },
  blocks: [
    ...Array.from({ length: lines }, (_, nth) => ({ kind: 'paragraph' as const, text: `Reason ${nth + 1}.` })),
    { kind: 'paragraph', text: last },
  ],
})

test('at every length', async () => {
  const pages: number[] = []
  for (let lines = 14; lines <= 26; lines += 1) {
    const path = join(folder, `${lines}.pdf`)
    const options = { createdAt: new Date(0), notice: null, proof: null, practice: false }
    pages.push(await writeLetterPdf(createWriteStream(path), letter(lines), [], options))
    const texts = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f')
    const page = texts.find((text) => text.includes('Sincerely,')) ?? ''
    for (const words of [last, ...signature]) expect(page, `${lines} lines`).toContain(words)
  }
  expect(new Set(pages)).toEqual(new Set([1, 2]))
})
