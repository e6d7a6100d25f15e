// Reads the sources once and keeps what the laws ask about: imports, thrown errors, environment, comments.
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import ts from 'typescript';

const GROUPS = ['apps', 'packages', 'e2e'];
const LEFT_OUT = new Set(['node_modules', 'dist', 'fixtures', 'test-results', 'shots', '.cache']);
const SOURCE = /\.(ts|tsx)$/;

/**
 * @typedef {{ specifier: string, line: number, typeOnly: boolean, dynamic: boolean, names: string[] }} Import
 * @typedef {{ path: string, isTest: boolean, imports: Import[], plainErrors: number[], environment: number[],
 *   opaqueImports: number[], escapes: number[] }} SourceFile path is relative to the repository, with `/`
 */

function* walk(root, folder) {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return;
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) yield* walk(root, path);
    else if (entry.isFile() && SOURCE.test(entry.name)) yield path;
  }
}

/** A test, or what only tests use. */
export const isTestPath = (path) =>
  /\.(test|spec)\.tsx?$|\.factory\.tsx?$|\/test\/|\/testing\//.test(path) || path.startsWith('e2e/');

const ESCAPE = /(eslint|oxlint)-disable|@ts-(ignore|nocheck|expect-error)|prettier-ignore/;

function commentsThatEscape(source, lineOf) {
  const lines = new Set();
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, source.languageVariant, source.text);
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const isComment = kind === ts.SyntaxKind.SingleLineCommentTrivia || kind === ts.SyntaxKind.MultiLineCommentTrivia;
    if (isComment && ESCAPE.test(scanner.getTokenText())) lines.add(lineOf(scanner.getTokenStart()));
  }
  return [...lines];
}

const isError = (node) =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'Error';

function isProcessEnv(node) {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === 'env';
  if (ts.isElementAccessExpression(node)) {
    return (
      isProcess(node.expression) &&
      ts.isStringLiteral(node.argumentExpression) &&
      node.argumentExpression.text === 'env'
    );
  }
  return false;
}

const isProcess = (node) => ts.isIdentifier(node) && node.text === 'process';

function namesOf(clause) {
  if (clause === undefined) return [];
  const bindings = clause.namedBindings;
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
  return named.map((element) => (element.propertyName ?? element.name).text);
}

const isTypeOnly = (clause) => {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const bindings = clause.namedBindings;
  return (
    clause.name === undefined &&
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.every((one) => one.isTypeOnly)
  );
};

/** @returns {SourceFile} */
export function readSource(path, text) {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const file = {
    path,
    isTest: isTestPath(path),
    imports: [],
    plainErrors: [],
    environment: [],
    opaqueImports: [],
    escapes: [],
  };

  const add = (node, specifier, rest) =>
    file.imports.push({
      specifier: specifier.text,
      line: lineOf(specifier.getStart(source)),
      typeOnly: false,
      dynamic: false,
      names: [],
      ...rest,
    });

  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, { typeOnly: isTypeOnly(node.importClause), names: namesOf(node.importClause) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add(node, node.moduleSpecifier, { typeOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, { typeOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteralLike(argument)) add(node, argument, { dynamic: true });
      else file.opaqueImports.push(lineOf(node.getStart(source)));
    } else if (isError(node)) {
      file.plainErrors.push(lineOf(node.getStart(source)));
    } else if (isProcessEnv(node)) {
      file.environment.push(lineOf(node.getStart(source)));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  file.escapes = commentsThatEscape(source, lineOf);
  return file;
}

/** Every source under apps, packages and e2e. @returns {SourceFile[]} */
export function readSources(root) {
  const paths = GROUPS.flatMap((group) => [...walk(root, group)]);
  return paths.map((path) => readSource(path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')));
}

/** `apps/api/src/x.ts` -> `apps/api`; `e2e/x.ts` -> `e2e`. */
export const packageOf = (path) => (path.startsWith('e2e/') ? 'e2e' : path.split('/').slice(0, 2).join('/'));

/** Path of a relative import from the root; null for a package. */
export const resolveRelative = (from, specifier) =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : null;
