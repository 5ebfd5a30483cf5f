// What text becomes on its way in (X's entities, double encoding) and out (file names, CSV, plain text).
import { expect, test } from 'vitest'
import { visibleControls } from '../../../shared/text/controls.ts'
import { csvCell } from '../../../shared/text/csv.ts'
import { decodeXEntities } from '../../../shared/text/entities.ts'
import { safeFileName } from '../../../shared/text/file-name.ts'
import { repairMojibake } from '../../../shared/text/mojibake.ts'

test('decodes what X escapes, once, and nothing else', () => {
  expect(decodeXEntities('Q&amp;A &lt;b&gt; &amp;lt;i&amp;gt; &quot;x&quot; &#39; &nbsp; &')).toBe(
    'Q&A <b> &lt;i&gt; &quot;x&quot; &#39; &nbsp; &',
  )
})

test('repairs doubly encoded text and leaves all other text alone', () => {
  const doubled = (text: string) => String.fromCharCode(...Buffer.from(text, 'utf8'))
  expect(['Año 100% 🎉 市', 'plain', '50%'].map((text) => repairMojibake(doubled(text)))).toEqual([
    'Año 100% 🎉 市',
    'plain',
    '50%',
  ])
  expect(['Año', 'Ã', '市 Ã±', 'a\u00c0\u0080', '\u00ed\u00a0\u0080'].map(repairMojibake)).toEqual([
    'Año',
    'Ã',
    '市 Ã±',
    'a\u00c0\u0080',
    '\u00ed\u00a0\u0080',
  ])
})

test('makes names that every file system keeps', () => {
  const used = new Map<string, number>()
  const wishes = [
    '../../etc/passwd',
    'a\\b:c*?.jpg',
    'CON',
    'con.txt',
    'COM¹.log',
    'photo.jpg',
    'PHOTO.JPG',
    'photo.jpg',
    'a. . .',
    '',
    '...',
    'evil\u202egpj.exe',
    'cafe\u0301.png',
    'café.png',
    '.hidden',
    'Straße',
    'STRASSE',
    'lone\ud800.txt',
    'tab\there\nnow',
    'stem .jpg',
    'nul .txt',
  ]
  expect(wishes.map((wish) => safeFileName(wish, used))).toEqual([
    '_.._etc_passwd',
    'a_b_c__.jpg',
    '_CON',
    '_con.txt',
    '_COM¹.log',
    'photo.jpg',
    'PHOTO-2.JPG',
    'photo-3.jpg',
    'a',
    'file',
    'file-2',
    'evilgpj.exe',
    'café.png',
    'café-2.png',
    'hidden',
    'Straße',
    'STRASSE-2',
    'lone.txt',
    'tabherenow',
    'stem.jpg',
    '_nul.txt',
  ])
})

test('a cell that a spreadsheet would run is made text', () => {
  const values = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    "'=1",
    '\u200b=1',
    'a=1',
    "it's",
    'a"b,c',
    'x\ny',
    -5,
    7n,
    true,
    null,
    '',
  ]
  expect(values.map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\t=1",
    `"'\r=1"`,
    "' =1",
    "'＝1",
    "''=1",
    "'\u200b=1",
    'a=1',
    "it's",
    '"a""b,c"',
    '"x\ny"',
    '-5',
    '7',
    'true',
    '',
    '',
  ])
})

test('shows what hides or turns text round, and keeps what spelling and emoji need', () => {
  expect(
    visibleControls(
      'a\u202eb\u200bc\u2066\ufeff\u0000\r\n\td 👩‍🚒 👩🏽‍⚕️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می\u200cخواهم क्\u200dष x\u200dy 🏴\u{e0041}',
    ),
  ).toBe(
    'a[U+202E]b[U+200B]c[U+2066][U+FEFF][U+0000][U+000D]\n\td 👩‍🚒 👩🏽‍⚕️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می\u200cخواهم क्\u200dष x[U+200D]y 🏴[U+E0041]',
  )
})
