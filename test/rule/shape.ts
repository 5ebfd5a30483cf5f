// The shape of a file: how long it is, whether it only passes on what others make, whether it says what it is.
import ts from 'typescript'
import { parse } from './references.ts'
import type { Source } from './sources.ts'

/** No file is longer. */
export const mostLines = 300

/** Lines of a file; a newline at its end opens no further line. */
export function linesOf({ text }: Source): number {
  return text.replace(/\n$/, '').split('\n').length
}

/** Files that are too long, each with its length. */
export function tooLong(files: readonly Source[]): string[] {
  return files.filter((file) => linesOf(file) > mostLines).map((file) => `${file.path}: ${linesOf(file)} lines`)
}

/** Barrels: files that hold nothing but exports of other files, or pass on all of one. */
export function barrels(files: readonly Source[]): string[] {
  const passesOn = (node: ts.Statement) => ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined
  const passesAllOn = (node: ts.Statement) =>
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier !== undefined &&
    (!node.exportClause || ts.isNamespaceExport(node.exportClause))
  return files
    .filter((file) => {
      const { statements } = parse(file)
      return statements.some(passesAllOn) || (statements.length > 0 && statements.every(passesOn))
    })
    .map((file) => file.path)
}

/** One operation a file, which its name says and its contract describes. */
const operation = /^electron\/core\/\w+\/(queries|commands|batches|jobs)\//

/** Files whose first line is no comment. */
export function unheaded(files: readonly Source[]): string[] {
  return files
    .filter(({ path, text }) => !operation.test(path) && !/^(#!.*\n)?(\/\/|\/\*\*)/.test(text))
    .map((file) => file.path)
}

/** Exported functions without a docstring, as `path:line → name`. */
export function undocumented(files: readonly Source[]): string[] {
  return files.flatMap((source) => {
    const file = parse(source)
    return file.statements.filter(isExportedFunction).flatMap((node) => {
      if (ts.getJSDocCommentsAndTags(node).length > 0) return []
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
      return [`${source.path}:${line + 1} → ${nameOf(node)}`]
    })
  })
}

function isExportedFunction(node: ts.Statement): node is ts.FunctionDeclaration | ts.VariableStatement {
  const exported =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (!exported) return false
  if (ts.isFunctionDeclaration(node)) return true
  return (
    ts.isVariableStatement(node) &&
    node.declarationList.declarations.some(
      ({ initializer }) => initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    )
  )
}

function nameOf(node: ts.FunctionDeclaration | ts.VariableStatement): string {
  return ts.isFunctionDeclaration(node)
    ? (node.name?.text ?? 'default')
    : (node.declarationList.declarations[0]?.name.getText() ?? '')
}
