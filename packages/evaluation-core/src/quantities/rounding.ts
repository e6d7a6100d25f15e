/** Whether values are rounded BEFORE they are compared with a limit: a rule of the edition, not a matter of display. */
export type RoundingPolicy = { readonly kind: 'none' } | { readonly kind: 'half-up'; readonly decimals: number };
