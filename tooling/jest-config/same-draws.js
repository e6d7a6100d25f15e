// For `setupFiles`: the properties of `npm test` draw the same cases each time, so that a red test speaks of the change under test. With
// JUNHENG_PROPERTY_RUNS set they draw others each time; fast-check prints the seed of a failure.
import fc from 'fast-check';

if (process.env.JUNHENG_PROPERTY_RUNS === undefined) fc.configureGlobal({ seed: 20261122 });
