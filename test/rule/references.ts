// What a file asks for from elsewhere: every form in which TypeScript, Node and Vite name another module.
import ts from 'typescript'
import type { Source } from './sources.ts'

export interface Reference {
  readonly line: number
  /** As written, without a query such as `?raw`; undefined when it is computed at run time. */
  readonly specifier: string | undefined
  /** A glob names all files that fit it. */
  readonly glob: boolean
}

/** Parses a file; JSX is understood wherever the name says so. */
export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/**
 * Lists the modules that a file refers to: import and export declarations (of types too), `import x = require()`, `import('x')` as
 * value and as type, `require`, `require.resolve`, `import.meta.resolve`, `import.meta.glob`, `new URL('x', import.meta.url)`,
 * `vi.mock`.
 */
export function referencesOf(source: Source): Reference[] {
  const file = parse(source)
  const found: Reference[] = []

  const add = (node: ts.Node | undefined, glob = false) => {
    if (!node) return
    if (glob && ts.isArrayLiteralExpression(node)) {
      for (const element of node.elements) add(element, glob)
      return
    }
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    const specifier = ts.isStringLiteralLike(node) ? node.text.replace(/\?.*$/, '') : undefined
    if (!(glob && specifier?.startsWith('!'))) found.push({ line, specifier, glob })
  }

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier)
    else if (ts.isExternalModuleReference(node)) add(node.expression)
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument)
    else if (ts.isCallExpression(node)) visitCall(node)
    else if (ts.isNewExpression(node) && isUrlBesideFile(node, file)) add(node.arguments?.[0])
    ts.forEachChild(node, visit)
  }

  const visitCall = (call: ts.CallExpression): void => {
    const callee = call.expression.getText(file)
    const imports = call.expression.kind === ts.SyntaxKind.ImportKeyword
    if (callee === 'import.meta.glob') add(call.arguments[0], true)
    else if (imports || loaders.test(callee)) add(call.arguments[0])
  }

  visit(file)
  return found
}

const loaders =
  /^(require|require\.resolve|import\.meta\.resolve|vi\.(mock|doMock|importActual)|createRequire\(.*\)(\.resolve)?)$/

/** `new URL('./literal', import.meta.url)`, by which bundlers find workers and assets; a computed path is a path, not a module. */
function isUrlBesideFile(node: ts.NewExpression, file: ts.SourceFile): boolean {
  const [path, base] = node.arguments ?? []
  return (
    node.expression.getText(file) === 'URL' &&
    path !== undefined &&
    ts.isStringLiteralLike(path) &&
    base?.getText(file) === 'import.meta.url'
  )
}
