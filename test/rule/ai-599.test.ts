// AI 599 read whole: every duty of its part III stands in docs/ai-599.md, and every test that is named there exists.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const rows = readFileSync(resolve(root, 'docs/ai-599.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| "/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

/** The words of part III that say what is to be done, or how things are; in the order of the text, written down from the instruction. */
const duties = [
  "must appoint a 'social media liaison'",
  'The ideal individual is',
  'authorized to speak with quick authority',
  'Upholding best practices',
  'Publishing social media content',
  'Social media monitoring',
  'Managing public responses',
  'Responding to direct queries',
  'Reporting emergencies',
  'within 48-72 hours',
  'subject to all appropriate Administrative Instructions',
  'requires written approval',
  'should send the request to',
  'Description of the tool',
  'Departmental operational and use guidelines',
  'Standards and processes for managing accounts',
  'Opportunities for use by other City departments',
  'Description of how enterprise-wide design standards',
  'The proposed username and administrative credentials',
  'For more detailed guidance',
  'not intended for building support',
  'not to be used as campaign tools',
  'not to be used to promote the sale',
  'will maintain a list of approved social media tools',
  'will include login and password information',
  'must inform the Citywide Communications team',
  'reserves the right to edit or remove content',
  'considered a matter of public record',
  'must follow retention policies',
  'will hyperlink to',
  'must keep track of any content removed',
  'must document the date, time, and source of a removed post',
  'for both personal and professional use',
  'must only be used to conduct City business',
  'there is no expectation of privacy',
  'should not imply affiliation',
  'must have approval from the Citywide Communications Team',
  'not authorized to use City sites for personal use',
  'must remain under City management',
  'retains ownership when',
  "should not include any part of an individual's name",
]

describe('docs/ai-599.md', () => {
  test('lists every sentence of part III once, in the order of the text', () => {
    expect(rows.map(([words = '']) => duties.find((duty) => words.includes(duty)))).toEqual(duties)
  })

  test('says of every duty where it is met and what stays with people', () => {
    for (const row of rows) expect(row.length === 4 && row.every((cell) => cell !== ''), row[0]).toBe(true)
  })

  test('names tests that exist; a duty without one says that it is not met', () => {
    for (const [words = '', where = '', tests = ''] of rows) {
      const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path)
      expect(named.length > 0 || where.startsWith('Not met'), words).toBe(true)
      for (const path of named) expect(existsSync(resolve(root, path)), path).toBe(true)
    }
  })
})
