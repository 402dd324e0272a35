/** What a SigV4 header says; the signature itself is not verified. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** Reads `AWS4-HMAC-SHA256 Credential=<key>/<date>/<Region>/<service>/aws4_request, …`; empty parts when unsigned. */
export function signatureOf(authorization: string | undefined): Signature {
  const credential = /Credential=([^,\s]+)/.exec(authorization ?? '')?.[1] ?? '';
  const [accessKeyId = '', , region = '', service = ''] = credential.split('/');
  return { accessKeyId, region, service };
}
