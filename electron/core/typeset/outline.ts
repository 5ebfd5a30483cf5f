// How many entries of an outline a reader sees without opening any (ISO 32000-1, 12.3.3): pdfkit counts only children, and only of what is open.

/** Writes the count of every entry that has others below it, and of the outline itself. Call it before the document ends. */
export function countEntries(outline: PDFKit.PDFOutline, isRoot = true): number {
  const { children, options, outlineData } = outline
  const isOpen = isRoot || options.expanded === true
  let seen = 0
  for (const child of children) {
    const below = countEntries(child, false)
    seen += 1 + (child.options.expanded === true ? below : 0)
  }
  if (seen > 0) outlineData.Count = isOpen ? seen : -seen
  return seen
}
