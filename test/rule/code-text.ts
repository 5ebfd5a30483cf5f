// A source as its rules read it: without comments, so that a comment may name what the code must not use.
import ts from 'typescript'
import { parse } from './references.ts'
import type { Source } from './sources.ts'

/** The text of a file with every comment blanked out; lines keep their numbers. */
export function withoutComments(source: Source): string {
  const file = parse(source)
  const kept: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return
    const children = node.getChildren(file)
    for (const child of children) visit(child)
    if (children.length > 0 || node.kind === ts.SyntaxKind.SyntaxList) return
    const start = node.getStart(file)
    kept.push(source.text.slice(node.getFullStart(), start).replace(/[^\n]+/g, ' '), source.text.slice(start, node.end))
  }
  visit(file)
  return kept.join('')
}

/** Every string and template text of a file, with its line; the slots of a template are left open as `${}`. */
export function stringsOf(source: Source): { line: number; text: string }[] {
  const file = parse(source)
  const found: { line: number; text: string }[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== undefined) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  // biome-ignore lint/suspicious/noTemplateCurlyInString: stands for a slot
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('${}')
}
