// What a clerk may leave out or type differently and still find.
import { describe, expect, test } from 'vitest'
import { fold } from '../../../shared/text/fold.ts'
import { tokens } from '../../../shared/text/tokens.ts'

const same: [what: string, stored: string, typed: string][] = [
  ['case', 'City COUNCIL', 'city council'],
  ['Vietnamese without accents', 'Hội đồng Thành phố, được Đổi', 'hoi dong thanh pho duoc doi'],
  ['accents composed or not', 'Me\u0301xico', 'M\u00e9xico'],
  ['Spanish', '¡Información según el Año!', 'informacion segun el ano'],
  ['harakat and tatweel', 'مُحَمَّد مـــحمد', 'محمد محمد'],
  ['alef with hamza, madda, wasla', 'أكلاند إدارة آخر ٱلمدينة', 'اكلاند اداره اخر المدينه'],
  ['Persian keyboard', 'کتابی', 'كتابي'],
  ['full-width letters', 'ＡＢＣ１２３', 'abc123'],
  ['half-width kana', 'ﾊﾞｽ', 'バス'],
  ['kana voicing marks apart', 'か\u3099', 'が'],
  ['ligatures and curly quotes', 'o\ufb03ce “hours”', 'office hours'],
  ['zero-width space within a word', 'vo\u200bte', 'vote'],
  ['bidi controls and soft hyphens', '\u202evo\u00adte\u202c', 'vote'],
  ['the parts of a joined emoji', '👩‍🚒', '👩 🚒'],
  ['skin tone and variation selector', '👍🏽❤️', '👍 ❤'],
  ['final sigma', 'ΟΔΟΣ', 'οδος'],
  ['a trade mark beside a name', 'Muniment™ Muniment®', 'muniment muniment ®'],
]

describe('folding', () => {
  test.each(same)('%s makes no difference', (_what, stored, typed) => {
    expect(tokens(stored)).toEqual(tokens(typed))
  })

  test('keeps apart what differs', () => {
    const words = ['が', 'か', '市', '議', '🇺🇸', '🇸🇺', '🌳', '🔥', 'ß', 'ss', 'мир', 'مدينة', 'مدير']
    expect(new Set(words.map((word) => tokens(word).join(' '))).size).toBe(words.length)
  })

  test('makes one token of each character of scripts without spaces, of each flag and of each emoji', () => {
    expect(tokens('BART捷運站開放park🌳🔥🇺🇸🇲🇽กขคラーメンDay')).toEqual(
      'bart 捷 運 站 開 放 park 🌳 🔥 🇺🇸 🇲🇽 ก ข ค ラ ー メ ン day'.split(' '),
    )
  })

  test('finds the words of addresses, handles and tags', () => {
    expect(tokens('https://t.co/AbC?x=1 @Alder_Bay #BART.')).toEqual('https t co abc x 1 alder bay bart'.split(' '))
  })

  test('returns plain ASCII as it is', () => {
    const text = 'Road closure: 5th & Main, "detour" <here>\r\n\tcity.gov\u0000end'
    expect(fold(text)).toBe(text)
  })

  test('drops halves of surrogate pairs', () => {
    expect(tokens('one\ud83d two\udc00\ud83dthree')).toEqual(['one', 'two', 'three'])
  })
})
