/** Static credentials for the SDK. The secret signs requests; nobody checks the signature. */
export interface DoubleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Long-lived credentials of a user in an account of the estate. */
export const credentialsOf = (accountId: string): DoubleCredentials => ({
  accessKeyId: `AKIADOUBLE${accountId}`,
  secretAccessKey: 'nobody-verifies-the-signature',
});

/** Who signed a request. */
export interface Identity {
  readonly accountId: string;
  /** ARN without its partition: `iam::111122223333:user/auditor` */
  readonly arn: string;
}

/** Keys in circulation: a user's name their account, a session's are remembered when AssumeRole issues them. */
export class KeyRing {
  readonly #sessions = new Map<string, Identity>();

  /** @param roleArn `arn:aws:iam::444455556666:role/Auditor` */
  issue(roleArn: string, sessionName: string): DoubleCredentials & { readonly sessionToken: string } {
    const accountId = roleArn.split(':')[4] ?? '';
    const accessKeyId = `ASIADOUBLE${accountId}N${this.#sessions.size + 1}`;
    const roleName = roleArn.split('/').at(-1) ?? '';
    this.#sessions.set(accessKeyId, { accountId, arn: `sts::${accountId}:assumed-role/${roleName}/${sessionName}` });
    return { accessKeyId, secretAccessKey: 'nobody-verifies-the-signature', sessionToken: `token-of-${accessKeyId}` };
  }

  /** @returns undefined for a key that nobody issued, or a session's key without its token */
  identify(accessKeyId: string, sessionToken: string | undefined): Identity | undefined {
    const session = this.#sessions.get(accessKeyId);
    if (session !== undefined) return sessionToken === `token-of-${accessKeyId}` ? session : undefined;
    const accountId = /^AKIADOUBLE(\d{12})$/.exec(accessKeyId)?.[1];
    return accountId === undefined ? undefined : { accountId, arn: `iam::${accountId}:user/auditor` };
  }
}
