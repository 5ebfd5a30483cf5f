// The file that typesetting makes, read back by a small PDF reader of its own: what it says, how it is tagged, that it never varies.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createDocument, type Doc } from '../../electron/core/typeset/document.ts'
import { made, options, png } from './typeset-made.ts'
import { soundFile, soundStructure } from './typeset-sound.ts'

const POSTS = {
  English: 'The office of Harbor Affairs will close Harbor Street on Friday.',
  Spanish: '¡Atención! La calle del Puerto estará cerrada; ¿preguntas? Llame al 311.',
  Vietnamese: 'Thành phố sẽ đóng đường Cảng vào thứ Sáu.',
  Decomposed: 'Nguyễn Thị Hường'.normalize('NFD'),
  Chinese: '市政府将于星期五关闭港口街，“谢谢”。',
  Japanese: '金曜日に港通りを閉鎖します。',
  Korean: '금요일에 항구 거리가 폐쇄됩니다.',
  Thai: 'เทศบาลจะปิดถนนท่าเรือในวันศุกร์ น้ำท่วม',
  Arabic: 'ستُغلق المدينة شارع الميناء (قسم 12) يوم الجمعة.',
  Hebrew: 'מועצת העיר תתכנס ביום 12/3 (אולם 4).',
  Emoji: 'Trees 🌳 👩🏽‍🚒 👨‍👩‍👧‍👦 🇺🇸 1️⃣ ❤️ done',
}

async function everything(doc: Doc): Promise<void> {
  await doc.heading(1, 'Records')
  await doc.facts([
    ['Request', '26-0143'],
    ['Digest', [{ text: '9f86d081884c7d65', mono: true }]],
    ['Portal', [{ text: 'the portal', link: 'https://alderbay.example/(26)' }]],
  ])
  await doc.banner('warning', 'Three records are shown in part.')
  for (const [name, text] of Object.entries(POSTS)) {
    await doc.heading(3, name)
    await doc.paragraph(text)
  }
  await doc.rule()
  const rows = Array.from({ length: 90 }, (_, i) => [String(i), POSTS.English, Object.values(POSTS)[i % 11] ?? ''])
  await doc.list(['Asked by mail.', 'Answered on the portal.'])
  await doc.table({
    caption: 'Register',
    columns: [
      { header: 'No.', width: 1, align: 'end' },
      { header: 'Text', width: 4 },
      { header: 'Said', width: 4 },
    ],
    rows,
  })
  await doc.image(png(40, 30), { alt: 'A square', caption: 'Picture 1' })
}

