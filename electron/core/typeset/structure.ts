// The structure tree of a tagged PDF (ISO 32000-1, 14.7). Each element is written as soon as it is closed and only its
// number is kept, so that a table of a million cells does not stay in memory.

import type PDFDocument from 'pdfkit'
import { Source } from './pdf.ts'

/** The standard structure types that are used (ISO 32000-1, 14.8.4). */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Table'
  | 'Caption'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Figure'
  | 'Link'
  | 'Reference'
  | 'Note'

/** An element that is still open. */
export interface Element {
  readonly id: number
  readonly role: Role
  readonly reference: PDFKit.PDFKitReference
  readonly parent: number
  /** More dictionary entries, as PDF source. */
  readonly entries: string
  /** Page of its first content. */
  page: number
  /** Child elements by number, and content as PDF source. Numbers are small: the root has as many as there are blocks. */
  readonly kids: (number | string)[]
}

/** The structure tree of one document. */
export class StructureTree {
  readonly root: Element
  readonly #document: typeof PDFDocument
  /** By marked-content number, the elements that own the content of the current page. */
  #owners: number[] = []
  /** Elements that bear an identifier, in the order of the identifiers. */
  readonly #identified: string[] = []

  /** @param document must have been made with `tagged: true` */
  constructor(document: typeof PDFDocument) {
    this.#document = document
    const tree = document.getStructTreeRoot()
    this.root = this.#element(tree.id, 'Document', '')
    Object.assign(tree.data, { K: [this.root.reference] })
  }

  /** Opens an element as the next child of an open one. */
  open(parent: Element, role: Role, entries = ''): Element {
    const element = this.#element(parent.id, role, entries)
    parent.kids.push(element.id)
    return element
  }

  /** Opens an element that must bear an identifier of its own (PDF/UA-1, 7.9). */
  openIdentified(parent: Element, role: Role): Element {
    const id = `(n${String(this.#identified.length + 1).padStart(8, '0')})`
    const element = this.open(parent, role, `/ID ${id}`)
    this.#identified.push(`${id} ${pointer(element.id)}`)
    return element
  }

  /** Closes the root, and lists the elements with identifiers (ISO 32000-1, table 322). */
  finish(): void {
    this.close(this.root)
    if (this.#identified.length === 0) return
    const tree = this.#document.ref(new Source())
    const limits = [this.#identified[0], this.#identified.at(-1)].map((one) => one?.split(' ')[0])
    this.#write(tree, `<</Limits[${limits.join(' ')}]/Names[${this.#identified.join(' ')}]>>`)
    const names = new Source()
    names.text = `<</Kids[${pointer(tree.id)}]>>`
    Object.assign(this.#document.getStructTreeRoot().data, { IDTree: names })
  }

  /** Writes an element; nothing may be added to it after. */
  close(element: Element): void {
    const { role, parent, page, kids, entries } = element
    const inside = kids.map((kid) => (typeof kid === 'number' ? ` ${pointer(kid)}` : kid)).join('')
    const on = page ? `/Pg ${pointer(page)}` : ''
    this.#write(element.reference, `<</S/${role}/P ${pointer(parent)}${on}${inside && `/K[${inside}]`}${entries}>>`)
  }

  /** Begins content of an element on the current page: the operator to write before it. `EMC` ends it. */
  begin(element: Element): string {
    const number = this.#owners.push(element.id) - 1
    const page = this.#document.page.dictionary.id
    if (element.page === 0) element.page = page
    element.kids.push(element.page === page ? ` ${number}` : `<</Type/MCR/Pg ${pointer(page)}/MCID ${number}>>`)
    return `/${element.role}<</MCID ${number}>>BDC`
  }

  /**
   * Adds an annotation of the current page to an element.
   * @returns the annotation's `StructParent`
   */
  annotation(element: Element, reference: PDFKit.PDFKitReference): number {
    const key = this.#document.createStructParentTreeNextKey()
    this.#own(key, element.id)
    element.kids.push(`<</Type/OBJR/Pg ${pointer(this.#document.page.dictionary.id)}/Obj ${reference}>>`)
    return key
  }

  /** Records who owns what on the current page. Call before the next page begins and before the document ends. */
  endPage(): void {
    if (this.#owners.length === 0) return
    const owners = this.#document.ref(new Source())
    this.#write(owners, `[${this.#owners.map(pointer).join(' ')}]`)
    this.#own(this.#document.page.structParentTreeKey, owners.id)
    this.#owners = []
  }

  /** Enters who owns what has a key in the parent tree, which stays in memory: by number. */
  #own(key: number, id: number): void {
    const owner = new Source()
    owner.text = pointer(id)
    this.#document.getStructParentTree().add(key, owner)
  }

  #write(reference: PDFKit.PDFKitReference, text: string): void {
    Object.assign(reference.data, { text })
    reference.end()
  }

  #element(parent: number, role: Role, entries: string): Element {
    const reference = this.#document.ref(new Source())
    return { id: reference.id, role, reference, parent, entries, page: 0, kids: [] }
  }
}

function pointer(id: number): string {
  return `${id} 0 R`
}
