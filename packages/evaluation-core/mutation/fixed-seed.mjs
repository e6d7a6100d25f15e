import fc from 'fast-check';

// The same values in every run, so that a mutant that is killed stays killed; and no shrinking: one failure is enough.
fc.configureGlobal({ seed: 20170419, endOnFailure: true });
