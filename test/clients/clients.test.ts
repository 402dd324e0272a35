import { afterEach, describe, expect, it, vi } from 'vitest';
import { allRegions, checkRegions } from '../../lib/cli/named-regions.ts';
import { makeClients } from '../../lib/clients/collect-clients.ts';
import { makeStsClient } from '../../lib/clients/sts.ts';
import { InputError } from '../../lib/model/errors.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
afterEach(() => vi.unstubAllEnvs());

async function fipsOf(region: string, fips = true): Promise<{ fips: Record<string, boolean>; remarks: string[] }> {
  const remarks: string[] = [];
  const settings = { fips, env: process.env, remark: (text: string) => remarks.push(text) };
  const { workspaces, directoryService, ec2 } = await makeClients(region, credentials, settings);
  const sts = await makeStsClient(region, credentials, settings);
  return {
    fips: {
      workspaces: await workspaces.config.useFipsEndpoint(),
      ds: await directoryService.config.useFipsEndpoint(),
      ec2: await ec2.config.useFipsEndpoint(),
      sts: await sts.config.useFipsEndpoint(),
    },
    remarks,
  };
}

describe('FIPS endpoints', () => {
  it.each([
    ['us-east-1', { workspaces: true, ds: true, ec2: true, sts: true }],
    ['us-gov-west-1', { workspaces: true, ds: true, ec2: true, sts: true }],
    ['ca-central-1', { workspaces: false, ds: true, ec2: true, sts: false }],
    ['eu-west-1', { workspaces: false, ds: false, ec2: false, sts: false }],
  ])('are used in %s by the services that have one', async (region, fips) => {
    expect(await fipsOf(region)).toEqual({ fips, remarks: [] });
  });

  it('are not used with --no-fips, even in GovCloud', async () => {
    const fips = { workspaces: false, ds: false, ec2: false, sts: false };
    expect(await fipsOf('us-gov-west-1', false)).toEqual({ fips, remarks: [] });
  });

  it('give way to a configured endpoint, for that service only, with a remark', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_EC2', 'http://127.0.0.1:1');
    expect(await fipsOf('us-east-1')).toEqual({
      fips: { workspaces: true, ds: true, ec2: false, sts: true },
      remarks: ['An endpoint is configured for ec2: its FIPS endpoint is not used.'],
    });
  });
});

describe('clients of services that only some rules read', () => {
  const optionalOf = async (region: string, fips = true) => {
    const settings = { fips, env: process.env, remark: () => {} };
    return (await makeClients(region, credentials, settings)).optional;
  };

  it('are made when they are first asked for, and once', async () => {
    const optional = await optionalOf('us-east-1');
    expect(await optional.kms()).toBe(await optional.kms());
    optional.destroy();
  });

  it.each([
    ['us-east-1', { cloudTrail: true, iam: true, kms: true, ssoAdmin: false }],
    ['us-gov-west-1', { cloudTrail: true, iam: true, kms: true, ssoAdmin: true }],
    ['eu-west-1', { cloudTrail: false, iam: true, kms: true, ssoAdmin: false }],
  ])('use the FIPS endpoints of %s', async (region, fips) => {
    const { cloudTrail, iam, kms, ssoAdmin } = await optionalOf(region);
    expect({
      cloudTrail: await (await cloudTrail()).config.useFipsEndpoint(),
      iam: await (await iam()).config.useFipsEndpoint(),
      kms: await (await kms()).config.useFipsEndpoint(),
      ssoAdmin: await (await ssoAdmin()).config.useFipsEndpoint(),
    }).toEqual(fips);
  });

  it.each([
    ['eu-west-1', 'us-east-1'],
    ['us-gov-east-1', 'us-gov-west-1'],
    ['cn-northwest-1', 'cn-northwest-1'],
  ])('ask AWS Organizations of %s at its one endpoint', async (region, home) => {
    const { organizations } = await optionalOf(region);
    expect(await (await organizations()).config.region()).toBe(home);
  });

  it('find an endpoint that an older SDK does not tell of', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
    const { acmPca } = await optionalOf('us-east-1');
    expect(await (await acmPca()).config.useFipsEndpoint()).toBe(false);
  });
});

describe('retries', () => {
  it('are adaptive, and as many as AWS_MAX_ATTEMPTS says', async () => {
    const settings = { fips: true, env: {}, remark: () => {} };
    const { ec2 } = await makeClients('us-east-1', credentials, settings);
    expect(await ec2.config.maxAttempts()).toBe(8);
    expect(await ec2.config.retryStrategy()).toMatchObject({ mode: 'adaptive' });
    vi.stubEnv('AWS_MAX_ATTEMPTS', '2');
    const few = await makeClients('us-east-1', credentials, { ...settings, env: process.env });
    expect(await few.ec2.config.maxAttempts()).toBe(2);
  });
});

describe('Regions', () => {
  it('--all-regions covers the Regions of the partition in which WorkSpaces has Availability Zones', () => {
    expect(allRegions('aws-us-gov')).toEqual(['us-gov-west-1', 'us-gov-east-1']);
    expect(allRegions('aws').length).toBe(15);
    expect(allRegions('aws')).not.toContain('us-east-2');
    expect(() => allRegions('aws-cn')).toThrow(InputError);
  });

  it('a misspelt Region is refused, a new one is not', () => {
    expect(checkRegions(['eu-north-1', 'us-east-1', 'us-east-1'])).toEqual(['eu-north-1', 'us-east-1']);
    expect(() => checkRegions(['useast1', 'us-east-1'])).toThrow('--region: "useast1"; expected a Region code');
  });
});
