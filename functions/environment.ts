import { InputError } from '../lib/model/errors.ts';

/** @throws InputError when the deployment does not set it */
export function setting(name: string): string {
  const value = optionalSetting(name);
  if (value !== undefined) return value;
  throw new InputError('usage', {
    place: `environment variable ${name}`,
    found: 'it is not set',
    mend: 'Deploy the stack again: its template sets it.',
  });
}

/** An empty variable is none: templates cannot leave one out. */
export const optionalSetting = (name: string): string | undefined => process.env[name] || undefined;
