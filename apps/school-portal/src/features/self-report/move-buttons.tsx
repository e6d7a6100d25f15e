import { ConfirmButton, useTexts } from '@junheng/ui/plain';
import type { ReportMove } from '../../api/self-reports.ts';
import type { SelfReport } from '../../api/types.ts';
import { offeredMoves } from './model/hand-in.ts';

const KEYS: Readonly<Record<ReportMove, string>> = {
  'hand-over': 'handOver',
  'take-back': 'takeBack',
  submit: 'submit',
  withdraw: 'withdraw',
};

export interface MoveButtonsProps {
  readonly report: SelfReport;
  /** Nothing blocks a submission. */
  readonly ready: boolean;
  readonly onMove: (move: ReportMove) => Promise<void>;
}

/** What the person may do with the report as a whole; each asks once more before it acts. */
export function MoveButtons({ report, ready, onMove }: MoveButtonsProps) {
  const { t } = useTexts('portal');
  const moves = offeredMoves(report.may);
  const principalMissing = report.may.handOver && !report.may.submit;
  return (
    <div className="moves">
      {moves.map(({ move, guarded, primary }) => {
        const key = KEYS[move];
        const givesBack = move === 'take-back' && report.may.submit;
        const label = t(givesBack ? 'handIn.giveBack' : `handIn.${key}`);
        return (
          <ConfirmButton
            key={move}
            variant={primary ? 'primary' : 'default'}
            size={primary ? 'large' : 'regular'}
            disabled={guarded && !ready}
            title={t(`handIn.${key}Title`)}
            description={t(`handIn.${key}Text`)}
            confirmText={label}
            onConfirm={() => onMove(move)}
          >
            {label}
          </ConfirmButton>
        );
      })}
      {principalMissing ? <p className="moves__note">{t('handIn.needsPrincipal')}</p> : null}
      {report.may.submit && report.round.onePersonMaySubmit ? (
        <p className="moves__note">{t('handIn.onePersonAllowed')}</p>
      ) : null}
    </div>
  );
}
