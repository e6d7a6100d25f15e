import type { Edition } from '../edition.ts';
import { checkFaults } from './check-faults.ts';
import type { EditionFault } from './edition-fault.ts';
import { formFaults } from './form-faults.ts';
import { indicatorFaults } from './indicator-faults.ts';
import { lookUp } from './look-up.ts';
import { requirementFaults } from './requirement-faults.ts';
import { sourceFaults } from './source-faults.ts';
import { specialRuleFaults } from './special-rule-faults.ts';
import { translationFaults } from './translation-faults.ts';

/** Everything that would make an edition fail or mislead when it is evaluated, at once; empty = it can be published. */
export function validateEdition(edition: Edition): readonly EditionFault[] {
  const look = lookUp(edition);
  return [
    ...formFaults(look),
    ...indicatorFaults(look),
    ...specialRuleFaults(look),
    ...requirementFaults(look),
    ...checkFaults(look),
    ...sourceFaults(edition),
    ...translationFaults(edition),
  ];
}
