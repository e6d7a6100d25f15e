import { Button } from '@junheng/ui/plain';
import { useState } from 'react';

export interface SheetAgreementProps {
  readonly warnings: number;
  /** That the doubts were read. */
  readonly agreement: string;
  /** What happens now. */
  readonly action: string;
  readonly busy?: boolean;
  readonly onAgreed: (warningsConfirmed: boolean) => void;
}

/** Takes a sheet without errors; its doubts have been read first. Of one reading: give it a key. */
export function SheetAgreement({ warnings, agreement, action, busy = false, onAgreed }: SheetAgreementProps) {
  const [agreed, setAgreed] = useState(false);
  return (
    <div className="jc-filters">
      {warnings === 0 ? null : (
        <label className="jc-check">
          <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
          {agreement}
        </label>
      )}
      <Button variant="primary" busy={busy} disabled={warnings > 0 && !agreed} onClick={() => onAgreed(agreed)}>
        {action}
      </Button>
    </div>
  );
}
