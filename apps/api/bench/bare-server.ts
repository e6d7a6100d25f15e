import fastify from 'fastify';
import pg from 'pg';

/*
 * What one would write first: Fastify's own validation, one statement that merges the cell, appends its revision and an audit entry.
 * No sign-in, no rules, no receipts, no chain.
 */

const [url = '', port = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 12 });
const app = fastify();

interface Save {
  readonly cell: string;
  readonly value: string;
}

app.get('/health', async () => ({ status: 'ok' }));
app.patch<{ Params: { id: string }; Body: Save }>(
  '/reports/:id',
  {
    schema: {
      body: {
        type: 'object',
        required: ['cell', 'value'],
        properties: { cell: { type: 'string', maxLength: 100 }, value: { type: 'string', maxLength: 2000 } },
      },
    },
  },
  async (request, reply) => {
    const { cell, value } = request.body;
    const at = new Date();
    const { rows } = await pool.query<{ revision: number }>(
      `WITH report AS (
         UPDATE reports SET cells = cells || jsonb_build_object($2::text, $3::text), revision = revision + 1,
                cell_state = cell_state || jsonb_build_object($2::text, jsonb_build_object('revision', revision + 1, 'source', 'typed')),
                updated_at = $4
          WHERE id = $1 RETURNING id, revision
       ), history AS (
         INSERT INTO cell_revisions (report_id, revision, cell, after, at) SELECT id, revision, $2::text, $3::text, $4 FROM report
       ), audit AS (
         INSERT INTO audit_entries (content) SELECT $5 FROM report
       )
       SELECT revision FROM report`,
      [
        request.params.id,
        cell,
        value,
        at,
        JSON.stringify({ at, action: 'cell-saved', report: request.params.id, cell, value }),
      ],
    );
    const [row] = rows;
    return row === undefined ? reply.code(404).send({}) : { revision: row.revision };
  },
);
await app.listen({ port: Number(port), host: '127.0.0.1' });
