/** Changes only when an outcome or a number can change for equal input. Part of every result and of its hash. */
export const rulesVersion = '1';
