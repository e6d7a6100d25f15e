import { NAMELESS_FOLDERS } from '../house.mjs';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

export const tellingNames = {
  name: 'telling-names',
  reason: 'The tree names the domain: a drawer called "utils" fills with anything.',
  *check(files) {
    for (const { path } of files) {
      const parts = path.split('/');
      const drawer = parts.slice(0, -1).find((part) => NAMELESS_FOLDERS.includes(part));
      if (drawer !== undefined) yield { path, line: 1, message: `a folder called ${drawer} says nothing` };
      const odd = parts.find((part) => !KEBAB.test(part));
      if (odd !== undefined) yield { path, line: 1, message: `${odd} is not kebab-case` };
    }
  },
};

export const noEscapes = {
  name: 'no-escapes',
  reason: 'A rule that is wrong is changed for everybody; it is not silenced in one place.',
  *check(files) {
    for (const { path, escapes } of files) {
      for (const line of escapes) yield { path, line, message: 'silences a rule' };
    }
  },
};
