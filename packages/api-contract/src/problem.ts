import { z } from 'zod';

/** RFC 9457 problem. `code` is stable, `facts` fill the text of the reader's language, `cells` say where. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    problems: z
      .array(
        z.object({
          /** JSON pointer into the request, or a cell key of the self-report. */
          at: z.string(),
          code: z.string(),
          facts: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
