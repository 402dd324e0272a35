import { STSClient } from '@aws-sdk/client-sts';

/** @returns the Region that the environment or the profile sets; undefined when neither does */
export async function configuredRegion(profile: string | undefined): Promise<string | undefined> {
  const client = new STSClient(profile === undefined ? {} : { profile });
  try {
    return await client.config.region();
  } catch (error) {
    if (error instanceof Error && error.message.includes('Region is missing')) return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
