import type { ObjectionAnswer } from '@junheng/api-contract';

export function emptyAnswer(objectionId: string): ObjectionAnswer {
  return { objectionId, decision: null, reason: '', amended: null, amendedDemand: null, withdrawn: false };
}

/** As the server asks before the final opinion. @param target null: about the whole, where there is no one text to amend */
export function isWhole(answer: ObjectionAnswer, target: string | null): boolean {
  const { decision, reason, amended, amendedDemand, withdrawn } = answer;
  if (decision === null || reason.trim() === '') return false;
  const amends = (amended ?? '').trim() !== '' || (amendedDemand ?? '').trim() !== '';
  switch (decision) {
    case 'rejected':
      return !withdrawn && !amends;
    case 'partly':
      return !withdrawn && (target === null || amends);
    case 'accepted':
      return target === null ? !withdrawn : withdrawn !== amends;
    default: {
      const exhaustive: never = decision;
      return exhaustive;
    }
  }
}

/** Another decision drops what does not go with it: nothing hidden is sent. */
export function decided(answer: ObjectionAnswer, decision: ObjectionAnswer['decision']): ObjectionAnswer {
  const amends = decision === 'accepted' || decision === 'partly';
  return {
    ...answer,
    decision,
    amended: amends ? answer.amended : null,
    amendedDemand: amends ? answer.amendedDemand : null,
    withdrawn: decision === 'accepted' && answer.withdrawn,
  };
}
