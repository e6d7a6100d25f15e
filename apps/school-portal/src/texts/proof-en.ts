/** The proof of a submission from the audit log. */
export const proofEn = {
  proof: {
    title: 'Proof',
    text: 'This submission stands in an audit log that only grows, signed outside the database. Keep the file: whatever anybody changes later, the bureau and the administrators included, can then be found.',
    loading: 'Fetching the proof…',
    notYet:
      'The proof cannot be had now (it may still be in the making, or the network is away). The submission itself stands.',
    again: 'Try again',
    entry: 'Place in the audit log',
    number: 'No. {{number}}',
    entryHash: 'Fingerprint of the entry',
    signedAt: 'Signed at',
    key: 'Fingerprint of the signing key',
    download: 'Download the proof',
    file: 'submission-proof',
  },
} as const;
