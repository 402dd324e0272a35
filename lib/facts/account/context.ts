import type { Estate } from '../estate.ts';

/** The account in one Region. */
export interface AccountContext {
  readonly estate: Estate;
}
