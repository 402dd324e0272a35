/** What goes wrong. A test sets it for one run and clears it. */
export class Faults {
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
    for (const faults of [this.brokenRoles, this.rejected, this.unavailable, this.late]) faults.clear();
  }
}
