import { InputError } from '../model/errors.ts';
import { describeFailure } from './failure.ts';

const place = 'AWS Organizations';

/**
 * Turns what the SDK threw into an error for whoever set up the deployment, where they can mend it.
 *
 * @param unit the unit or root whose accounts were asked for; undefined: the whole organization's
 * @returns the same error where it is none of theirs, such as throttling
 */
export function organizationFailure(error: unknown, unit: string | undefined): unknown {
  const { status, errorCode, message } = describeFailure(error);
  const found = `${errorCode}: ${message}`;
  if (unit !== undefined && (errorCode === 'ParentNotFoundException' || errorCode === 'InvalidInputException')) {
    const problem = {
      place: `${place}, ${unit}`,
      found: `there is no such unit or root in the organization (${found})`,
      mend: 'Correct "include" or "exclude" in the settings of the deployment.',
    };
    return new InputError('configuration', problem, { cause: error });
  }
  if (errorCode === 'AWSOrganizationsNotInUseException') {
    const mend = 'Set "accounts" to "own" or to a list of account ids, or deploy in an account of the organization.';
    return new InputError('configuration', { place, found, mend }, { cause: error });
  }
  if (status !== 'denied') return error;
  const mend =
    'Deploy in the management account or a delegated administrator, and allow the organizations: actions of the plan step.';
  return new InputError('credentials', { place, found, mend }, { cause: error });
}
