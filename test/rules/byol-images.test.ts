import { WorkspaceImageErrorDetailCode } from '@aws-sdk/client-workspaces';
import { describe, expect, it } from 'vitest';
import errors from '../../rules/reference/byol-import-errors.json' with { type: 'json' };
import { account } from './byol-builders.ts';
import { itJudges, onlyResult } from './verdict-table.ts';

const known: readonly string[] = Object.values(WorkspaceImageErrorDetailCode);

describe('byol-image-import-clean', () => {
  const rule = 'byol-image-import-clean';
  const id = 'wsi-1';
  const image = (State?: string | null, RequiredTenancy: string | undefined = 'DEDICATED', members: object = {}) => ({
    lines: [{ type: 'WorkspaceImage' as const, resource: { ImageId: id, State, RequiredTenancy, ...members } }],
  });
  const failed = { ErrorDetails: [{ ErrorCode: 'OfficeInstalled' }, { ErrorCode: 'DomainJoined' }] };
  const unknown = { [id]: 'INSUFFICIENT_DATA' };

  itJudges(rule, {
    'passes an image that is available': [image('AVAILABLE'), { [id]: 'COMPLIANT' }],
    'fails one in error': [image('ERROR', 'DEDICATED', failed), { [id]: 'NON_COMPLIANT LOW' }],
    'leaves out images for any hardware': [image('ERROR', 'DEFAULT'), { [id]: 'NOT_APPLICABLE' }],
    'waits for one that is pending': [image('PENDING'), unknown],
    'cannot tell without a state': [image(), unknown],
    'cannot tell from a state that nobody knows': [image('LOST'), unknown],
    'cannot tell without a tenancy': [
      { lines: [{ type: 'WorkspaceImage', resource: { ImageId: id, State: 'ERROR' } }] },
      unknown,
    ],
    'says nothing where there are no images': [{ lines: [] }, {}],
    'says of the account that images were denied': [
      { lines: [], coverage: { 'workspaces:DescribeWorkspaceImages': 'denied' } },
      { [account]: 'INSUFFICIENT_DATA workspaces:DescribeWorkspaceImages' },
    ],
  });

  it('says what mends each error', async () => {
    const odd = { ErrorCode: 'NewError', ErrorDetails: [...failed.ErrorDetails, { ErrorCode: 'OfficeInstalled' }] };
    expect(await onlyResult(rule, image('ERROR', 'DEDICATED', odd))).toMatchObject({
      reason: 'The image is in state ERROR; errors: DomainJoined, NewError, OfficeInstalled.',
      evidence: {
        errorCodes: ['DomainJoined', 'NewError', 'OfficeInstalled'],
        'errorCodes.remedies': [
          'DomainJoined: take the machine out of its domain',
          'OfficeInstalled: uninstall Microsoft Office',
        ],
      },
      controls: ['CM-2', 'SI-2'],
    });
  });

  it('has remedies for errors that the API knows, in the order of their codes', () => {
    const codes = Object.keys(errors.remedies);
    expect(codes).toEqual(codes.toSorted());
    expect(codes.filter((code) => !known.includes(code))).toEqual([]);
  });
});
