import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { serverNow, sessionQuery } from '../server/session.ts';

const MINUTE = 60_000;

/** Milliseconds of the server's clock, moving on every minute. */
export function useServerClock(): number {
  const { data: known } = useQuery(sessionQuery);
  const [deviceNow, setDeviceNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setDeviceNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return known === null || known === undefined ? deviceNow : serverNow(known, deviceNow);
}
