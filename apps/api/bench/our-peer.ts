import { HttpConnection } from './http-connection.ts';
import type { LoadSchool } from './load-schools.ts';
import type { Product } from './product.ts';
import type { Saver } from './saver.ts';
import { TypingSchool } from './typing.ts';

export function ourSavers(product: Product, schools: readonly LoadSchool[], random: () => number): readonly Saver[] {
  return schools.map((school) => {
    const connection = new HttpConnection(product.address);
    const typing = new TypingSchool(school, random);
    return {
      saveOnce: async () => {
        const body = typing.save();
        const answer = await connection.send({ method: 'PATCH', path: typing.path, headers: school.reporter, body });
        if (answer.status !== 200) throw new Error(`our save: ${answer.status} ${JSON.stringify(answer.body)}`);
        typing.acknowledged(body, answer.body);
      },
      close: () => connection.close(),
    };
  });
}
