// How typesetting fills pages: what stays together, what is made smaller or left out of sight, and what that costs.
import { describe, expect, it } from 'vitest'
import { made, png } from './typeset-made.ts'

describe('a page', () => {
  it('never leaves a heading, a caption or a table’s header alone at the foot of a page', async () => {
    for (let lines = 36; lines < 50; lines++) {
      const { pdf } = await made(async (doc) => {
        await doc.paragraph(Array.from({ length: lines }, (_, i) => `line ${i}`).join('\n'))
        await doc.heading(2, 'Register of trees')
        await doc.heading(3, 'Harbor Street')
        await doc.table({
          caption: 'Felled',
          columns: [{ header: 'Species', width: 1 }],
          rows: [['oak\nelm\nash\nyew\nfir']],
        })
      })
      const words = ['Register', 'Harbor Street', 'Felled', 'Species', 'oak', 'fir']
      const where = words.map((word) => pdf.pages.findIndex((page) => pdf.pageText(page).includes(word)))
      expect(new Set(where).size, `${lines} lines`).toBe(1)
    }
  })

  it('keeps a short list of facts whole, with what must stand below it', async () => {
    for (let lines = 40; lines < 52; lines++) {
      const { pdf } = await made(async (doc) => {
        await doc.paragraph(Array.from({ length: lines }, (_, i) => `line ${i}`).join('\n'))
        await doc.facts(
          [
            ['Asked', 'July 1'],
            ['Answered', 'July 9'],
          ],
          { below: 20 },
        )
        await doc.paragraph('Source: export 1')
      })
      const where = ['Asked', 'Answered', 'Source'].map((word) =>
        pdf.pages.findIndex((page) => pdf.pageText(page).includes(word)),
      )
      expect(new Set(where).size, `${lines} lines`).toBe(1)
    }
  })

  it('keeps paragraphs that ask for it whole, with the picture or the text that follows them', async () => {
    for (let lines = 36; lines < 50; lines++) {
      const { pdf } = await made(async (doc) => {
        await doc.paragraph(Array.from({ length: lines }, (_, i) => `line ${i}`).join('\n'))
        await doc.paragraph('1. Post by the City', { withNext: true })
        await doc.paragraph('Power is out\nin parts of\nHarbor District', { withNext: true })
        await doc.image(png(200, 200), { alt: 'A square', caption: 'Seen at noon' })
      })
      const words = ['1. Post', 'Power', 'Harbor District', 'Seen at noon']
      const where = words.map((word) => pdf.pages.findIndex((page) => pdf.pageText(page).includes(word)))
      expect(new Set(where).size, `${lines} lines`).toBe(1)
    }
  })

  it('has an entry in its outline for each heading, but for those that ask for none', async () => {
    const { pdf } = await made(async (doc) => {
      await doc.heading(1, 'Records')
      for (let i = 0; i < 40; i++) await doc.heading(3, `Record ${i}`, { bookmark: i < 2 })
    })
    expect(pdf.all('/Dest [').length).toBe(3)
    expect(pdf.all('/S/H2/').length).toBe(40)
  })

  it('counts the entries of its outline that are seen, and those that are closed as less than none (ISO 32000-1, 12.3.3)', async () => {
    const { pdf } = await made(async (doc) => {
      await doc.heading(1, 'Records')
      for (const month of ['March', 'April', 'May']) {
        await doc.heading(2, month)
        for (let i = 0; i < 17; i++) await doc.heading(3, `Record ${i}`)
      }
    })
    expect(pdf.all('/Count -17').length).toBe(3)
    // The record list itself and its three months.
    expect(pdf.all('/Count 4').length).toBe(1)
  })

  it('says how many blank lines it left out, in the text and in its tally', async () => {
    const { pdf, summary } = await made((doc) => doc.paragraph(`Above${'\n'.repeat(100_000)}Below`))
    expect(pdf.text()).toContain('[99,999 blank lines]')
    expect(summary).toEqual({ pages: 1, undrawable: [], invisible: [{ codePoint: 'U+000A', count: 99_999 }] })
  })

  it('draws a picture smaller before it leaves half a page empty', async () => {
    const { summary } = await made(async (doc) => {
      await doc.paragraph('line\n'.repeat(32))
      await doc.image(png(400, 400), { alt: 'A square', maxHeight: 250 })
    })
    expect(summary.pages).toBe(1)
  })
})
