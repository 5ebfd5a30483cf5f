// Which files are documents of Office, of which a page never shows everything.
import { expect, it } from 'vitest'
import { isOfficeDocument, isOfficeEnding } from '../../../shared/domain/office-document.ts'

it('tells a document of Office by its ending, however it is written and wherever it lies', () => {
  expect(['a/b.v2/Budget.XLSX', 'notes.pptx', 'memo.doc'].map(isOfficeDocument)).toEqual([true, true, true])
  expect(['a.pdf', 'xlsx', 'a.xlsx/b', 'a.docx.pdf', ''].map(isOfficeDocument)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
  expect(isOfficeEnding('docx')).toBe(true)
  expect(isOfficeEnding('fodt')).toBe(false)
})
