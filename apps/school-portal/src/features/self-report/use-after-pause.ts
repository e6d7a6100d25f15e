import { useEffect, useState } from 'react';

/** `value` once it has been the same for `ms`: what is shown then does not flicker while somebody types. */
export function useAfterPause<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
