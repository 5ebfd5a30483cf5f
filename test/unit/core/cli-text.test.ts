// What the command line writes: tables, progress, JSON, and nothing that could steer a terminal.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jsonText } from '../../../electron/cli/text/json.ts'
import { bytes, counted, duration } from '../../../electron/cli/text/number.ts'
import { oneLine, printable } from '../../../electron/cli/text/printable.ts'
import { progressView } from '../../../electron/cli/text/progress.ts'
import { type Column, facts, table } from '../../../electron/cli/text/table.ts'
import { cutTo, padTo, widthOf } from '../../../electron/cli/text/width.ts'
import { Job } from '../../../shared/domain/job.ts'

describe('JSON', () => {
  test('reads back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('holds no mark that a terminal obeys or that turns text round', () => {
    const text = jsonText({ text: 'a\u009b31m\u202eb\u0007' })
    expect(text).toBe('{\n  "text": "a\\u009b31m\\u202eb\\u0007"\n}\n')
  })
})

describe('text from outside', () => {
  test('cannot clear the screen, reverse a line, or go on to the next', () => {
    expect(printable('\u001b[2Jred\u202e')).toBe('[U+001B][2Jred[U+202E]')
    expect(oneLine('one\r\ntwo\tthree\u2028four')).toBe('one two three four')
  })
})

describe('tables', () => {
  test('stand in columns, numbers on the right, also with ideographs and emoji', () => {
    const rows = [
      { text: 'Road closed', many: 1200 },
      { text: '図書館 📚', many: 3 },
    ]
    const columns: readonly Column<{ readonly text: string; readonly many: number }>[] = [
      { title: 'Text', value: ({ text }) => text },
      { title: 'Many', value: ({ many }) => String(many), side: 'right' },
    ]
    expect(table(rows, columns)).toEqual(['Text         Many', 'Road closed  1200', '図書館 📚       3'])
    expect(table([], columns)).toEqual([])
  })

  test('keep hostile text inside its cell', () => {
    const [, row] = table(['a\nb\u001b[1m'], [{ title: 'Text', value: (text) => text }])
    expect(row).toBe('a b[U+001B][1m')
  })

  test('cut and pad to the columns they are given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
        expect(widthOf(cutTo(text, columns))).toBeLessThanOrEqual(Math.max(columns, 1))
        expect(widthOf(padTo(cutTo(text, columns), columns, 'left'))).toBe(columns)
      }),
    )
  })

  test('facts have their values in one column', () => {
    expect(
      facts([
        ['City', 'Alder Bay'],
        ['Time zone', 'UTC'],
      ]),
    ).toEqual(['City       Alder Bay', 'Time zone  UTC'])
  })
})

test('numbers are told as people read them', () => {
  expect([counted(1, 'record'), counted(1200, 'record'), counted(0, 'copy', 'copies')]).toEqual([
    '1 record',
    '1,200 records',
    '0 copies',
  ])
  expect([0, 999, 1500, 2_700_000, 5e12, 9e15].map(bytes)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.5 kB',
    '2.7 MB',
    '5 TB',
    '9,000 TB',
  ])
  expect([0, 59.6, 200, 7500].map(duration)).toEqual(['0 s', '1 min 0 s', '3 min 20 s', '2 h 5 min'])
})

describe('progress', () => {
  const at = (done: number, more: Partial<Job> = {}) =>
    Job.parse({
      id: 'job-00001',
      kind: 'intake.import',
      label: 'export.zip',
      state: 'running',
      stage: 'reading',
      done,
      total: 2000,
      unit: 'items',
      rate: 500,
      secondsLeft: (2000 - done) / 500,
      createdAt: 0,
      startedAt: 0,
      endedAt: null,
      result: null,
      problem: null,
      resumable: false,
      undoable: false,
      droppable: false,
      ...more,
    })
  function shown(terminal: boolean, jobs: readonly (readonly [ms: number, job: Job])[]): string {
    let [text, now] = ['', 0]
    const view = progressView({ write: (part) => (text += part), terminal, columns: 100 }, () => now)
    for (const [ms, job] of jobs) {
      now = ms
      view.show(job)
    }
    view.end()
    return text
  }

  test('is a bar with rate and time left on a terminal, a line a stage', () => {
    const text = shown(true, [
      [0, at(500)],
      [100, at(1000)],
      [200, at(3, { stage: 'storing', total: null, rate: null, secondsLeft: null })],
    ])
    const lines = text.split('\n').map((line) => line.split('\r\u001b[2K').at(-1)?.trimEnd())
    expect(lines).toEqual([
      'reading                ████████████░░░░░░░░░░░░  50% 1,000 of 2,000 items, 500/s, 2 s left',
      'storing                                              3 items',
      '',
    ])
  })

  test('is a plain line at intervals where there is no terminal', () => {
    const text = shown(false, [
      [0, at(10)],
      [400, at(200)],
      [5000, at(1500)],
      [5100, at(2, { stage: 'sealing', unit: 'bytes' })],
    ])
    expect(text).toBe(
      'reading: 10 of 2,000 items, 500/s, 4 s left\nreading: 1,500 of 2,000 items, 500/s, 1 s left\nsealing: 2 bytes of 2 kB, 500 bytes/s, 4 s left\n',
    )
  })
})
