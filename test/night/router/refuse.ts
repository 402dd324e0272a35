import { AwsError, denied } from '../../aws/errors.ts';
import { protocolOf } from '../../aws/protocols/index.ts';
import type { Answer } from '../../aws/protocols/protocol.ts';
import { queryProtocol } from '../../aws/protocols/query.ts';
import type { Call } from './call.ts';

/** What a service answers to whoever may not call it. The double that says it for the others plays neither S3 nor SNS. */
export function refuse({ service, action, accountId }: Call, resource: string): Answer {
  const caller = `arn:aws:sts::${accountId}:assumed-role/WorkspacesAuditor/workspaces-auditor`;
  const refusal = denied(service, action, caller, resource);
  switch (service) {
    case 's3':
      return {
        ...{ status: 403, headers: { 'content-type': 'application/xml' } },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
      };
    case 'sns':
      return queryProtocol.error(new AwsError('AuthorizationError', refusal.message, 403), 'refused');
    default:
      return protocolOf(service).protocol.error(refusal, 'refused');
  }
}
