import type { NodePath } from './explanation-node.ts';

/** Joins segments into an address; ids are percent-encoded, so a slash inside an id is no separator. */
export function nodePath(...segments: readonly string[]): NodePath {
  return segments.map((segment) => encodeURIComponent(segment)).join('/');
}

/** The segments of an address. A malformed one has no node: empty. */
export function pathSegments(path: NodePath): readonly string[] {
  try {
    return path.split('/').map((segment) => decodeURIComponent(segment));
  } catch {
    return [];
  }
}