describe('a document', () => {
  it('gives back each language as it was written, in reading order', async () => {
    const { pdf, summary } = await made(everything)
    const text = pdf.text()
    for (const post of Object.values(POSTS)) expect(text).toContain(post)
    expect(text).toContain('9f86d081884c7d65')
    expect(summary).toEqual({ pages: pdf.pages.length, undrawable: [], invisible: [] })
  })

  it('declares PDF/A-2a and PDF/UA-1, its language and title, with values escaped, and embeds every font', async () => {
    const { pdf, bytes } = await made(everything)
    const catalog = pdf.find('/Type /Catalog')
    expect(catalog).toContain('/Lang (en-US)')
    expect(pdf.at(catalog, 'MarkInfo')).toContain('/Marked true')
    expect(pdf.at(catalog, 'ViewerPreferences')).toContain('/DisplayDocTitle true')
    const xmp = pdf.stream(pdf.reference(catalog, 'Metadata')).toString('utf8')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(xmp).toMatch(/<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</)
    expect(xmp).toContain('Trees &#38; &#60;parks&#62;: released records')
    expect(xmp).toContain('<xmp:CreateDate>2026-07-14T16:30:00Z<')
    expect(bytes.includes('(Trees & <parks>: released records)')).toBe(true)
    expect(pdf.all('/Type/FontDescriptor').length).toBeGreaterThan(6)
    soundFile(pdf, bytes, true)
  })

  it('has a structure tree in which everything is written, knows its parent and owns its content', async () => {
    const { pdf } = await made(everything)
    const roles = soundStructure(pdf)
    for (const role of [
      ...[
        'H1',
        'H2',
        'P',
        'Table',
        'Caption',
        'THead',
        'TBody',
        'TR',
        'TH',
        'TD',
        'Figure',
        'Link',
        'L',
        'LI',
        'Lbl',
        'LBody',
      ],
    ]) {
      expect(roles.get(role), role).toBeGreaterThan(0)
    }
    expect(roles.has('H3'), 'a heading level is skipped').toBe(false)
  })

  it('repeats a table’s header on every page, tagged once', async () => {
    const rows = Array.from({ length: 120 }, (_, i) => [String(i)])
    const { pdf } = await made((doc) => doc.table({ columns: [{ header: 'Number', width: 1 }], rows }))
    expect(pdf.pages.length).toBeGreaterThan(2)
    for (const page of pdf.pages) expect(pdf.pageText(page)).toContain('Number')
    expect(pdf.all('/S/TH/')).toHaveLength(1)
    expect(pdf.all('/S/TD/')).toHaveLength(120)
  })

  it('is the same, byte for byte, in any time zone and whatever the process did before', async () => {
    const script = `
      const { createDocument } = await import(${JSON.stringify(new URL('../../electron/core/typeset/document.ts', import.meta.url).href)})
      const { createHash } = await import('node:crypto')
      const { Writable } = await import('node:stream')
      const hash = createHash('sha256')
      const doc = createDocument(new Writable({ write: (piece, _, done) => { hash.update(piece); done() } }), { ...${JSON.stringify(options)}, createdAt: new Date(${options.createdAt.getTime()}) })
      for (const text of ${JSON.stringify(Object.values(POSTS))}) await doc.paragraph(text)
      await doc.finish()
      process.stdout.write(hash.digest('hex'))`
    const run = (zone: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      })
    await made((doc) => doc.paragraph([...Object.values(POSTS)].reverse().join(' 1/2 ')))
    const { bytes } = await made(async (doc) => {
      for (const text of Object.values(POSTS)) await doc.paragraph(text)
    })
    const here = createHash('sha256').update(bytes).digest('hex')
    expect([run('America/Los_Angeles'), run('Pacific/Kiritimati')]).toEqual([here, here])
  })

  it('shows what it cannot draw and what would deceive, and counts both', async () => {
    const { pdf, summary } = await made((doc) => doc.paragraph('invoice_\u202egpj.exe ሐሑሐ \ue000 \u200b'))
    expect(pdf.text()).toContain('invoice_[U+202E]gpj.exe')
    expect(pdf.text()).toContain('[U+E000]')
    expect(summary.undrawable).toEqual([
      { codePoint: 'U+1210', count: 2 },
      { codePoint: 'U+1211', count: 1 },
      { codePoint: 'U+E000', count: 1 },
    ])
    expect(summary.invisible).toEqual([
      { codePoint: 'U+200B', count: 1 },
      { codePoint: 'U+202E', count: 1 },
    ])
  })

  it('sets a word of a million letters, and a row taller than a page, without losing a letter', async () => {
    const { pdf, summary } = await made(async (doc) => {
      await doc.paragraph('harborbays'.repeat(100_000))
      await doc.table({ columns: [{ header: 'Text', width: 1 }], rows: [['x'.repeat(20_000)]] })
    })
    expect(summary.pages).toBe(pdf.pages.length)
    expect(summary.pages).toBeGreaterThan(150)
    expect(pdf.text().match(/[harboys]/g)?.length).toBeGreaterThanOrEqual(1_000_000)
    expect(pdf.text().match(/x/g)?.length).toBeGreaterThanOrEqual(20_000)
    expect(pdf.find('/S/TD/')).toContain('/Type/MCR')
  })

  it('gives links their address as contents, and no link to what is not on the web', async () => {
    const { pdf } = await made((doc) =>
      doc.paragraph([
        { text: 'portal', link: 'https://alderbay.example/(26)' },
        { text: ' and trap', link: 'javascript:alert(1)' },
      ]),
    )
    const links = pdf.all('/Subtype/Link')
    expect(links).toHaveLength(1)
    expect(links[0]).toContain('/URI(https://alderbay.example/\\(26\\))')
    expect(links[0]).toMatch(/\/StructParent \d+\/Contents <FEFF0068/)
  })

  it('gives every emoji itself as its alternative, and no letter one', async () => {
    const emoji = ['🌳', '👩🏽‍🚒', '🇺🇸', '1️⃣', '❤️']
    const { pdf } = await made((doc) => doc.paragraph(`Trees ${emoji.join(' and ')} done`))
    const alternatives = [...(pdf.pages[0]?.content.matchAll(/\/ActualText <FEFF([0-9A-Fa-f]*)>/g) ?? [])]
    expect(alternatives.map(([, hex = '']) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))).toEqual(emoji)
  })

  it('leads from a text to the note that is drawn later, and never to one that is not', async () => {
    const led = [{ text: 'taken out ' }, { text: '[1]', note: '1' }, { text: ', plainly' }]
    const { pdf } = await made(async (doc) => {
      await doc.paragraph(led)
      await doc.pageBreak()
      await doc.notes([
        ['1', 'Why it was taken out.'],
        ['2', 'To which nothing leads.'],
      ])
      await doc.paragraph(led)
      await doc.notes([['1', 'Another note 1.']])
    })
    const [one = '', other = ''] = pdf.all('/Subtype/Link')
    const [first, second] = pdf.pages
    expect(pdf.at(one, 'Dest')).toContain(`[${second?.id} 0 R /XYZ 60 `)
    expect(pdf.at(other, 'Dest')).toContain(`[${second?.id} 0 R /XYZ 60 `)
    expect(pdf.at(one, 'Dest')).not.toBe(pdf.at(other, 'Dest'))
    expect(first && pdf.pageText(first).replaceAll('\n', '')).toContain('taken out [1], plainly')
    await expect(made((doc) => doc.paragraph(led))).rejects.toThrow(RangeError)
  })

  it('draws pictures it can embed, refuses others with the reason, and survives damaged ones', async () => {
    const whole = png(8, 8)
    const { summary } = await made(async (doc) => {
      expect(await doc.image(whole, { alt: '' })).toEqual({ drawn: true })
      expect(await doc.image(whole.subarray(0, 60), { alt: 'x' })).toEqual({ drawn: false, reason: 'damaged' })
      const spoiled = Uint8Array.from(whole, (byte, i) => (i > 45 && i < 52 ? 255 - byte : byte))
      expect(await doc.image(spoiled, { alt: 'x' })).toEqual({ drawn: false, reason: 'damaged' })
    })
    expect(summary.pages).toBe(1)
  })

  it('says that its stream failed', async () => {
    const failing = new Writable({ write: (_piece, _encoding, done) => done(new Error('No space left on the disk.')) })
    const doc = createDocument(failing, options)
    await expect(async () => {
      await doc.paragraph('x'.repeat(3_000_000))
      await doc.finish()
    }).rejects.toThrow('No space left on the disk.')
  })

  it('refuses a row with more cells than columns', async () => {
    const write = (doc: Doc) => doc.table({ columns: [{ header: 'One', width: 1 }], rows: [['1', '2']] })
    await expect(made(write)).rejects.toThrow(RangeError)
  })
})
