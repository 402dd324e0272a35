import { type Event, LookupEventsCommand, type LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import { DescribeRouteTablesCommand } from '@aws-sdk/client-ec2';
import { DescribeWorkspaceDirectoriesCommand } from '@aws-sdk/client-workspaces';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookups, nameOf } from '../../lib/collect/trail-lookups.ts';
import { awsError } from './estate.ts';
import { mockOptional, runOptional } from './optional-estate.ts';

let aws: ReturnType<typeof mockOptional>;
beforeEach(() => {
  aws = mockOptional();
  aws.trail.on(LookupEventsCommand).resolves({});
  aws.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({ Directories: [withCertificates] });
});
afterEach(() => {
  for (const mock of Object.values(aws)) mock.restore();
});

const operation = 'cloudtrail:LookupEvents';
const DirectoryId = 'd-90671abc12';
const withCertificates = {
  DirectoryId,
  CertificateBasedAuthProperties: {
    CertificateAuthorityArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1',
  },
};
const alice = { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/alice', accountId: '111122223333' };

/** An event as CloudTrail gives it; the body's members as the service wrote them. */
const event = (EventId: string, EventName: string, body: object = {}, others: Partial<Event> = {}): Event => ({
  ...{ EventId, EventName, EventSource: 'ec2.amazonaws.com', Username: 'alice', AccessKeyId: 'AKIAEXAMPLE' },
  EventTime: new Date('2026-11-20T10:00:00.000Z'),
  CloudTrailEvent: JSON.stringify({ eventVersion: '1.09', userIdentity: alice, ...body }),
  ...others,
});

const attributeOf = ({ LookupAttributes }: LookupEventsCommandInput): string =>
  `${LookupAttributes?.[0]?.AttributeKey}=${LookupAttributes?.[0]?.AttributeValue}`;

/** Answers a lookup with pages of events, the others with nothing. */
function answers(pagesOf: Readonly<Record<string, readonly (readonly Event[])[]>>): void {
  aws.trail.on(LookupEventsCommand).callsFake((input: LookupEventsCommandInput) => {
    const pages = pagesOf[attributeOf(input)] ?? [];
    const at = Number(input.NextToken ?? 0);
    return { Events: pages[at] ?? [], ...(at + 1 < pages.length ? { NextToken: String(at + 1) } : {}) };
  });
}

const eventsOf = ({ lines }: Awaited<ReturnType<typeof runOptional>>) =>
  lines.filter(({ type }) => type === 'CloudTrailEvent').map(({ resource }) => resource);

describe('what is looked up', () => {
  it('is every change that some rule reads, once, and how far back is in the file', async () => {
    const { coverage, lines } = await runOptional([operation]);
    const asked = aws.trail.commandCalls(LookupEventsCommand).map(({ args: [{ input }] }) => attributeOf(input));
    expect(asked).toEqual(lookups.map(({ attribute }) => `${attribute.AttributeKey}=${attribute.AttributeValue}`));
    expect(lines).toEqual(
      lookups.map(({ attribute }) => ({ type: 'CloudTrailLookup', resource: { LookupAttributes: [attribute] } })),
    );
    expect(coverage).toEqual([{ operation, status: 'complete', count: lookups.length }]);
  });

  const askedFor = async (options: Parameters<typeof runOptional>[1] = {}): Promise<(string | undefined)[]> => {
    aws.trail.resetHistory();
    await runOptional([operation], options);
    return aws.trail.commandCalls(LookupEventsCommand).map(({ args: [{ input }] }) => attributeOf(input));
  };

  it('are no certificates where no directory names a private CA, unless directories could not be read', async () => {
    const issued = 'EventName=IssueCertificate';
    const all = await askedFor();
    expect(all).toContain(issued);
    aws.ws.on(DescribeWorkspaceDirectoriesCommand).resolves({ Directories: [{ DirectoryId }] });
    expect(await askedFor()).toEqual(all.filter((one) => one !== issued));
    aws.ws.on(DescribeWorkspaceDirectoriesCommand).rejects(awsError('AccessDeniedException'));
    expect(await askedFor()).toEqual(all);
  });

  it('are no callers of the API where only some directories are read', async () => {
    const callers = 'EventSource=workspaces.amazonaws.com';
    const all = await askedFor();
    expect(all).toContain(callers);
    expect(await askedFor({ directories: [DirectoryId] })).toEqual(all.filter((one) => one !== callers));
  });

  it('is nothing, and CloudTrail is not in the coverage, unless it is wanted', async () => {
    expect(await runOptional(['workspaces:DescribeWorkspaces'])).toMatchObject({ coverage: [], lines: [] });
    expect(aws.trail.calls()).toHaveLength(0);
  });

  it('takes two calls a second', async () => {
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    await runOptional([operation], { wait });
    expect(waits).toEqual(
      lookups
        .slice(1)
        .map(() => 500)
        .concat(500),
    );
  });
});

describe('what is kept', () => {
  it('is who, from where and what, and nothing that a request or answer may hold besides', async () => {
    const requestParameters = {
      groupId: 'sg-members',
      ipPermissions: { items: [{ description: 'hunter2' }] },
      nested: { NetworkInterfaceId: 'eni-1', radiusSettings: { sharedSecret: 'hunter2' }, password: 'hunter2' },
    };
    const userIdentity = {
      ...alice,
      accessKeyId: 'AKIAEXAMPLE',
      sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/ops', principalId: 'A' } },
    };
    const body = {
      userIdentity,
      ...{ sourceIPAddress: '203.0.113.9', userAgent: 'aws-cli', errorCode: 'Client.UnauthorizedOperation' },
      tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'X', clientProvidedHostHeader: 'ec2.us-east-1.amazonaws.com' },
      ...{ requestParameters, responseElements: { groupId: 'sg-members', token: 'hunter2' } },
    };
    answers({
      'EventName=DeleteSecurityGroup': [[event('1', 'DeleteSecurityGroup', body, { Resources: [] })]],
    });
    const [kept, ...others] = eventsOf(await runOptional([operation]));
    expect(others).toEqual([]);
    expect(kept).toEqual({
      ...{ EventId: '1', EventName: 'DeleteSecurityGroup', EventSource: 'ec2.amazonaws.com', Username: 'alice' },
      ...{ EventTime: new Date('2026-11-20T10:00:00.000Z'), Resources: [] },
      CloudTrailEvent: JSON.stringify({
        userIdentity: {
          ...alice,
          sessionContext: { sessionIssuer: { type: 'Role', arn: 'arn:aws:iam::111122223333:role/ops' } },
        },
        ...{ sourceIPAddress: '203.0.113.9', errorCode: 'Client.UnauthorizedOperation' },
        tlsDetails: { tlsVersion: 'TLSv1.3', clientProvidedHostHeader: 'ec2.us-east-1.amazonaws.com' },
        requestParameters: { groupId: 'sg-members', nested: { NetworkInterfaceId: 'eni-1' } },
        responseElements: { groupId: 'sg-members' },
      }),
    });
  });

  it('concerns the fleet: an id in the request, in the answer or among the resources that was read', async () => {
    const about = (id: string, groupId: string) =>
      event(id, 'ModifySecurityGroupRules', { requestParameters: { groupId } });
    answers({
      'EventName=ModifySecurityGroupRules': [
        [about('1', 'sg-members'), about('2', 'sg-elsewhere')],
        [event('3', 'ModifySecurityGroupRules', {}, { Resources: [{ ResourceName: 'sg-controllers' }] })],
      ],
    });
    expect(eventsOf(await runOptional([operation]))).toMatchObject([{ EventId: '1' }, { EventId: '3' }]);
  });

  it('is everything while what was read names only a part of the fleet', async () => {
    aws.vpc.on(DescribeRouteTablesCommand).rejects(awsError('UnauthorizedOperation'));
    answers({
      'EventName=CreateRoute': [[event('1', 'CreateRoute', { requestParameters: { routeTableId: 'rtb-9' } })]],
    });
    expect(eventsOf(await runOptional([operation]))).toMatchObject([{ EventId: '1' }]);
  });

  it('is who took an interface away that is not there any more, unless it was a service', async () => {
    const gone = (id: string, userIdentity: object) =>
      event(id, 'DeleteNetworkInterface', { userIdentity, requestParameters: { networkInterfaceId: 'eni-9' } });
    const service = { type: 'AWSService', invokedBy: 'lambda.amazonaws.com' };
    answers({ 'EventName=DeleteNetworkInterface': [[gone('1', alice), gone('2', service)]] });
    expect(eventsOf(await runOptional([operation]))).toMatchObject([{ EventId: '1' }]);
  });

  it('is one call to the WorkSpaces API for each caller and endpoint, the newest', async () => {
    const call = (id: string, clientProvidedHostHeader: string) =>
      event(id, 'DescribeWorkspaces', { tlsDetails: { clientProvidedHostHeader } });
    answers({
      'EventSource=workspaces.amazonaws.com': [[call('1', 'a'), call('2', 'b'), call('3', 'a')], [call('4', 'b')]],
    });
    expect(eventsOf(await runOptional([operation]))).toMatchObject([{ EventId: '1' }, { EventId: '2' }]);
  });

  it('is the newest certificate that a caller had issued by each private CA, without what was signed', async () => {
    const issue = (id: string, certificateAuthorityArn: string) =>
      event(id, 'IssueCertificate', { requestParameters: { certificateAuthorityArn, csr: 'hunter2' } });
    answers({ 'EventName=IssueCertificate': [[issue('1', 'ca-1'), issue('2', 'ca-1')], [issue('3', 'ca-2')]] });
    const kept = eventsOf(await runOptional([operation]));
    expect(kept).toMatchObject([{ EventId: '1' }, { EventId: '3' }]);
    expect(kept[0]).toMatchObject({
      CloudTrailEvent: JSON.stringify({
        userIdentity: alice,
        requestParameters: { certificateAuthorityArn: 'ca-1' },
      }),
    });
  });

  it('is an event without a readable body, too', async () => {
    const broken = event('1', 'CreateRoute', {}, { CloudTrailEvent: '{', Resources: [{ ResourceName: 'rtb-1' }] });
    answers({ 'EventName=CreateRoute': [[broken]] });
    const [kept] = eventsOf(await runOptional([operation]));
    expect(kept).toEqual({
      ...{ EventId: '1', EventName: 'CreateRoute', EventSource: 'ec2.amazonaws.com', Username: 'alice' },
      ...{ EventTime: new Date('2026-11-20T10:00:00.000Z'), Resources: [{ ResourceName: 'rtb-1' }] },
    });
  });
});

