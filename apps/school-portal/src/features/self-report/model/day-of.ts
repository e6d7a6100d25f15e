const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The day of an instant in the zone of the regions, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => day.format(new Date(instant));
