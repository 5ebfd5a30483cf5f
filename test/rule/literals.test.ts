// Everything that is read on the screen stands in a catalogue of renderer/locale.
import { expect, test } from 'vitest'
import { literalsOf } from './literals.ts'
import { codeFiles } from './sources.ts'

test('no component holds English words of its own', () => {
  const components = codeFiles.filter(({ path }) => /^renderer\/.*\.tsx$/.test(path))
  expect(components.length).toBeGreaterThan(100)
  expect(literalsOf(components)).toEqual([])
})

test.each([
  ['<p>Nothing here</p>', 1],
  ["<p>{'Nothing here'}</p>", 1],
  ['<Field label="Name" />', 1],
  ['<Field label={`Name`} />', 1],
  ["<p>{t('nothing')} · {count} – </p>", 0],
  ['<Field label={t(\'name\')} className="wide" type="date" />', 0],
])('the check itself: %s', (jsx, found) => {
  expect(literalsOf([{ path: 'renderer/rooms/a/b.tsx', text: `const a = ${jsx}` }]).length).toBe(found)
})
