/** Amounts as they are typed: the same that the contract takes. */
export const MONEY = /^\d{1,10}(\.\d{1,6})?$/;
export const QUANTITY = /^\d{1,9}(\.\d{1,2})?$/;
