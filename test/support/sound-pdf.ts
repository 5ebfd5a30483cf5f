// A PDF that leaves the City is sound: by qpdf, by poppler, and by what PDF/UA-1 and PDF/A-2a ask for and a program can tell.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { Pdf } from '../golden/typeset-read.ts'
import { soundFile, soundStructure } from '../golden/typeset-sound.ts'

/**
 * Checks a file; returns its text in the order of its structure, as a screen reader reads it.
 * @param claims whether it may declare that it conforms
 */
export function expectSound(path: string, claims = false): string {
  const run = (program: string, ...args: string[]) => execFileSync(program, [...args, path], { encoding: 'utf8' })
  expect(run('qpdf', '--check')).toContain('No syntax or stream encoding errors')
  expect(run('pdfinfo')).toMatch(/Tagged:\s+yes/)
  const bytes = readFileSync(path)
  const pdf = new Pdf(bytes)
  soundFile(pdf, bytes, claims)
  const roles = soundStructure(pdf)
  expect(roles.get('H1'), 'a heading to begin with').toBeGreaterThan(0)
  const order = execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8' })
  expect(order).toContain('H1 ')
  return order
}
