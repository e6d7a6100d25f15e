import { HttpConnection } from './http-connection.ts';
import type { LoadSchool } from './load-schools.ts';
import type { Product } from './product.ts';
import { TypingSchool } from './typing.ts';

/** One connection that saves one cell after another and waits for each answer. */
export interface Saver {
  /** Resolves when the save is acknowledged. @throws when it was refused */
  saveOnce(): Promise<void>;
  close(): Promise<void>;
}

export function ourSavers(product: Product, schools: readonly LoadSchool[], random: () => number): readonly Saver[] {
  return schools.map((school) => {
    const connection = new HttpConnection(product.address);
    const typing = new TypingSchool(school, random);
    return {
      saveOnce: async () => {
        const request = typing.save();
        const answer = await connection.send({
          method: 'PATCH',
          path: typing.path,
          headers: school.reporter,
          body: request,
        });
        if (answer.status !== 200) throw new Error(`our save: ${answer.status} ${JSON.stringify(answer.body)}`);
        typing.acknowledged(request, answer.body);
      },
      close: () => connection.close(),
    };
  });
}