describe('what cannot be read to its end', () => {
  it('is cut after ten minutes of calls; quiet events are whole all the same', async () => {
    const endless = Array.from({ length: 3000 }, (_, page) => [
      event(`e${page}`, 'DeleteNetworkInterface', {}, { EventTime: new Date(Date.UTC(2026, 10, 20) - page * 1000) }),
    ]);
    answers({
      'EventName=DeleteNetworkInterface': endless,
      'EventName=CreateRoute': [[], [event('1', 'CreateRoute', { requestParameters: { routeTableId: 'rtb-1' } })]],
    });
    const { coverage, lines } = await runOptional([operation]);
    expect(aws.trail.calls()).toHaveLength(1200);
    // All lookups but this one take a call each, and one of them two.
    const pages = 1200 - lookups.length;
    const oldest = new Date(Date.UTC(2026, 10, 20) - (pages - 1) * 1000).toISOString();
    expect(coverage).toMatchObject([
      {
        ...{ operation, status: 'partial' },
        message: `Cut after 1200 calls: DeleteNetworkInterface back to ${oldest}`,
      },
    ]);
    const cut = lines.filter(({ resource }) => 'StartTime' in resource);
    expect(cut).toEqual([
      {
        type: 'CloudTrailLookup',
        resource: {
          LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DeleteNetworkInterface' }],
          StartTime: oldest,
        },
      },
    ]);
    expect(lines).toContainEqual(expect.objectContaining({ resource: expect.objectContaining({ EventId: '1' }) }));
  });

  it('is a sample where a sample is enough, which is no gap', async () => {
    const calls = Array.from({ length: 50 }, (_, page) => [event(`c${page}`, 'DescribeWorkspaces')]);
    answers({ 'EventSource=workspaces.amazonaws.com': calls });
    const { coverage, lines } = await runOptional([operation]);
    expect(coverage).toEqual([{ operation, status: 'complete', count: lookups.length + 1 }]);
    expect(aws.trail.calls()).toHaveLength(lookups.length - 1 + 20);
    expect(lines.at(-1)?.resource).toMatchObject({ StartTime: '2026-11-20T10:00:00.000Z' });
  });

  it('is told when CloudTrail refuses', async () => {
    aws.trail.on(LookupEventsCommand).rejects(awsError('AccessDeniedException', 'No.'));
    const { coverage, lines } = await runOptional([operation]);
    expect(coverage).toEqual([
      { operation, status: 'denied', count: 0, errorCode: 'AccessDeniedException', message: 'No.' },
    ]);
    expect(lines).toEqual([]);
    expect(aws.trail.calls()).toHaveLength(1);
  });

  it('is told when it fails on the way: what was whole until then is', async () => {
    aws.trail.on(LookupEventsCommand).callsFake((input: LookupEventsCommandInput) => {
      if (attributeOf(input) === 'EventName=CreateRoute') throw awsError('ThrottlingException', 'Slow down.');
      return {};
    });
    const { coverage, lines } = await runOptional([operation]);
    const before = lookups.slice(
      0,
      lookups.findIndex((lookup) => nameOf(lookup) === 'CreateRoute'),
    );
    expect(lines).toHaveLength(before.length);
    expect(coverage).toEqual([
      {
        ...{ operation, status: 'partial', count: before.length },
        ...{ errorCode: 'ThrottlingException', message: 'Slow down.' },
      },
    ]);
  });
});
