/** What goes wrong. A test sets it for one run and clears it. */
export class Faults {
  /**
   * Accounts whose events may be looked up in CloudTrail; elsewhere that is denied. CloudTrail is asked twice a second and
   * about 31 things, so that each target of such an account takes a quarter of a minute.
   */
  readonly trails = new Set<string>();
  /** IAM actions that an account's credentials may not call. */
  readonly denied: { readonly accountId: string; readonly action: string }[] = [];
  /** Accounts whose role nobody may assume. */
  readonly brokenRoles = new Set<string>();
  /** Findings that Security Hub does not take, by their ids. */
  readonly rejected = new Set<string>();
  /** Invocations of a function that Lambda answers with an error of its own before it calls it. */
  readonly unavailable = new Map<string, number>();
  /** Milliseconds by which every answer to an account's credentials is late. */
  readonly late = new Map<string, number>();

  clear(): void {
    this.denied.length = 0;
    for (const faults of [this.trails, this.brokenRoles, this.rejected, this.unavailable, this.late]) faults.clear();
  }
}
