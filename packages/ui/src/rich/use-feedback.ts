import { App } from 'antd';
import { useMemo } from 'react';

export interface Feedback {
  /** Short confirmation that goes away by itself. */
  readonly success: (text: string) => void;
  /** Stays long enough to be read twice. */
  readonly error: (text: string) => void;
}

/** Passing messages. What must not be missed belongs on the page instead. */
export function useFeedback(): Feedback {
  const { message } = App.useApp();
  return useMemo(
    () => ({
      success: (text) => void message.success(text),
      error: (text) => void message.error(text, 8),
    }),
    [message],
  );
}
