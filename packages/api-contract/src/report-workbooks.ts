import { z } from 'zod';

/** GET /self-reports/:id/workbook: the school's own workbook (本校表格), filled with what is known, in this language. */
export const reportWorkbookQuerySchema = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
