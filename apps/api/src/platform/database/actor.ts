/** Who does something: a signed-in person, somebody not signed in (a sign-in attempt), or a process of the server. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly name: string;
      readonly sessionId: string;
      readonly address: string;
    }
  | { readonly kind: 'anonymous'; readonly address: string }
  | { readonly kind: 'system'; readonly process: string };

export function systemActor(process: string): Actor {
  return { kind: 'system', process };
}

/** The id to store beside a row, null for anybody but a person. */
export function actorPersonId(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null;
}

/** The name to show beside a row. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.name;
    case 'anonymous':
      return '';
    case 'system':
      return actor.process;
    default: {
      const exhaustive: never = actor;
      return exhaustive;
    }
  }
}
