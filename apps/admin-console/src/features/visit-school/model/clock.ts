/** A difference of the clocks that is worth saying: less comes from the way of a request. */
export const CLOCK_TOLERANCE_SECONDS = 120;
