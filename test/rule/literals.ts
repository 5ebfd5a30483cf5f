// Words that stand in components instead of in a catalogue.
import ts from 'typescript'
import { parse } from './references.ts'
import type { Source } from './sources.ts'

/** Attributes whose text a person reads or hears. */
const read = /^(label|title|placeholder|alt|about|hint|words|act|aria-label|aria-description|aria-roledescription)$/
/** The program's own name and the beginning of an address are the same in every language. */
const names = ['Muniment', 'https://']

/** Literals of JSX that hold a word (a single letter is a key), as `path:line → text`. */
export function literalsOf(files: readonly Source[]): string[] {
  return files.flatMap((source) => {
    const file = parse(source)
    const found: string[] = []
    const add = (node: ts.Node, text: string) => {
      if (!/\p{L}{2}/u.test(text) || names.includes(text.trim())) return
      found.push(`${source.path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} → ${text.trim()}`)
    }
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node)) add(node, node.text)
      if (
        ts.isJsxExpression(node) &&
        node.expression &&
        ts.isStringLiteralLike(node.expression) &&
        !ts.isJsxAttribute(node.parent)
      )
        add(node, node.expression.text)
      if (ts.isJsxAttribute(node) && read.test(node.name.getText(file))) {
        const value = node.initializer
        if (value && ts.isStringLiteral(value)) add(node, value.text)
        if (value && ts.isJsxExpression(value) && value.expression && ts.isStringLiteralLike(value.expression))
          add(node, value.expression.text)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  })
}
