import { coreDependencies, coreLayers, coreStaticImports } from './laws/core.mjs';
import { noEscapes, tellingNames } from './laws/names.mjs';
import { noAppImports, noBarrels, packageDirection, packageEntry } from './laws/packages.mjs';
import { featuresApart, plainSignIn } from './laws/screens.mjs';
import {
  environmentReadOnce,
  moduleOrder,
  noForwardRef,
  noPlainErrors,
  ormUnderPersistence,
  platformKnowsNoDomain,
} from './laws/server.mjs';

/**
 * The laws that oxlint cannot express, because they ask where a file lies or what it reaches.
 * @typedef {{ path: string, line: number, message: string }} Breach
 * @type {{ name: string, reason: string, check: (files: import('./source-files.mjs').SourceFile[]) => Iterable<Breach> }[]}
 */
export const LAWS = [
  packageDirection,
  noAppImports,
  packageEntry,
  noBarrels,
  coreDependencies,
  coreStaticImports,
  coreLayers,
  moduleOrder,
  platformKnowsNoDomain,
  ormUnderPersistence,
  noForwardRef,
  environmentReadOnce,
  noPlainErrors,
  featuresApart,
  plainSignIn,
  tellingNames,
  noEscapes,
];

/** Every breach of every law. @returns {(Breach & { law: string })[]} */
export function breaches(files, laws = LAWS) {
  return laws.flatMap((law) => [...law.check(files)].map((breach) => ({ ...breach, law: law.name })));
}
