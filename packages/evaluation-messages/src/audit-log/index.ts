// The audit log in words. Whoever loads this adds its words to those of the package: pages that show no audit log do without.
import { auditTexts } from '../audit.ts';
import { addTexts } from '../known-texts.ts';

export { auditActions } from '../audit-actions.ts';
export {
  auditActionText,
  auditCellText,
  auditChangeText,
  auditDetailsText,
  auditValueText,
  hasAuditAction,
} from '../audit-text.ts';

addTexts(auditTexts);
