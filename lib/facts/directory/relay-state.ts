/** A WorkSpaces sign-in endpoint, taken apart. */
export interface RelayState {
  /** `euc-sso-fips` or `euc-sso`. */
  readonly service: string;
  readonly region: string;
}

/**
 * Finds the WorkSpaces relay state that a user access URL embeds, plain or percent-encoded, however often encoded.
 * Identity providers keep the relay state on their side as a rule, and then the URL has none.
 */
export function relayStateOf(url: string): RelayState | undefined {
  for (let text = url, rounds = 0; rounds < 4; rounds += 1) {
    const match = /\b(euc-sso-fips|euc-sso)\.([a-z]{2}(?:-[a-z]+)+-\d)\./i.exec(text);
    if (match !== null) return { service: match[1]?.toLowerCase() ?? '', region: match[2]?.toLowerCase() ?? '' };
    const decoded = decode(text);
    if (decoded === text) return undefined;
    text = decoded;
  }
  return undefined;
}

/** A stray percent sign is no reason to give up on the rest. */
const decode = (text: string): string =>
  text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
